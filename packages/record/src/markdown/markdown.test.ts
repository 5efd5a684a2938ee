import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { buildRecord } from '../build-record.ts';
import { NotInRecord } from '../scope.ts';
import { exampleInput } from '../testing/example-input.ts';
import { toMarkdown } from './markdown.ts';

const record = buildRecord(exampleInput);
const [morning] = record.sessions;
if (morning === undefined) throw new Error('The example has a session.');
const event = toMarkdown(record);

/** The Markdown below its front matter. */
function body(markdown: string): string {
  return markdown.slice(markdown.indexOf('\n---\n') + 5);
}

test('the event reads like the skeleton of a report', () => {
  const headings = event.matchAll(/^## (?:<a id="[^"]*"><\/a>)?(.*)$/gm);
  expect([...headings].map(([, title]) => title)).toEqual([
    'What the plenary found first',
    'Contents',
    'Abstract',
    'Agenda',
    'Participants',
    'Session 1: What hurts',
    'Session 2: What to do',
    'Findings across sessions',
    'What was carried forward',
    'Appendix: notes of all tables',
    'Acknowledgement',
    'Disclaimer',
    'How to cite',
    'Licence',
  ]);
});

test('front matter holds any text as text', () => {
  expect(event.split('\n---\n')[0]).toContain('title: "Harbour *workshop* #1"');
  expect(event).toContain('place: "Quay 4, <Port> | Sea"');
});

test('findings stand in the order of their votes, with the tables that raised them', () => {
  expect(event.indexOf('**Waiting**')).toBeLessThan(event.indexOf('**People leave**'));
  expect(event).toContain('9 votes, raised by Table 1');
});

test('a table that wrote nothing is named, not printed blank', () => {
  expect(event).toContain('*No notes from Table 3.*');
  expect(event).toContain('*No card from Table 3.*');
  expect(event).toContain('Empty: Table 3 in Session 1');
});

test('every link inside the file leads somewhere, and every anchor is led to', () => {
  const anchors = [...event.matchAll(/<a id="([^"]+)">/g)].map(([, name]) => name);
  const links = [...event.matchAll(/\]\(#([^)]+)\)/g)].map(([, name]) => name);
  expect(new Set(anchors).size).toBe(anchors.length);
  expect(new Set(links)).toEqual(new Set(anchors));
});

test('a point leads to its finding and to the line of the note it came from', () => {
  expect(event).toContain('[Waiting](#finding-f-most)');
  expect(event).toContain('[Where the note says it](#note-morning-gulls-b1)');
  expect(event).toContain('<a id="note-morning-gulls-b1"></a>waits of 3 h');
});

test('points that no finding takes up are listed', () => {
  expect(event).toMatch(/### Points that no finding takes up\n\n- \[Table 1, point 2\]/);
});

test('a matrix shows what became of each finding in later sessions', () => {
  expect(event).toContain(
    [
      '| Finding | Session 1: What hurts | Session 2: What to do |',
      '| - | - | - |',
      '| [People leave](#finding-f-less) | 2 votes, raised by Table 2 | – |',
      '| [Waiting](#finding-f-most) | 9 votes, raised by Table 1 | [Table 1, point 1](#point-point-store) |',
    ].join('\n'),
  );
  expect(toMarkdown(record, { session: morning.id, group: null })).not.toContain('across sessions');
});

test('hostile names stay text', () => {
  const tree = fromMarkdown(body(event), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const found: string[] = [];
  const visit = (node: object): void => {
    if ('type' in node && node.type === 'html' && 'value' in node) found.push(String(node.value));
    if ('children' in node && Array.isArray(node.children)) node.children.forEach(visit);
  };
  visit(tree);
  expect(found.filter((html) => !/^<a id="[a-z0-9-]+">$|^<\/a>$/.test(html))).toEqual([]);
});

test('a session and a table are exported alone', () => {
  const session = toMarkdown(record, { session: morning.id, group: null });
  expect(session).toContain('# Session 1: What hurts');
  expect(session).not.toContain('One store of settings');
  const table = toMarkdown(record, { session: null, group: record.groups[0]?.id ?? null });
  expect(table).toContain('# Table 1: Gulls');
  expect(table).toContain('One store of settings');
  expect(table).not.toContain('人が去る');
});

test('one table cannot be exported where tables are withheld', () => {
  const none = buildRecord({ ...exampleInput, attribution: 'none' });
  const scope = { session: null, group: none.groups[0]?.id ?? null };
  expect(() => toMarkdown(none, scope)).toThrow(NotInRecord);
});

test('an unknown session is refused with a sentence', () => {
  const other = buildRecord({ ...exampleInput, sessions: [] });
  expect(() => toMarkdown(other, { session: morning.id, group: null })).toThrow(
    'This workshop has no session “morning”. Choose one of its sessions.',
  );
});

test('a draft says its date in the zone of the workshop', () => {
  const dated = toMarkdown(record, undefined, {
    exportedAt: Date.UTC(2025, 8, 16, 7, 12),
    address: null,
  });
  expect(dated).toContain('Draft of 16 September 2025, 09:12.');
});

test('a workshop without anything is still a report', () => {
  const bare = buildRecord({
    ...exampleInput,
    workshop: { ...exampleInput.workshop, agenda: { days: [], problems: [] }, organizers: '' },
    sessions: [],
    groups: [],
    seats: [],
    work: [],
    plenaries: [],
  });
  expect(toMarkdown(bare)).toContain('*No participants on record.*');
});
