import { parseSeatId } from '@reportback/domain';
import { expect, test } from 'vitest';
import { buildRecord } from './build-record.ts';
import { exampleInput, paragraph, text } from './testing/example-input.ts';

test('sessions stand in the order of the agenda, groups by number, people by id', () => {
  const record = buildRecord(exampleInput);
  expect(record.sessions.map((session) => session.id)).toEqual(['morning', 'afternoon']);
  expect(record.groups.map((group) => group.number)).toEqual([1, 2, 3]);
  expect(record.sessions[0]?.groups.map((work) => work.group)).toEqual([
    'gulls',
    'terns',
    'silent',
  ]);
});

test('the order in which rows are handed in does not matter', () => {
  const reversed = {
    ...exampleInput,
    sessions: exampleInput.sessions.toReversed(),
    groups: exampleInput.groups.toReversed(),
    seats: exampleInput.seats.toReversed(),
    work: exampleInput.work.toReversed(),
    plenaries: exampleInput.plenaries.toReversed(),
  };
  expect(buildRecord(reversed)).toEqual(buildRecord(exampleInput));
});

test('people are named as they wish to be cited, and only where they agreed', () => {
  const names = buildRecord(exampleInput).people.map((person) => [person.id, person.name]);
  expect(Object.fromEntries(names)).toEqual({
    'seat-ada': 'A. Umarova',
    'seat-bo': 'Bo Lindqvist',
    'seat-mei': 'Sakurako Mei',
    'seat-sami': 'سامي حداد',
    'seat-shy': null,
  });
});

test('nothing that tells who the unnamed person is gets into the record', () => {
  const { people } = buildRecord(exampleInput);
  expect(JSON.stringify(people)).not.toMatch(/Wilhelmina|Secretova|Hidden Labs|Atlantis/);
});

test('a table that wrote nothing is in the record, empty', () => {
  const silent = buildRecord(exampleInput).sessions[0]?.groups[2];
  expect(silent?.note).toEqual([]);
  expect(silent?.card.points).toEqual([]);
});

test('people at the table are those who were there, or else those who have their seat there', () => {
  const [gulls, terns] = buildRecord(exampleInput).sessions[0]?.groups ?? [];
  expect(gulls?.people).toEqual(['seat-ada', 'seat-bo']);
  expect(terns?.people).toEqual(['seat-mei', 'seat-shy']);
});

test('what refers to a deleted point or a person who left is dropped', () => {
  const [first, ...others] = exampleInput.work;
  if (first === undefined) throw new Error('The example has work.');
  const record = buildRecord({
    ...exampleInput,
    work: [{ ...first, card: { ...first.card, reporter: parseSeatId('left') } }, ...others],
  });
  expect(record.sessions[0]?.plenary.findings[1]?.points).toEqual(['point-queue']);
  expect(record.sessions[0]?.groups[0]?.card.reporter).toBeNull();
});

test('control characters, lone surrogates and unsafe links do not get into the record', () => {
  const [first, ...others] = exampleInput.work;
  if (first === undefined) throw new Error('The example has work.');
  const record = buildRecord({
    ...exampleInput,
    workshop: { ...exampleInput.workshop, title: 'A\u0000 title\u001b[31m\ud800\nof two lines' },
    work: [
      {
        ...first,
        card: {
          ...first.card,
          headline: [text('press', { kind: 'link', href: 'javascript:alert(1)' })],
        },
      },
      ...others,
    ],
  });
  expect(record.workshop.title).toBe('A title[31m� of two lines');
  expect(record.sessions[0]?.groups[0]?.card.headline).toEqual([text('press')]);
});

test('an action whose owner is not to be named is nobody’s by name', () => {
  const owners = buildRecord(exampleInput).sessions[0]?.plenary.actions.map((each) => each.owner);
  expect(owners).toEqual(['A. Umarova', '']);
});

test('a copied id of a point or a block does not make two things one', () => {
  const [first, second, ...others] = exampleInput.work;
  if (first === undefined || second === undefined) throw new Error('The example has work.');
  const record = buildRecord({
    ...exampleInput,
    work: [
      { ...first, note: [paragraph('one', 'b1'), paragraph('two', 'b1')] },
      { ...second, card: { ...second.card, points: first.card.points } },
      ...others,
    ],
  });
  const [gulls, terns] = record.sessions[0]?.groups ?? [];
  expect(terns?.card.points.map((point) => point.id)).toEqual(['point-queue-2', 'point-logs-2']);
  expect(gulls?.note).toEqual([paragraph('one', 'b1'), paragraph('two')]);
});
