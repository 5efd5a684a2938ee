import { expect, test } from 'vitest';
import { attribute } from '../attribute.ts';
import { buildRecord } from '../build-record.ts';
import { exampleInput, text } from '../testing/example-input.ts';
import { findingsCsv, pointsCsv } from './csv.ts';

const record = buildRecord(exampleInput);

/** The record with one point that says the given words. */
function saying(words: string): string {
  const [first, ...others] = exampleInput.work;
  if (first === undefined) throw new Error('The example has work.');
  const points = first.card.points.map((point) => ({ ...point, text: [text(words)] }));
  return pointsCsv(
    buildRecord({
      ...exampleInput,
      work: [{ ...first, card: { ...first.card, points } }, ...others],
    }),
  );
}

test('each point is a row with its table, its reactions and its findings', () => {
  const lines = pointsCsv(record).split('\r\n');
  expect(lines[0]).toBe(
    '\ufeff"session","session_title","table","table_name","point","text","us_too","questions","objections","findings","takes_up","same_as","point_id","record"',
  );
  expect(lines[1]).toBe(
    '"1","What hurts","Table 1","Gulls","1","The queue | the wait","4","How long?","Not here.","Waiting","","","point-queue",""',
  );
  expect(lines).toHaveLength(6);
});

test('findings stand in the order of their votes', () => {
  const lines = findingsCsv(record).split('\r\n');
  expect(lines[1]).toBe(
    '"1","What hurts","1","Waiting","","9","Table 1: Gulls","1","Session 2, Table 1, point 1","point-queue","f-most",""',
  );
});

test('of one table, only the findings that take up a point of it', () => {
  const terns = record.groups.find(({ number }) => number === 2)?.id ?? null;
  const lines = findingsCsv(record, { session: null, group: terns }).trimEnd().split('\r\n');
  expect(lines.slice(1).map((line) => line.slice(0, 40))).toEqual([
    '"1","What hurts","2","People leave","Kno',
  ]);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', "=cmd|' /C calc'!A0"])(
  'a point that says %j is no formula',
  (words) => {
    expect(saying(words)).toContain(`"'${words}"`);
  },
);

test('quotes, separators and line ends stay inside their cell', () => {
  expect(saying('a "b", c;\td')).toContain('"a ""b"", c;\td"');
});

test('where tables are withheld, the rows do not tell them', () => {
  const none = attribute(record, 'none');
  expect(pointsCsv(none) + findingsCsv(none)).not.toMatch(/Gulls|Terns|Table/);
});
