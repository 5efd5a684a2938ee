import type { HashState } from './hash-state.ts';
import type { Clock } from './ports/clock.ts';
import type { Observer } from './ports/observer.ts';
import type { UpdateLog } from './ports/update-log.ts';
import type { Replica } from './replica.ts';
import type { Room } from './room.ts';
import type { CompactionRule } from './sync-options.ts';

export interface CompactionOptions {
  readonly log: UpdateLog;
  readonly clock: Clock;
  readonly observer: Observer;
  readonly compaction: CompactionRule;
  readonly hashState: HashState;
}

/** Whether the rows since the last snapshot are worth a new one. */
export function isWorthCompacting(
  replica: Replica,
  rule: CompactionRule,
  moment: 'settled' | 'deserted',
): boolean {
  // What waits for its predecessors is in rows only, and a snapshot would cover these rows.
  if (replica.parked.length > 0) return false;
  const { rowsSinceSnapshot: rows, bytesSinceSnapshot: bytes, snapshotBytes } = replica;
  if (moment === 'deserted') return rows >= rule.idleRows;
  // Growing with the document, so that all compactions together cost no more than a few times its size.
  return rows >= rule.rows && bytes >= Math.max(rule.bytes, snapshotBytes);
}

/**
 * Stores the document's state as it is now in place of its rows, once these are durable, and if a
 * document built from it has the same content. To be called when all that the replica holds is logged.
 */
export async function compact(
  room: Room,
  replica: Replica,
  { log, clock, observer, hashState }: CompactionOptions,
): Promise<boolean> {
  const started = clock.monotonic();
  const through = replica.headSeq;
  const state = replica.whole();
  const hash = replica.hash();
  const { rowsSinceSnapshot: rows, bytesSinceSnapshot: bytes, incarnation } = replica;
  if ((await hashState(state)) !== hash) {
    observer.failed(room.document, new Error('its state builds another document; rows are kept'));
    return false;
  }
  observer.timed('compaction', clock.monotonic() - started);
  await new Promise<void>((resolve) => room.onceDurable(through, resolve));
  const snapshot = { incarnation, at: clock.wallTime(), through, state, contentHash: hash };
  const outcome = await log.writeSnapshot(room.document, snapshot);
  if (outcome.is === 'refused') return false;
  observer.counted('snapshots-written', 1);
  const { rowsSinceSnapshot, bytesSinceSnapshot } = replica;
  replica.noteSnapshot(state, rowsSinceSnapshot - rows, bytesSinceSnapshot - bytes);
  return true;
}
