import type { Block, Inline } from '@reportback/domain';
import { parseBlockId } from '@reportback/domain';
import { Node } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { newCardText } from './card-text.ts';
import { cardOf, noteOf } from './group-document.ts';
import { cardTextSchema, noteSchema } from './note-schema.ts';
import { equalInlines } from './project-card.ts';
import { projectCardText } from './project-inline.ts';
import { projectNote } from './project-note.ts';
import { plain, replica, sync } from './testing/replica.ts';
import { shown, types } from './testing/typing.ts';
import { noteJson, writeBlocks } from './write-blocks.ts';

const everyMark: readonly Inline[] = [
  {
    kind: 'text',
    text: 'all',
    marks: [
      { kind: 'link', href: 'https://example.org' },
      { kind: 'bold' },
      { kind: 'italic' },
      { kind: 'underline' },
      { kind: 'strike' },
      { kind: 'highlight' },
      { kind: 'code' },
    ],
  },
];

const paragraph: Block = { kind: 'paragraph', id: null, content: plain('a') };

const everyBlock: readonly Block[] = [
  { kind: 'paragraph', id: parseBlockId('b1'), content: [...everyMark, { kind: 'line-break' }] },
  { kind: 'heading', id: parseBlockId('b2'), level: 3, content: plain('h') },
  { kind: 'bullet-list', items: [{ blocks: [paragraph, paragraph] }] },
  { kind: 'ordered-list', start: 0, items: [{ blocks: [paragraph] }] },
  {
    kind: 'check-list',
    items: [
      { checked: true, blocks: [paragraph] },
      { checked: false, blocks: [paragraph] },
    ],
  },
  { kind: 'quote', blocks: [paragraph, { kind: 'rule' }] },
  { kind: 'code', language: 'python', text: 'a\n\nb' },
  { kind: 'code', language: null, text: '' },
  {
    kind: 'table',
    rows: [
      {
        cells: [
          { header: true, columns: 2, rows: 1, blocks: [paragraph] },
          { header: false, columns: 1, rows: 2, blocks: [paragraph, paragraph] },
        ],
      },
    ],
  },
  { kind: 'image', image: 'photo-1', alt: 'the flip chart' },
  { kind: 'rule' },
  { kind: 'paragraph', id: null, content: [] },
];

function written(blocks: readonly Block[]): Y.Doc {
  const doc = new Y.Doc();
  writeBlocks(noteOf(doc), blocks);
  return doc;
}

test('every kind of block and mark comes back as it was written', () => {
  expect(projectNote(written(everyBlock))).toEqual(everyBlock);
});

test('the editor shows what was written, and would write the same', () => {
  const node = shown(noteOf(written(everyBlock)), noteSchema());
  node.check();
  expect(node.toJSON()).toEqual(Node.fromJSON(noteSchema(), noteJson(everyBlock)).toJSON());
});

test('an item that begins otherwise gets an empty paragraph first, and an empty frame one paragraph', () => {
  const empty: Block = { kind: 'paragraph', id: null, content: [] };
  const rule: Block = { kind: 'rule' };
  expect(
    projectNote(
      written([
        { kind: 'bullet-list', items: [{ blocks: [rule] }, { blocks: [] }] },
        { kind: 'quote', blocks: [] },
      ]),
    ),
  ).toEqual([
    { kind: 'bullet-list', items: [{ blocks: [empty, rule] }, { blocks: [empty] }] },
    { kind: 'quote', blocks: [empty] },
  ]);
});

test('a link that may not be kept is written as text', () => {
  const doc = written([
    {
      kind: 'paragraph',
      id: null,
      content: [
        { kind: 'text', text: 'a', marks: [{ kind: 'link', href: 'javascript:alert(1)' }] },
      ],
    },
  ]);
  expect(shown(noteOf(doc), noteSchema()).toString()).toBe('doc(paragraph("a"))');
});

test('a card’s text is written as the editor would write it, its line breaks as spaces', () => {
  const doc = new Y.Doc();
  doc
    .getMap('x')
    .set('text', newCardText([...everyMark, { kind: 'line-break' }, ...plain('b\nc')]));
  const text = doc.getMap('x').get('text');
  if (!(text instanceof Y.XmlFragment)) throw new Error('The text is gone.');
  const before = Y.encodeStateVector(doc);
  types(text, cardTextSchema(), '', 1);
  expect(Y.encodeStateVector(doc)).toEqual(before);
  expect(equalInlines(projectCardText(text), [...everyMark, ...plain(' b c')])).toBe(true);
});

test('two people who begin an empty note at once write into one paragraph', () => {
  const [ann, ben] = [replica(1), replica(2)];
  types(noteOf(ann), noteSchema(), 'ann ', 1);
  types(noteOf(ben), noteSchema(), 'ben ', 1);
  sync(ann, ben);
  expect(projectNote(ann)).toEqual(projectNote(ben));
  expect(projectNote(ann)).toHaveLength(1);
  expect(JSON.stringify(projectNote(ann))).toMatch(/ann ben |ben ann /);
});

test('two people who begin a headline at once write into one', () => {
  const [ann, ben] = [replica(1), replica(2)];
  types(cardOf(ann)!.headline, cardTextSchema(), 'ann ', 1);
  types(cardOf(ben)!.headline, cardTextSchema(), 'ben ', 1);
  sync(ann, ben);
  for (const doc of [ann, ben]) {
    const headline = cardOf(doc)!.headline;
    expect(shown(headline, cardTextSchema()).childCount).toBe(1);
    expect(JSON.stringify(projectCardText(headline))).toMatch(/ann ben |ben ann /);
  }
});
