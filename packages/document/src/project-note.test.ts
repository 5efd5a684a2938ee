import type { Block, Inline } from '@reportback/domain';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { cardMap, noteOf } from './group-document.ts';
import { noteIsEmpty, outline } from './note-content.ts';
import { markNames, node } from './note-names.ts';
import { equalCards, projectCard } from './project-card.ts';
import { projectNote } from './project-note.ts';
import { Random, seeds } from './testing/random.ts';
import { plain, replica, withNote } from './testing/replica.ts';

type Child = Y.XmlElement | Y.XmlText;

function element(name: string, attributes: object, ...children: readonly Child[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.insert(0, [...children]);
  return made;
}

function text(words: string, marks: object = {}): Y.XmlText {
  const made = new Y.XmlText();
  made.insert(0, words, marks);
  return made;
}

/** What is read of a note that some other program wrote. */
function read(...children: readonly Child[]): readonly Block[] {
  const doc = new Y.Doc();
  noteOf(doc).insert(0, [...children]);
  return projectNote(doc);
}

function words(said: string): Block {
  return { kind: 'paragraph', id: null, content: plain(said) };
}

test('an unknown block is what it holds', () => {
  expect(read(element('callout', {}, element(node.paragraph, {}, text('a')), text('b')))).toEqual([
    words('a'),
    words('b'),
  ]);
});

test('text that stands where a block should is a paragraph', () => {
  expect(read(text('a'), element(node.lineBreak, {}), text('b'), element(node.rule, {}))).toEqual([
    {
      kind: 'paragraph',
      id: null,
      content: [...plain('a'), { kind: 'line-break' }, ...plain('b')],
    },
    { kind: 'rule' },
  ]);
});

test('unknown marks are left out, and a link that may not be kept is text', () => {
  const paragraph = new Y.XmlText();
  paragraph.applyDelta([
    { insert: 'a', attributes: { blink: {}, bold: {}, link: { href: 'javascript:alert(1)' } } },
    { insert: { image: 'x' } },
    { insert: 'b', attributes: { bold: {}, link: 'https://example.org' } },
    { insert: 'c', attributes: { link: { href: 'https://example.org' }, italic: false } },
    { insert: 'd', attributes: { constructor: {}, 'link--aGFzaA': {} } },
  ]);
  expect(read(element(node.paragraph, {}, paragraph))).toEqual([
    {
      kind: 'paragraph',
      id: null,
      content: [
        { kind: 'text', text: 'ab', marks: [{ kind: 'bold' }] },
        { kind: 'text', text: 'c', marks: [{ kind: 'link', href: 'https://example.org' }] },
        { kind: 'text', text: 'd', marks: [] },
      ],
    },
  ]);
});

test('a newline within a paragraph’s text is a line break, and within code a line', () => {
  expect(
    read(element(node.paragraph, {}, text('a\nb')), element(node.code, {}, text('a\nb'))),
  ).toEqual([
    {
      kind: 'paragraph',
      id: null,
      content: [...plain('a'), { kind: 'line-break' }, ...plain('b')],
    },
    { kind: 'code', language: null, text: 'a\nb' },
  ]);
});

test('attributes of any value are read as the nearest that has a meaning', () => {
  const a = () => element(node.paragraph, {}, text('a'));
  const item = () => element(node.listItem, {}, a());
  expect(read(element(node.heading, { level: 6 }, text('a')))).toMatchObject([{ level: 3 }]);
  expect(read(element(node.heading, { level: { a: 1 } }, text('a')))).toMatchObject([{ level: 1 }]);
  expect(read(element(node.orderedList, { start: -5 }, item()))).toMatchObject([{ start: 0 }]);
  expect(read(element(node.orderedList, { start: '7' }, item()))).toMatchObject([{ start: 7 }]);
  expect(read(element(node.orderedList, {}, item()))).toMatchObject([{ start: 1 }]);
  expect(read(element(node.code, { language: 9 }, text('a')))).toMatchObject([{ language: null }]);
  expect(
    read(element(node.checkList, {}, element(node.checkItem, { checked: 'true' }, a()))),
  ).toMatchObject([{ items: [{ checked: false }] }]);
  expect(
    read(
      element(
        node.table,
        {},
        element(
          node.tableRow,
          {},
          element(node.tableCell, { colspan: 1e9, rowspan: Number.NaN }, a()),
        ),
      ),
    ),
  ).toMatchObject([{ rows: [{ cells: [{ columns: 1000, rows: 1, header: false }] }] }]);
});

test('what stands in a list or table without being a part of it becomes one', () => {
  const a = () => element(node.paragraph, {}, text('a'));
  expect(read(element(node.bulletList, {}, a(), text('b')))).toEqual([
    { kind: 'bullet-list', items: [{ blocks: [words('a')] }, { blocks: [words('b')] }] },
  ]);
  expect(read(element(node.table, {}, a()))).toEqual([
    {
      kind: 'table',
      rows: [{ cells: [{ header: false, columns: 1, rows: 1, blocks: [words('a')] }] }],
    },
  ]);
});

test('empty lists, tables and quotes are no blocks', () => {
  expect(
    read(
      element(node.bulletList, {}),
      element(node.table, {}, element(node.tableRow, {})),
      element(node.quote, {}),
    ),
  ).toEqual([]);
});

test('an image is one that the server stores, and else its words', () => {
  expect(read(element(node.image, { image: 'abc-1', alt: 'chart' }))).toEqual([
    { kind: 'image', image: 'abc-1', alt: 'chart' },
  ]);
  for (const elsewhere of ['https://example.org/a.png', '../a', 'A', '', 7, null])
    expect(read(element(node.image, { image: elsewhere, alt: 'chart' }))).toEqual([words('chart')]);
});

test('of two blocks with one id the first has it, and what is no id is none', () => {
  const blocks = read(
    element(node.paragraph, { id: 'b1' }, text('a')),
    element(node.heading, { id: 'b1' }, text('b')),
    element(node.paragraph, { id: '../x' }, text('c')),
  );
  expect(blocks.map((block) => ('id' in block ? block.id : block))).toEqual(['b1', null, null]);
});

test('nesting without end neither overflows nor loses its words', () => {
  const doc = replica(1);
  doc.transact(() => {
    let at: Y.XmlFragment = noteOf(doc);
    for (let depth = 0; depth < 12_000; depth += 1) {
      const inner = new Y.XmlElement(depth % 2 === 0 ? node.bulletList : node.listItem);
      at.insert(0, [inner]);
      at = inner;
    }
    at.insert(0, [text('deep')]);
  });
  expect(() => noteOf(doc).toJSON()).toThrow(RangeError);
  expect(JSON.stringify(projectNote(doc))).toContain('deep');
  expect(noteIsEmpty(doc)).toBe(false);
  expect(projectCard(doc).points).toEqual([]);
});

test('a note without words is empty, whatever frames stand in it', () => {
  expect(noteIsEmpty(replica(1, withNote('')))).toBe(true);
  expect(noteIsEmpty(replica(1, withNote('- \n\n| |\n|-|\n\n---\n')))).toBe(true);
  expect(noteIsEmpty(replica(1, withNote('- x\n')))).toBe(false);
  const doc = replica(1);
  noteOf(doc).insert(0, [element(node.image, { image: 'photo', alt: '' })]);
  expect(noteIsEmpty(doc)).toBe(false);
});

test('the outline names headings that have words, with their place', () => {
  expect(outline(projectNote(replica(1, withNote('# A *b*\n\nx\n\n###\n\n## C\n'))))).toEqual([
    { level: 1, text: 'A b', position: 0 },
    { level: 2, text: 'C', position: 3 },
  ]);
});

describe('a document that anybody wrote anything into', () => {
  const names = [...Object.values(node), 'script', 'text', 'doc', ''];
  const keys = [...markNames, 'level', 'start', 'checked', 'colspan', 'image', 'alt', 'id'];
  const values = [null, true, 0, -1, 1e300, 'x', 'https://example.org', {}, { href: 'x' }, [], []];

  function anything(random: Random, depth: number): Child {
    if (depth === 0 || random.below(3) === 0)
      return text(random.of(['', 'a', ' ', '\n', '\u0000', 'שלום']), {
        [random.of(keys)]: random.of(values),
      });
    return element(
      random.of(names),
      { [random.of(keys)]: random.of(values) },
      ...Array.from({ length: random.below(4) }, () => anything(random, depth - 1)),
    );
  }

  function anyValue(random: Random): unknown {
    const made = [
      () => random.of(values),
      () => new Y.Map(),
      () => new Y.Array(),
      () => new Y.Text('a'),
      () => {
        const fragment = new Y.XmlFragment();
        fragment.insert(0, [anything(random, 3), anything(random, 3)]);
        return fragment;
      },
    ];
    return random.of(made)();
  }

  for (const seed of seeds()) {
    test(`is read without a throw, as valid content, and the same each time (seed ${seed})`, () => {
      const random = new Random(seed);
      for (let run = 0; run < 100; run += 1) {
        const doc = new Y.Doc();
        noteOf(doc).insert(
          0,
          Array.from({ length: random.below(5) }, () => anything(random, 6)),
        );
        const card = cardMap(doc);
        for (const field of ['headline', 'ask', 'dissent', 'points', 'reporter', 'ready'])
          card.set(field, anyValue(random));
        const points = new Y.Map<unknown>();
        card.set(random.of(['points', 'else']), points);
        for (const key of ['p1', '../p', '']) {
          const point = new Y.Map<unknown>();
          points.set(key, random.below(4) === 0 ? anyValue(random) : point);
          for (const field of ['order', 'text', 'source']) point.set(field, anyValue(random));
        }
        const blocks = projectNote(doc);
        expect(projectNote(doc)).toEqual(blocks);
        expect(equalCards(projectCard(doc), projectCard(doc))).toBe(true);
        for (const inline of everyInline(blocks))
          if (inline.kind === 'text') expect(inline.text).not.toBe('');
      }
    });
  }
});

function everyInline(blocks: readonly Block[]): readonly Inline[] {
  return blocks.flatMap((block): readonly Inline[] => {
    if ('content' in block) return block.content;
    if ('items' in block) return block.items.flatMap((item) => everyInline(item.blocks));
    if ('blocks' in block) return everyInline(block.blocks);
    if ('rows' in block)
      return block.rows.flatMap((row) => row.cells.flatMap((cell) => everyInline(cell.blocks)));
    return [];
  });
}
