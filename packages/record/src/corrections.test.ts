import { expect, test } from 'vitest';
import { buildRecord } from './build-record.ts';
import { readRecord, recordHash, toJson } from './json/index.ts';
import { toMarkdown } from './markdown/markdown.ts';
import { namesInText } from './names-in-text.ts';
import { attributions } from './record.ts';
import { correctedInput } from './testing/corrected-input.ts';
import { exampleInput, seat } from './testing/example-input.ts';

const corrected = buildRecord(correctedInput);

test('what differs from before is told part by part, with the lines that went and came', () => {
  expect(corrected.corrections).toMatchObject([
    {
      part: 'headline',
      before: ['Waiting is all of the work'],
      after: ['Waiting is most of the work'],
      by: ['seat-ada'],
      at: Date.UTC(2025, 8, 16, 10),
    },
    { part: 'note', before: ['A line about Wilhelmina'], after: [], by: ['seat-bo', 'seat-shy'] },
  ]);
  const same = buildRecord({ ...correctedInput, baseline: buildRecord(exampleInput) });
  expect(same.corrections).toEqual([]);
});

test('a change of form alone is a correction without lines', () => {
  const [first, ...rest] = exampleInput.work;
  if (first === undefined) throw new Error('The example has work.');
  const plain = {
    ...first,
    card: {
      ...first.card,
      headline: [{ kind: 'text' as const, text: 'Waiting is most of the work', marks: [] }],
    },
  };
  const baseline = buildRecord({ ...exampleInput, work: [plain, ...rest] });
  expect(buildRecord({ ...correctedInput, baseline }).corrections).toMatchObject([
    { part: 'headline', before: [], after: [] },
  ]);
});

test('what was taken out is told where people are named only, and who and where as the attribution allows', () => {
  const told = Object.fromEntries(
    attributions.map((attribution) => [
      attribution,
      buildRecord({ ...correctedInput, attribution }).corrections,
    ]),
  );
  expect(told['by-table']?.map(({ before, by }) => [before, by])).toEqual([
    [[], []],
    [[], []],
  ]);
  expect(told['by-table']?.[0]?.group).not.toBeNull();
  expect(told['none']?.map(({ group, at, by }) => [group, at, by])).toEqual([
    [null, null, []],
    [null, null, []],
  ]);
  for (const attribution of ['by-table', 'none'] as const) {
    const text = toMarkdown(buildRecord({ ...correctedInput, attribution }));
    expect(text).not.toContain('all of the work');
    expect(text).toContain('Now: Waiting is most of the work');
  }
});

test('a name that somebody took out is found where the record still tells it', () => {
  const found = namesInText(corrected, exampleInput.seats, exampleInput.groups);
  expect(found.map(({ where }) => where.part)).toContain('correction');
});

test.each(attributions)('a corrected record is read again as it was, %s', (attribution) => {
  const record = buildRecord({ ...correctedInput, attribution });
  const read = readRecord(toJson(record));
  expect(read).toMatchObject({ is: 'record', intact: true });
  if (read.is === 'record') expect(read.record).toEqual(record);
});

test('a frozen report says when it was frozen, as which edition, and its hash', () => {
  const text = toMarkdown(corrected);
  expect(text).toContain(`record-hash: "${recordHash(corrected)}"`);
  expect(text).toContain(`Frozen on 23 September 2025, 10:00 as ${recordHash(corrected)}.`);
  expect(text).toContain('Edition 2. A person was erased.');
  expect(text).toContain('Signed off by the table on 15 September 2025, 12:31');
});

test('a card says that it was signed off, and by whom only where they are named', () => {
  const signedBy = (by: typeof seat.ada) => {
    const work = exampleInput.work.map((each) => ({
      ...each,
      signedOff: each.signedOff && { ...each.signedOff, by },
    }));
    return toMarkdown(buildRecord({ ...exampleInput, work }));
  };
  expect(signedBy(seat.ada)).toContain('2025, 12:31, by A. Umarova.');
  expect(signedBy(seat.shy)).toContain('2025, 12:31.');
});
