import * as encoding from 'lib0/encoding';
import * as f from 'lib0/function';
import * as Y from 'yjs';

/**
 * Finds a struct that the document holds with other content, or in another place, under the same id
 * and clock. Yjs would silently keep what it has, and the sender would believe its own text saved.
 * What is deleted on either side cannot be compared and counts as equal.
 */
export function findConflict(
  structs: readonly (Y.Item | Y.GC | Y.Skip)[],
  doc: Y.Doc,
): Y.ID | undefined {
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || struct.content instanceof Y.ContentDeleted) continue;
    const clock = firstConflict(struct, doc);
    if (clock !== undefined) return Y.createID(struct.id.client, clock);
  }
  return undefined;
}

function firstConflict(claimed: Y.Item, doc: Y.Doc): number | undefined {
  const { client, clock: start } = claimed.id;
  const end = Math.min(start + claimed.length, Y.getState(doc.store, client));
  const held = doc.store.clients.get(client) ?? [];
  for (let clock = start; clock < end; ) {
    const stored = held[Y.findIndexSS(held, clock)];
    if (!stored) return undefined;
    const next = Math.min(end, stored.id.clock + stored.length);
    if (stored instanceof Y.Item && !stored.deleted) {
      const same =
        isSamePlace(claimed, stored, clock) && isSameContent(claimed, stored, clock, next);
      if (!same) return clock;
    }
    clock = next;
  }
  return undefined;
}

/** Within a struct, each unit has the one before it as its origin. */
function originAt(item: Y.Item, clock: number): Y.ID | null {
  return clock > item.id.clock ? Y.createID(item.id.client, clock - 1) : item.origin;
}

function isSamePlace(claimed: Y.Item, stored: Y.Item, clock: number): boolean {
  const origin = originAt(stored, clock);
  if (!Y.compareIDs(originAt(claimed, clock), origin)) return false;
  if (!Y.compareIDs(claimed.rightOrigin, stored.rightOrigin)) return false;
  if (origin !== null || stored.rightOrigin !== null) return true;
  if (claimed.parentSub !== stored.parentSub) return false;
  const holder = stored.parent instanceof Y.AbstractType ? stored.parent : null;
  if (holder === null) return false;
  if (claimed.parent instanceof Y.ID) return Y.compareIDs(claimed.parent, holder._item?.id ?? null);
  // A decoded update names its root by text, which Yjs's types do not say.
  return holder._item === null && String(claimed.parent) === Y.findRootTypeKey(holder);
}

function isSameContent(claimed: Y.Item, stored: Y.Item, from: number, to: number): boolean {
  const mine = claimed.content;
  const theirs = stored.content;
  if (mine.constructor !== theirs.constructor) return false;
  const [a, b] = [claimed, stored].map(({ id }) => [from - id.clock, to - id.clock] as const);
  if (!a || !b) return false;
  if (mine instanceof Y.ContentString && theirs instanceof Y.ContentString)
    return isSameText(mine.str.slice(...a), theirs.str.slice(...b));
  if (mine instanceof Y.ContentAny || mine instanceof Y.ContentJSON) {
    const values = [mine.getContent().slice(...a), theirs.getContent().slice(...b)];
    const [x, y] = values.map((value) => encoding.encode((to) => encoding.writeAny(to, value)));
    return f.equalityDeep(x, y);
  }
  return f.equalityDeep(encoded(mine), encoded(theirs));
}

function isSameText(a: string, b: string): boolean {
  if (a === b) return true;
  // Where a surrogate pair was cut, Yjs puts replacement characters, at its own time on each replica.
  const isCut = (letter: string | undefined): boolean => letter === '\ufffd';
  return [...Array(a.length).keys()].every((n) => a[n] === b[n] || isCut(a[n]) || isCut(b[n]));
}

function encoded(content: Y.Item['content']): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  content.write(encoder, 0);
  return encoder.toUint8Array();
}
