import { Random } from '@reportback/sync/testing';
import * as Y from 'yjs';

/**
 * As many edits, insertions and deletions in the proportion of the paper whose writing Martin Kleppmann
 * recorded (182,315 and 77,463: github.com/automerge/automerge-perf).
 */
const insertions = 182_315;
const deletions = 77_463;

/** A text that one person wrote and rewrote character by character: an update for each edit. */
export interface LongHistory {
  readonly updates: readonly Uint8Array[];
  /** How long the text is in the end. */
  readonly length: number;
}

/**
 * Writes at a place that moves now and then, as authors do, and takes back what was just written.
 * The same seed gives the same text.
 * @param part of the edits, from 0 to 1
 */
export function longHistory(seed: number, part: number): LongHistory {
  const doc = new Y.Doc();
  doc.clientID = 1 + (seed % 1_000_000);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const text = new Y.XmlText();
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [text]);
    doc.getXmlFragment('note').push([paragraph]);
  });
  const random = new Random(seed);
  const edits = Math.round((insertions + deletions) * part);
  let place = 0;
  for (let edit = 0; edit < edits; edit++) {
    if (random.chance(0.005)) place = random.below(text.length + 1);
    if (place > 0 && random.chance(deletions / (insertions + deletions))) text.delete(--place, 1);
    else text.insert(place++, random.pick(letters));
  }
  return { updates, length: text.length };
}

const letters = [...'etaoin shrdlu cmfwyp '];
