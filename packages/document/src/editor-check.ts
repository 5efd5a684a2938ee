import type { Schema } from '@tiptap/pm/model';
import { initProseMirrorDoc } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { cardOf, noteOf, pointsOf } from './group-document.ts';
import { cardTextSchema, noteSchema } from './note-schema.ts';

/**
 * Whether the editor would show a document without changing it. An editor deletes what its schema does
 * not know, and syncs the deletion to everyone; so a page asks this before it mounts one, and shows the document
 * read-only where the answer is no. It tries on a copy. Also no before the first update arrived.
 */
export function opensUnchanged(doc: Y.Doc): boolean {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  let changed = false;
  copy.on('update', () => {
    changed = true;
  });
  const card = cardOf(copy);
  const fits =
    card !== null &&
    converts(noteOf(copy), noteSchema()) &&
    [card.headline, card.ask, card.dissent, ...pointsOf(card.map).map(({ text }) => text)].every(
      (text) => converts(text, cardTextSchema()),
    );
  copy.destroy();
  return fits && !changed;
}

function converts(fragment: Y.XmlFragment, schema: Schema): boolean {
  try {
    initProseMirrorDoc(fragment, schema).doc.check();
    return true;
  } catch {
    // The binding throws on what it cannot show, such as bare text or nesting without end.
    return false;
  }
}
