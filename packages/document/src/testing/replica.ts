import type { Inline } from '@reportback/domain';
import * as Y from 'yjs';
import { type FirstContent, firstUpdate } from '../first-update.ts';

/** A document as a page opens it: with the server's first update, under a client id of its own. */
export function replica(client: number, content?: FirstContent): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = client;
  Y.applyUpdate(doc, content === undefined ? firstUpdate() : firstUpdate(content));
  return doc;
}

/** Brings replicas to the same state, each from each. */
export function sync(...docs: readonly Y.Doc[]): void {
  const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc));
  for (const doc of docs) for (const update of updates) Y.applyUpdate(doc, update);
}

/** Text without marks, as inlines. */
export function plain(text: string): readonly Inline[] {
  return [{ kind: 'text', text, marks: [] }];
}

/** First content with a note and an otherwise empty card. */
export function withNote(note: string): FirstContent {
  return {
    note,
    card: { headline: '', points: [], ask: '', dissent: '', reporter: null, scribe: null },
  };
}
