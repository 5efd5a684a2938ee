import * as Y from 'yjs';

/** How deep the types of an update would lie in the document. */
export interface Nesting {
  /** Levels of the deepest type; 1 is directly in a root. */
  readonly deepest: number;
  /** False when some type hangs on a struct that is not there yet: then its depth is unknown, and
   * counted from that struct. */
  readonly isAnchored: boolean;
}

type Struct = Y.Item | Y.GC | Y.Skip;

/**
 * Measures an update that is decoded and not yet applied. Without recursion: siblings hang on each
 * other in chains as long as the document.
 */
export function measureNesting(structs: readonly Struct[], doc: Y.Doc): Nesting {
  const update = indexByClient(structs);
  /** Levels above an item of the update; undefined while it is being found out. */
  const above = new Map<Y.Item, number | undefined>();
  let isAnchored = true;

  /** Follows an item to a neighbour or parent whose level is known, then notes the levels back. */
  const levelsAbove = (item: Y.Item): number => {
    const path: { readonly item: Y.Item; readonly steps: number }[] = [];
    let current = item;
    let base: number | undefined;
    while (base === undefined) {
      if (above.has(current)) {
        // An item on its own path hangs on itself; Yjs never integrates it.
        base = above.get(current) ?? 0;
        break;
      }
      above.set(current, undefined);
      const neighbour = current.origin ?? current.rightOrigin;
      const steps = neighbour === null && current.parent instanceof Y.ID ? 1 : 0;
      path.push({ item: current, steps });
      const next = neighbour ?? current.parent;
      if (!(next instanceof Y.ID)) base = 0;
      else {
        const found = findInUpdate(update, next);
        if (found) current = found;
        else {
          const known = levelsInDocument(doc, next);
          isAnchored &&= known !== undefined;
          base = known ?? 0;
        }
      }
    }
    let level = base;
    for (const { item: passed, steps } of path.reverse()) {
      level += steps;
      above.set(passed, level);
    }
    return level;
  };

  let deepest = 0;
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) continue;
    if (struct.id.clock < Y.getState(doc.store, struct.id.client)) continue;
    deepest = Math.max(deepest, levelsAbove(struct) + 1);
  }
  return { deepest, isAnchored };
}

/** Levels of types above an item that the document holds; undefined when it does not. */
function levelsInDocument(doc: Y.Doc, id: Y.ID): number | undefined {
  if (id.clock >= Y.getState(doc.store, id.client)) return undefined;
  let struct: Y.Item | Y.GC | null = Y.getItem(doc.store, id);
  let levels = 0;
  while (struct instanceof Y.Item && struct.parent instanceof Y.AbstractType) {
    struct = struct.parent._item;
    if (struct) levels++;
  }
  return levels;
}

function indexByClient(structs: readonly Struct[]): ReadonlyMap<number, readonly Struct[]> {
  const index = new Map<number, Struct[]>();
  for (const struct of structs) {
    const own = index.get(struct.id.client);
    if (own) own.push(struct);
    else index.set(struct.id.client, [struct]);
  }
  return index;
}

function findInUpdate(
  index: ReadonlyMap<number, readonly Struct[]>,
  { client, clock }: Y.ID,
): Y.Item | undefined {
  const structs = index.get(client) ?? [];
  let low = 0;
  let high = structs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const struct = structs[middle];
    if (!struct) return undefined;
    if (clock < struct.id.clock) high = middle - 1;
    else if (clock >= struct.id.clock + struct.length) low = middle + 1;
    else return struct instanceof Y.Item ? struct : undefined;
  }
  return undefined;
}
