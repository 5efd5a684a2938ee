import { readFileSync } from 'node:fs';
import { parsePointId, parseSeatId } from '@reportback/domain';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { blockWithId } from './block-link.ts';
import { opensUnchanged } from './editor-check.ts';
import { firstUpdate } from './first-update.ts';
import { root } from './group-document.ts';
import { projectCard } from './project-card.ts';
import { projectPlain } from './project-inline.ts';
import { plain, replica, withNote } from './testing/replica.ts';

/** The client ids that wrote an update. */
function writers(update: Uint8Array): readonly number[] {
  return [...Y.parseUpdateMeta(update).from.keys()];
}

test('equal content gives equal bytes, other content other bytes under another client id', () => {
  expect(firstUpdate()).toEqual(firstUpdate());
  expect(firstUpdate(withNote('a'))).toEqual(firstUpdate(withNote('a')));
  expect(writers(firstUpdate())).toHaveLength(1);
  expect(writers(firstUpdate(withNote('a')))).not.toEqual(writers(firstUpdate(withNote('b'))));
});

test('the roots are the note and the card, and nothing else', () => {
  expect([...replica(1).share.keys()].sort()).toEqual([root.card, root.note].sort());
});

test('a first update that arrives twice changes nothing', () => {
  const doc = replica(1);
  const before = Y.encodeStateAsUpdate(doc);
  Y.applyUpdate(doc, firstUpdate());
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
});

test('a card is filled, and its points are tied to the blocks of their lines', () => {
  const note =
    '# Talk\n\n- one\n- two\n  three\n\n| a | b |\n|---|---|\n| four | five |\n\n```\nsix\n```\n';
  const point = (id: string, sourceLine: number | null) => ({
    id: parsePointId(id),
    text: id,
    sourceLine,
  });
  const doc = replica(1, {
    note,
    card: {
      headline: 'We agree',
      points: [
        point('head', 1),
        point('two', 4),
        point('three', 5),
        point('four', 9),
        point('six', 12),
        point('none', null),
      ],
      ask: 'Help',
      dissent: 'Not all\nof us',
      reporter: parseSeatId('ann'),
      scribe: null,
    },
  });
  const card = projectCard(doc);
  expect(card).toMatchObject({
    headline: plain('We agree'),
    ask: plain('Help'),
    dissent: plain('Not all of us'),
    reporter: 'ann',
    scribe: null,
    ready: false,
  });
  const lines = card.points.map(({ id, source }) => {
    const block = source === null ? null : blockWithId(doc, source);
    return [id, block === null ? null : projectPlain(block)];
  });
  expect(lines).toEqual([
    ['head', 'Talk'],
    ['two', 'two three'],
    ['three', 'two three'],
    ['four', 'four'],
    // Code cannot have an id.
    ['six', null],
    ['none', null],
  ]);
  expect(opensUnchanged(doc)).toBe(true);
});

test('points of a real note find the lines that they were made from', () => {
  const note = readFileSync(new URL('sample-notes/tables-and-arabic.txt', import.meta.url), 'utf8');
  const lines = note
    .split('\n')
    .flatMap((line, index) => (line.startsWith('* ') ? [index + 1] : []));
  const doc = replica(1, {
    ...withNote(note),
    card: {
      ...withNote(note).card,
      points: lines.map((line) => ({ id: parsePointId(`p${line}`), text: '', sourceLine: line })),
    },
  });
  expect(lines.length).toBeGreaterThan(3);
  for (const [index, { source }] of projectCard(doc).points.entries()) {
    const block = source === null ? null : blockWithId(doc, source);
    if (block === null) throw new Error(`Line ${lines[index]} was not found.`);
    const start = projectPlain(block).slice(0, 12);
    expect(note.split('\n')[(lines[index] ?? 0) - 1]?.replaceAll(/[*`_]/g, '')).toContain(start);
  }
});
