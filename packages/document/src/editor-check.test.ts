import { parsePointId } from '@reportback/domain';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addPoint } from './card-edits.ts';
import { opensUnchanged } from './editor-check.ts';
import { cardOf, noteOf } from './group-document.ts';
import { plain, replica, withNote } from './testing/replica.ts';

test('documents that we wrote open unchanged', () => {
  expect(opensUnchanged(replica(1))).toBe(true);
  const doc = replica(1, withNote('# a\n\n- [x] **b** `c`\n\n| a |\n|---|\n| b |\n'));
  addPoint(doc, { id: parsePointId('p1'), text: plain('a'), source: null });
  expect(opensUnchanged(doc)).toBe(true);
});

test('a document whose first update has not arrived does not', () => {
  expect(opensUnchanged(new Y.Doc())).toBe(false);
});

test('a block, a mark or bare text that the editor does not know keeps it closed, and is kept', () => {
  const withUnknown: readonly ((doc: Y.Doc) => void)[] = [
    (doc) => noteOf(doc).insert(0, [new Y.XmlElement('callout')]),
    (doc) => noteOf(doc).insert(0, [new Y.XmlText('bare')]),
    (doc) => {
      const paragraph = new Y.XmlElement('paragraph');
      const text = new Y.XmlText();
      text.insert(0, 'a', { blink: {} });
      paragraph.insert(0, [text]);
      noteOf(doc).insert(0, [paragraph]);
    },
    (doc) => cardOf(doc)!.headline.insert(0, [new Y.XmlElement('heading')]),
    (doc) => cardOf(doc)!.ask.insert(0, [new Y.XmlElement('paragraph')]),
  ];
  for (const write of withUnknown) {
    const doc = replica(1);
    write(doc);
    const before = Y.encodeStateAsUpdate(doc);
    expect(opensUnchanged(doc)).toBe(false);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  }
});
