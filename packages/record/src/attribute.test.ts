import { expect, test } from 'vitest';
import { attribute } from './attribute.ts';
import { buildRecord } from './build-record.ts';
import { exampleInput } from './testing/example-input.ts';

const byName = buildRecord(exampleInput);

/** The record without what people wrote freely, where a name may stand. */
function withoutNotes(record: typeof byName): string {
  return JSON.stringify({
    ...record,
    workshop: null,
    sessions: record.sessions.map((session) => ({
      ...session,
      groups: session.groups.map((work) => ({ ...work, note: null })),
    })),
  });
}

const names = /Umarova|Adaeze|Lindqvist|Sakurako|梅|سامي|Wilhelmina/;
const affiliations =
  /Harbour University|Institute of Tides|الميناء|Hidden|Nigeria|Sweden|Japan|Lebanon/;

test('by table, no name, affiliation or country is left, and the tables are', () => {
  const record = attribute(byName, 'by-table');
  expect(withoutNotes(record)).not.toMatch(names);
  expect(withoutNotes(record)).not.toMatch(affiliations);
  expect(record.groups.map((group) => group.name)).toContain('Gulls');
  expect(record.sessions[0]?.plenary.actions[0]?.owner).toBe('');
});

test('under the Chatham House Rule, nothing ties a person or a table to what was said', () => {
  const record = attribute(byName, 'none');
  const told = withoutNotes(record);
  expect(told).not.toMatch(names);
  expect(told).not.toMatch(affiliations);
  expect(told).not.toMatch(/gulls|terns|silent|seat-|point-queue|Gulls/i);
  expect(record.sessions[0]?.plenary.heard).toEqual([]);
  expect(record.people).toHaveLength(5);
});

test('under the Chatham House Rule, the order of the tables does not show', () => {
  const renumbered = {
    ...exampleInput,
    groups: exampleInput.groups.map((group) => ({ ...group, number: 4 - group.number })),
  };
  expect(buildRecord({ ...renumbered, attribution: 'none' })).toEqual(attribute(byName, 'none'));
});

test('what was withheld does not come back', () => {
  const none = attribute(byName, 'none');
  expect(attribute(none, 'by-name')).toBe(none);
  expect(attribute(attribute(byName, 'by-table'), 'by-name').attribution).toBe('by-table');
});

test('attributing twice is attributing once', () => {
  expect(attribute(attribute(byName, 'by-table'), 'none')).toEqual(attribute(byName, 'none'));
});

test('findings keep their points under the new ids', () => {
  const record = attribute(byName, 'none');
  const ids = record.sessions.flatMap((session) =>
    session.groups.flatMap((work) => work.card.points.map((point) => point.id)),
  );
  const found = record.sessions.flatMap((session) =>
    session.plenary.findings.flatMap((finding) => finding.points),
  );
  expect(found).toHaveLength(2);
  for (const point of found) expect(ids).toContain(point);
});
