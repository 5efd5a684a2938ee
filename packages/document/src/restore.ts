import type { Schema } from '@tiptap/pm/model';
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { putPoint, setField } from './card-edits.ts';
import {
  cardField,
  cardOf,
  type GroupCard,
  isReady,
  noteOf,
  pointField,
  pointsOf,
  roleOn,
} from './group-document.ts';
import { cardTextSchema, noteSchema } from './note-schema.ts';
import { origin } from './origin.ts';
import { projectCardText } from './project-inline.ts';

/**
 * Makes a live document say what an older version said, as a new edit forward: history is kept, other people's
 * editors follow, and what did not change is not written again. Points come back under their old ids.
 * @param live the document to change, in one transaction of origin `restore`
 * @param older the document in the older state; it is read only
 */
export function restore(live: Y.Doc, older: Y.Doc): void {
  // Reading through the editor's binding can mend what it reads, so it reads a copy.
  const wanted = new Y.Doc();
  Y.applyUpdate(wanted, Y.encodeStateAsUpdate(older));
  live.transact(() => {
    restoreText(noteOf(live), noteOf(wanted), noteSchema());
    const card = cardOf(live);
    const olderCard = cardOf(wanted);
    if (card !== null && olderCard !== null) restoreCard(card, olderCard);
  }, origin.restore);
  wanted.destroy();
}

function restoreText(live: Y.XmlFragment, older: Y.XmlFragment, schema: Schema): void {
  const doc = live.doc;
  if (doc === null) throw new Error('Only a text that belongs to a document can be restored.');
  const { doc: content } = initProseMirrorDoc(older, schema);
  updateYFragment(doc, live, content, { mapping: new Map(), isOMark: new Map() });
}

function restoreCard(live: GroupCard, older: GroupCard): void {
  for (const field of ['headline', 'ask', 'dissent'] as const)
    restoreText(live[field], older[field], cardTextSchema());
  setField(live.map, cardField.reporter, roleOn(older.map, 'reporter'));
  setField(live.map, cardField.scribe, roleOn(older.map, 'scribe'));
  setField(live.map, cardField.ready, isReady(older.map));
  restorePoints(live, older);
}

function restorePoints(live: GroupCard, older: GroupCard): void {
  const wanted = new Map(pointsOf(older.map).map((point) => [point.id, point]));
  const present = new Map(pointsOf(live.map).map((point) => [point.id, point]));
  for (const id of present.keys()) if (!wanted.has(id)) live.points.delete(id);
  for (const [id, { order, text, source }] of wanted) {
    const kept = present.get(id);
    const map: unknown = live.points.get(id);
    if (kept === undefined || !(map instanceof Y.Map)) {
      putPoint(live.points, { id, order, text: projectCardText(text), source });
      continue;
    }
    restoreText(kept.text, text, cardTextSchema());
    setField(map, pointField.order, order);
    setField(map, pointField.source, source);
  }
}
