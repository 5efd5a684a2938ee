import * as Y from 'yjs';
import type { StructPlaces } from './struct-places.ts';

/** How deep the types of an update would lie in the document. */
export interface Nesting {
  /** Levels of the deepest type; 1 is directly in a root. Where it is more than was asked about, at least so many. */
  readonly deepest: number;
  /** False when some type hangs on a struct that is not there yet: then its depth is unknown, and
   * counted from that struct. */
  readonly isAnchored: boolean;
}

/** In the place of a level, for what is being found out. */
const underWay = -1;

/**
 * Measures an update that was read and not yet applied, looking at each struct once, and no further once
 * something is deeper than `limit`. Without recursion: siblings hang on each other in chains as long as
 * the document.
 */
export function measureNesting(places: StructPlaces, doc: Y.Doc, limit: number): Nesting {
  /** Levels above each struct of the update plus one; 0 while it was not asked for. */
  const known = new Int32Array(places.count);
  let isAnchored = true;

  /** Follows a struct to a neighbour or parent whose level is known, then notes the levels back. */
  const levelsAbove = (struct: number): number => {
    const path: number[] = [];
    let current: number | undefined = struct;
    let base = 0;
    let levels = 0;
    while (current !== undefined) {
      const found = known[current] ?? 0;
      if (found !== 0) {
        // What is on its own path hangs on itself; Yjs never integrates it.
        base = found === underWay ? 0 : found - 1;
        break;
      }
      known[current] = underWay;
      path.push(current);
      const anchor = places.anchor(current);
      if (anchor === 'none') break;
      if (anchor === 'parent' && ++levels > limit) return levels;
      const [client, clock] = [places.anchorClient(current), places.anchorClock(current)];
      current = places.find(client, clock);
      if (current !== undefined) continue;
      const held = levelsInDocument(doc, client, clock);
      isAnchored &&= held !== undefined;
      base = held ?? 0;
    }
    let level = base;
    for (const passed of path.reverse()) {
      if (places.anchor(passed) === 'parent') level++;
      known[passed] = level + 1;
    }
    return level;
  };

  let deepest = 0;
  for (let struct = 0; struct < places.count && deepest <= limit; struct++) {
    if (places.kind(struct) !== 'type') continue;
    if (places.clock(struct) < Y.getState(doc.store, places.client(struct))) continue;
    deepest = Math.max(deepest, levelsAbove(struct) + 1);
  }
  return { deepest, isAnchored };
}

/** Levels of types above an item that the document holds; undefined when it does not. */
function levelsInDocument(doc: Y.Doc, client: number, clock: number): number | undefined {
  if (clock >= Y.getState(doc.store, client)) return undefined;
  let struct: Y.Item | Y.GC | null = Y.getItem(doc.store, Y.createID(client, clock));
  let levels = 0;
  while (struct instanceof Y.Item && struct.parent instanceof Y.AbstractType) {
    struct = struct.parent._item;
    if (struct) levels++;
  }
  return levels;
}
