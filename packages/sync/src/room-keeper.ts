import { compact, isWorthCompacting } from './compaction.ts';
import { keepVersion, type Moment } from './history.ts';
import type { Replica } from './replica.ts';
import type { Room } from './room.ts';
import type { SyncOptions } from './sync-options.ts';
import type { Turn } from './turn.ts';

/** Keeps one room's log short and its history rich, beside the work. */
export class RoomKeeper {
  readonly #room: Room;
  readonly #options: SyncOptions;
  #isCompacting = false;
  #compactsAt = 0;
  #hasChanged = false;
  #lastVersion: number;

  constructor(room: Room, options: SyncOptions) {
    this.#room = room;
    this.#options = options;
    this.#lastVersion = options.clock.monotonic();
  }

  /** A turn is over, and all that the replica holds is logged. */
  settled(replica: Replica, turn: Turn): void {
    const { clock, history, compaction } = this.#options;
    if (turn.before) this.#try(this.#keep(replica, turn.before));
    this.#hasChanged ||= turn.outbound.length > 0;
    if (this.#hasChanged && clock.monotonic() - this.#lastVersion >= history.interval)
      this.#try(this.keep(replica, 'interval'));
    if (isWorthCompacting(replica, compaction, 'settled')) this.#try(this.#compact(replica));
  }

  /** Nobody is there any more, and the room is about to be forgotten. */
  async deserted(replica: Replica): Promise<void> {
    if (this.#hasChanged) await this.keep(replica, 'interval');
    if (isWorthCompacting(replica, this.#options.compaction, 'deserted'))
      await this.#compact(replica);
  }

  /** Keeps the present state as a version. To be called when all of it is logged. */
  async keep(replica: Replica, cause: string): ReturnType<typeof keepVersion> {
    this.#hasChanged = false;
    this.#lastVersion = this.#options.clock.monotonic();
    const lastRows = new Map(replica.lastRows);
    return this.#keep(replica, {
      cause,
      state: replica.whole(),
      through: replica.headSeq,
      lastRows,
    });
  }

  #keep(
    { incarnation }: Replica,
    moment: Omit<Moment, 'document' | 'incarnation'>,
  ): ReturnType<typeof keepVersion> {
    return keepVersion({ ...moment, document: this.#room.document, incarnation }, this.#options);
  }

  async #compact(replica: Replica): Promise<void> {
    if (this.#isCompacting || replica.rowsSinceSnapshot < this.#compactsAt) return;
    this.#isCompacting = true;
    try {
      const isDone = await compact(this.#room, replica, this.#options);
      // What failed is tried again when there is twice as much to gain.
      this.#compactsAt = isDone ? 0 : 2 * replica.rowsSinceSnapshot;
    } finally {
      this.#isCompacting = false;
    }
  }

  /** What the log throws is an error of the disk, and nothing to go on after. */
  #try(task: Promise<unknown>): void {
    task.catch((error: unknown) => this.#options.fatal(error));
  }
}
