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
  /** How much there was when it began; counted when it is asked for. */
  all: number | undefined;
  removed: number;
}

/** States up to so many bytes are encoded in no time. */
const smallState = 50_000;
/** Of what is larger, so many bytes are encoded each millisecond on average: a small part of what one could. */
const bytesEach = 200;

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
    replica.noteRemoved(removed);
    const written = unitsWritten(replica.doc);
    let run = this.#run;
    if (!run || this.#isOver(run, written, now) || this.#isMuch(removed, run, replica))
      run = {
        before: stateBefore(replica, turn, 'before-removal'),
        began: now,
        written,
        all: undefined,
        removed: 0,
      };
    const isMuch = this.#isMuch(run.removed + removed, run, replica);
    run.removed += removed;
    this.#run = isMuch ? undefined : run;
    return isMuch ? run.before : undefined;
  }

  /** Whether so much was written since the run began that the state before it has too little of it. */
  #isOver({ before, began, written: atFirst }: Run, written: number, now: number): boolean {
    const age = now - began;
    if (age > this.#rule.removalTime) return true;
    // Who pastes and corrects in turn must not have a large document encoded each time.
    const dear = Math.max(0, before.state.length - smallState);
    return written - atFirst >= this.#rule.removedUnits && age >= dear / bytesEach;
  }

  #isMuch(removed: number, run: Run, { doc }: Replica): boolean {
    // Counting everything costs time, and most deletions are a letter.
    if (removed < this.#rule.removedUnits) return false;
    run.all ??= liveUnits(doc) + run.removed;
    return removed >= this.#rule.removedPart * run.all;
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
