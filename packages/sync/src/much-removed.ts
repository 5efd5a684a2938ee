import * as Y from 'yjs';
import type { ClockRange } from './scan-update.ts';
import type { HistoryRule } from './sync-options.ts';

/** Whether deletions would take away so much that the state before should be kept as a version. */
export function removesMuch(
  deletions: readonly ClockRange[],
  doc: Y.Doc,
  { removedUnits, removedPart }: Pick<HistoryRule, 'removedUnits' | 'removedPart'>,
): boolean {
  const claimed = deletions.reduce((units, { from, to }) => units + to - from, 0);
  // Looking closely costs time, and most deletions are a letter.
  if (claimed < removedUnits) return false;
  let removed = 0;
  for (const { client, from, to } of deletions) {
    const structs = doc.store.clients.get(client) ?? [];
    if (from >= Y.getState(doc.store, client)) continue;
    let index = Y.findIndexSS(structs, from);
    for (let struct = structs[index]; struct && struct.id.clock < to; struct = structs[++index]) {
      if (!struct.deleted)
        removed += Math.min(struct.id.clock + struct.length, to) - Math.max(struct.id.clock, from);
    }
  }
  return removed >= removedUnits && removed >= removedPart * liveUnits(doc);
}

function liveUnits(doc: Y.Doc): number {
  let units = 0;
  for (const structs of doc.store.clients.values())
    for (const struct of structs) if (!struct.deleted) units += struct.length;
  return units;
}
