import * as Y from 'yjs';
import type { StateBefore } from './history.ts';
import type { Replica } from './replica.ts';
import type { ClockRange } from './scan-update.ts';
import type { HistoryRule } from './sync-options.ts';
import type { Turn } from './turn.ts';

/** Deletions one after the other, with nothing much written between them. */
interface Run {
  readonly before: StateBefore;
  readonly began: number;
  /** How much had ever been written when it began. */
  readonly written: number;
  removed: number;
}

/**
 * Notices when so much is removed from a document, at once or bit by bit as with a key that is held down,
 * that the state before it should be kept as a version.
 */
export class RemovalWatch {
  readonly #rule: HistoryRule;
  #run: Run | undefined;

  constructor(rule: HistoryRule) {
    this.#rule = rule;
  }

  /**
   * To be asked before deletions are applied.
   * @param now monotonic, in milliseconds
   * @returns the state to keep, once for each run of deletions that comes to much
   */
  note(
    deletions: readonly ClockRange[],
    replica: Replica,
    turn: Turn,
    now: number,
  ): StateBefore | undefined {
    const removed = unitsIn(deletions, replica.doc);
    if (removed === 0) return undefined;
    const written = unitsWritten(replica.doc);
    if (!this.#run || this.#isOver(this.#run, written, now) || this.#isMuch(removed, 0, replica))
      this.#run = {
        before: stateBefore(replica, turn, 'before-removal'),
        began: now,
        written,
        removed: 0,
      };
    const { before, removed: earlier } = this.#run;
    this.#run.removed += removed;
    if (!this.#isMuch(removed, earlier, replica)) return undefined;
    this.#run = undefined;
    return before;
  }

  /** Whether so much was written since the run began that the state before it has too little of it. */
  #isOver({ began, written: atFirst }: Run, written: number, now: number): boolean {
    return now - began > this.#rule.removalTime || written - atFirst >= this.#rule.removedUnits;
  }

  #isMuch(removed: number, earlier: number, { doc }: Replica): boolean {
    const all = removed + earlier;
    // Looking closely costs time, and most deletions are a letter.
    if (all < this.#rule.removedUnits) return false;
    return all >= this.#rule.removedPart * (liveUnits(doc) + earlier);
  }

  /** What was noted may not have come into the log. */
  forget(): void {
    this.#run = undefined;
  }
}

/** The document as it is before what is applied next. */
export function stateBefore(
  replica: Replica,
  { rows }: Turn,
  cause: StateBefore['cause'],
): StateBefore {
  const lastRows = new Map(replica.lastRows);
  for (const [n, { author }] of rows.entries()) lastRows.set(author, replica.headSeq + n + 1);
  return { state: replica.whole(), through: replica.headSeq + rows.length, lastRows, cause };
}

/** How many characters and values deletions would take away that are still there. */
function unitsIn(deletions: readonly ClockRange[], doc: Y.Doc): number {
  let units = 0;
  for (const { client, from, to } of deletions) {
    if (from >= Y.getState(doc.store, client)) continue;
    const structs = doc.store.clients.get(client) ?? [];
    let index = Y.findIndexSS(structs, from);
    for (let struct = structs[index]; struct && struct.id.clock < to; struct = structs[++index]) {
      if (!struct.deleted)
        units += Math.min(struct.id.clock + struct.length, to) - Math.max(struct.id.clock, from);
    }
  }
  return units;
}

function unitsWritten(doc: Y.Doc): number {
  let units = 0;
  for (const client of doc.store.clients.keys()) units += Y.getState(doc.store, client);
  return units;
}

function liveUnits(doc: Y.Doc): number {
  let units = 0;
  for (const structs of doc.store.clients.values())
    for (const struct of structs) if (!struct.deleted) units += struct.length;
  return units;
}
