import { expect, test } from 'vitest';
import { buildRecord, type RecordInput } from './build-record.ts';
import { namesInText } from './names-in-text.ts';
import type { Attribution } from './record.ts';
import { exampleInput, paragraph, withNote } from './testing/example-input.ts';

function found(
  words: string,
  attribution: Attribution,
  input: RecordInput = withNote([paragraph(words)]),
) {
  const record = buildRecord({ ...input, attribution });
  return namesInText(record, input.seats, input.groups)
    .filter(
      ({ where }) =>
        where.group === 'gulls' || where.group === 'card-1' || where.group === 'card-2',
    )
    .filter(({ where }) => where.text === words)
    .map(({ name }) => name);
}

test('those who did not agree to be named are found in texts', () => {
  expect(found('Wilhelmina: the queue', 'by-name')).toEqual(['Wilhelmina']);
  expect(found('as Wilhelmina Secretova says', 'by-name')).toEqual(['Wilhelmina Secretova']);
});

test('where people are named, those who agreed are not warned of', () => {
  expect(found('Adaeze and Lindqvist agree', 'by-name')).toEqual([]);
  expect(found('Adaeze and Lindqvist agree', 'by-table')).toEqual(['Adaeze', 'Lindqvist']);
});

test('a name inside of another word is none, in scripts without spaces it is', () => {
  expect(found('the Boatswain of Adaezeland', 'by-table')).toEqual([]);
  expect(found('座長は梅 桜子です', 'by-table')).toEqual(['梅 桜子']);
});

test('under the Chatham House Rule the names of tables are warned of too', () => {
  expect(found('Gulls and Table 2 say', 'none')).toEqual(['Gulls', 'Table 2']);
  expect(found('Gulls and Table 2 say', 'by-table')).toEqual([]);
});

test('so is a name that a table has in one session', () => {
  const record = buildRecord({
    ...withNote([paragraph('We at Harbour say')]),
    attribution: 'none',
  });
  const tables = { out: [], names: { [exampleInput.groups[0]?.id ?? '']: 'Harbour' } };
  const inSession = namesInText(record, [], exampleInput.groups, [{ tables }]);
  expect(inSession.map(({ name }) => name)).toContain('Harbour');
  expect(namesInText(record, [], exampleInput.groups)).toEqual([]);
});

test('the place is told', () => {
  const record = buildRecord(exampleInput);
  const [first] = namesInText(record, exampleInput.seats, exampleInput.groups);
  expect(first?.where).toMatchObject({ session: 'morning', group: 'terns', part: 'note' });
});
