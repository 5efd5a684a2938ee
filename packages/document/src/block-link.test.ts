import { parseBlockId } from '@reportback/domain';
import { expect, test } from 'vitest';
import { blockAt, blockIdOf, blockWithId, linkBlock } from './block-link.ts';
import { noteOf } from './group-document.ts';
import { blockIdAttribute } from './note-names.ts';
import { noteSchema } from './note-schema.ts';
import { projectPlain } from './project-inline.ts';
import { replica, sync, withNote } from './testing/replica.ts';
import { shown } from './testing/typing.ts';

const note = '# Talk\n\n- one\n- two\n\n```\ncode\n```\n';

test('a block is found by the path that ProseMirror gives to its text', () => {
  const doc = replica(1, withNote(note));
  const node = shown(noteOf(doc), noteSchema());
  const found: string[] = [];
  node.descendants((child, position) => {
    if (!child.isTextblock || child.type.name === 'codeBlock') return;
    const at = node.resolve(position + 1);
    const path = Array.from({ length: at.depth }, (_, depth) => at.index(depth));
    const block = blockAt(doc, path);
    found.push(block === null ? 'not found' : projectPlain(block));
  });
  expect(found).toEqual(['Talk', 'one', 'two']);
});

test('a place without such a block has none', () => {
  const doc = replica(1, withNote(note));
  for (const path of [[], [1], [1, 0], [2], [9], [0, 0], [0, 5]])
    expect(blockAt(doc, path)).toBeNull();
});

test('an id is given once, and found again', () => {
  const doc = replica(1, withNote(note));
  const block = blockAt(doc, [1, 0, 0])!;
  expect(blockIdOf(block)).toBeNull();
  const id = linkBlock(doc, block);
  expect(id).not.toBeNull();
  expect(linkBlock(doc, block)).toBe(id);
  expect(blockWithId(doc, id!)).toBe(block);
  expect(blockWithId(doc, parseBlockId('other'))).toBeNull();
});

test('two people who link one line at once give it the same id', () => {
  const [ann, ben] = [replica(1, withNote(note)), replica(2, withNote(note))];
  const ids = [ann, ben].map((doc) => linkBlock(doc, blockAt(doc, [1, 1, 0])!));
  expect(ids[0]).toBe(ids[1]);
  sync(ann, ben);
  expect(blockIdOf(blockAt(ann, [1, 1, 0])!)).toBe(ids[0]);
});

test('a block whose id went with its other half gets another', () => {
  const doc = replica(1, withNote('one\n\ntwo\n'));
  const [one, two] = [blockAt(doc, [0])!, blockAt(doc, [1])!];
  const id = linkBlock(doc, two)!;
  two.removeAttribute(blockIdAttribute.stored);
  one.setAttribute(blockIdAttribute.stored, id);
  expect(linkBlock(doc, two)).toBe(`${id}-2`);
});

test('a copy that has its twin’s id gets one of its own, and a deleted block none', () => {
  const doc = replica(1, withNote('one\n\ntwo\n'));
  const [one, two] = [blockAt(doc, [0])!, blockAt(doc, [1])!];
  const id = linkBlock(doc, one)!;
  two.setAttribute(blockIdAttribute.stored, id);
  expect(linkBlock(doc, two)).not.toBe(id);
  expect(linkBlock(doc, one)).toBe(id);
  noteOf(doc).delete(1, 1);
  expect(linkBlock(doc, two)).toBeNull();
});
