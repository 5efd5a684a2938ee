import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { authorsOfBlock } from './attribution.ts';
import { noteOf } from './group-document.ts';
import { noteSchema } from './note-schema.ts';
import { replica, sync } from './testing/replica.ts';
import { changes, types } from './testing/typing.ts';

test('a block names who wrote it, most first; deleted text does not count', () => {
  const [ann, ben] = [replica(1), replica(2)];
  types(noteOf(ann), noteSchema(), 'hello', 1);
  sync(ann, ben);
  types(noteOf(ben), noteSchema(), ' everybody', 6);
  sync(ann, ben);
  changes(noteOf(ann), noteSchema(), (tr) => tr.delete(1, 4));
  expect(authorsOfBlock(ann, [0])).toEqual([
    { client: 2, characters: 10 },
    { client: 1, characters: 2 },
  ]);
});

test('text within lists counts for its block, and a block without text names who made it', () => {
  const doc = replica(7);
  const item = new Y.XmlElement('listItem');
  const list = new Y.XmlElement('bulletList');
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('abc')]);
  item.insert(0, [paragraph]);
  list.insert(0, [item]);
  noteOf(doc).insert(1, [list, new Y.XmlElement('horizontalRule')]);
  const other = replica(8);
  sync(doc, other);
  changes(noteOf(other), noteSchema(), (tr) => tr.insertText('de', 6));
  expect(authorsOfBlock(other, [1])).toEqual([
    { client: 7, characters: 3 },
    { client: 8, characters: 2 },
  ]);
  expect(authorsOfBlock(other, [1, 0, 0])).toEqual(authorsOfBlock(other, [1]));
  expect(authorsOfBlock(other, [2])).toEqual([{ client: 7, characters: 0 }]);
  for (const nowhere of [[], [3], [1, 0, 0, 0], [1, 0, 0, 0, 0]])
    expect(authorsOfBlock(other, nowhere)).toEqual([]);
});
