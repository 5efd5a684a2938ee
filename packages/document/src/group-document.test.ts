import { parsePointId, parseSeatId } from '@reportback/domain';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addPoint, setReporter } from './card-edits.ts';
import { firstUpdate } from './first-update.ts';
import { cardOf } from './group-document.ts';
import { noteIsEmpty } from './note-content.ts';
import { projectCard } from './project-card.ts';
import { projectNote } from './project-note.ts';

function opened(update: Uint8Array = firstUpdate()): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
}

test('before the first update there is no card, and nothing can be changed', () => {
  const doc = new Y.Doc();
  expect(cardOf(doc)).toBeNull();
  expect(setReporter(doc, parseSeatId('ann'))).toBe(false);
  expect(projectCard(doc).points).toEqual([]);
  expect(projectNote(doc)).toEqual([]);
  expect(Y.encodeStateAsUpdate(doc)).toEqual(Y.encodeStateAsUpdate(new Y.Doc()));
});

test('a new document has an empty note and a whole card', () => {
  const doc = opened();
  expect(noteIsEmpty(doc)).toBe(true);
  expect(projectNote(doc)).toEqual([{ kind: 'paragraph', id: null, content: [] }]);
  expect(cardOf(doc)).not.toBeNull();
  expect(addPoint(doc, { id: parsePointId('p1'), text: [], source: null })).toBe(true);
  expect(projectCard(doc).points).toEqual([{ id: 'p1', text: [], source: null }]);
});
