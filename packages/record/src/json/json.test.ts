import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildRecord, type RecordInput } from '../build-record.ts';
import { attributions } from '../record.ts';
import { anyBlocks } from '../testing/any-blocks.ts';
import { exampleInput } from '../testing/example-input.ts';
import { canonicalJson } from './canonical-json.ts';
import { toJson } from './json.ts';
import { type ReadRecord, readRecord } from './read-record.ts';
import { inputOf } from './record-input.ts';
import { publishedSchema } from './record-schema.ts';

const record = buildRecord(exampleInput);
const file = toJson(record);

function read(text: string): Extract<ReadRecord, { is: 'record' }> {
  const result = readRecord(text);
  if (result.is === 'problem') throw new Error(result.problem);
  return result;
}

test('the file carries the SHA-256 of its canonical JSON without the hash', () => {
  const { hash, ...rest } = JSON.parse(file);
  const digest = createHash('sha256').update(canonicalJson(rest)).digest('hex');
  expect(hash).toBe(`sha256:${digest}`);
  expect(canonicalJson(JSON.parse(file))).toBe(file);
});

test.each(attributions)(
  '%s: imported and exported again, the file is the same byte for byte',
  (attribution) => {
    const first = toJson(buildRecord({ ...exampleInput, attribution }));
    const again = toJson(buildRecord(inputOf(read(first).record)));
    expect(again).toBe(first);
  },
);

test.each(attributions)(
  '%s: sessions with tables of their own come back byte for byte',
  (attribution) => {
    const [work] = exampleInput.work;
    const first = work?.group;
    const [second, third] = exampleInput.groups.map(({ id }) => id).filter((id) => id !== first);
    const written = exampleInput.sessions.find(({ id }) => id === work?.session);
    if (!written || !first || !second || !third) throw new Error('The example lacks tables.');
    const tables = { out: [first, third], names: { [second]: 'Sandbank' } };
    const input: RecordInput = {
      ...exampleInput,
      attribution,
      sessions: exampleInput.sessions.map((each) =>
        each === written ? { ...each, tables } : each,
      ),
      work: exampleInput.work.filter((each) => each.session !== written.id || each.group !== third),
    };
    const told = buildRecord(input);
    const session = told.sessions.find(({ id }) => id === written.id);
    // The first table has written there and stays; the third has not.
    expect(session?.groups).toHaveLength(exampleInput.groups.length - 1);
    if (attribution !== 'none') {
      expect(session?.groups.map(({ group }) => group)).not.toContain(third);
      expect(session?.tables).toEqual(tables);
    } else expect(JSON.stringify(told)).not.toContain('Sandbank');
    const text = toJson(told);
    expect(toJson(buildRecord(inputOf(read(text).record)))).toBe(text);
  },
);

test('any note comes back byte for byte', () => {
  fc.assert(
    fc.property(anyBlocks, fc.constantFrom(...attributions), (note, attribution) => {
      const input: RecordInput = {
        ...exampleInput,
        attribution,
        work: exampleInput.work.map((work) => ({ ...work, note })),
      };
      const first = toJson(buildRecord(input));
      expect(toJson(buildRecord(inputOf(read(first).record)))).toBe(first);
    }),
    { numRuns: 60 },
  );
});

test('a file that was changed after it was exported is told apart', () => {
  expect(read(file).intact).toBe(true);
  expect(read(file.replace('Hands up: 5', 'Hands up: 45')).intact).toBe(false);
});

test('laid out otherwise, a file is still intact', () => {
  expect(read(JSON.stringify(JSON.parse(file), null, 2)).intact).toBe(true);
});

test('a session and a table are records of their own', () => {
  const [session] = record.sessions;
  const [group] = record.groups;
  const scope = { session: session?.id ?? null, group: group?.id ?? null };
  const part = read(toJson(record, scope)).record;
  expect(part.sessions).toHaveLength(1);
  expect(part.groups).toHaveLength(1);
  expect(part.people.map((person) => person.name)).toEqual(['A. Umarova', 'Bo Lindqvist']);
  expect(JSON.stringify(part)).not.toContain('terns');
});

test.each([
  ['not json', 'This file is not JSON.'],
  ['[]', 'This JSON is not a record of a workshop.'],
  ['{"schema":"other/2"}', 'This record has the format “other/2”'],
  [file.replace('"position":1', '"position":0'), 'This record is damaged at sessions.'],
  [file.replace('"kind":"bullet-list"', '"kind":"script"'), 'This record is damaged at sessions.'],
  [file.replaceAll('"point-logs"', '"point-queue"'), 'the id “point-queue” stands for two'],
  [
    file.replace(
      '"note":[]',
      `"note":[${'{"kind":"quote","blocks":['.repeat(500)}${']}'.repeat(500)}]`,
    ),
    'nested more than',
  ],
])('a damaged or forged file is refused with a sentence (%#)', (text, sentence) => {
  expect(readRecord(text)).toEqual({ is: 'problem', problem: expect.stringContaining(sentence) });
});

test('the published schema is the one that files are read by', async () => {
  await expect(publishedSchema()).toMatchFileSnapshot('../../../../docs/record.schema.json');
});
