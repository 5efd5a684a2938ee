import type { Seq } from './ports/update-log.ts';
import type { Room } from './room.ts';
import type { TurnLoopOptions } from './turn-loop.ts';

/**
 * Has logged rows made durable and tells their rooms: one sync at a time, for all that waits. After a
 * failed sync nothing is acknowledged any more.
 */
export class Durability {
  readonly #options: TurnLoopOptions;
  readonly #waiting = new Set<Room>();
  #current: Promise<void> | undefined;
  #hasFailed = false;
  #waitsSince: number | undefined;

  constructor(options: TurnLoopOptions) {
    this.#options = options;
  }

  /** The room has logged rows that are not known to be durable. */
  cover(room: Room): void {
    if (this.#hasFailed) return;
    this.#waiting.add(room);
    this.#waitsSince ??= this.#options.clock.monotonic();
    this.#current ??= this.#run();
  }

  /** Milliseconds for which the oldest rows have been waiting for the disk; 0 when none are. */
  get waitingFor(): number {
    if (this.#waitsSince === undefined) return 0;
    return this.#options.clock.monotonic() - this.#waitsSince;
  }

  /** Resolves when all that is logged is durable and acknowledged, or when a sync failed. */
  async settled(): Promise<void> {
    while (this.#current) await this.#current;
  }

  async #run(): Promise<void> {
    const { log, clock, observer, fatal } = this.#options;
    while (this.#waiting.size > 0) {
      // All rooms of one turn share one sync.
      await Promise.resolve();
      const covered: (readonly [Room, Seq])[] = [];
      for (const room of this.#waiting) {
        if (room.state.is === 'live') covered.push([room, room.state.replica.headSeq]);
      }
      this.#waiting.clear();
      const since = clock.monotonic();
      try {
        await log.durable();
      } catch (error) {
        this.#hasFailed = true;
        this.#current = undefined;
        fatal(error);
        return;
      }
      this.#waitsSince = this.#waiting.size > 0 ? since : undefined;
      observer.timed('durable', clock.monotonic() - since);
      for (const [room, seq] of covered) {
        try {
          room.becameDurable(seq);
        } catch (error) {
          room.fail(error);
        }
      }
    }
    // In the same breath as the last look at who waits, or somebody who comes now waits for ever.
    this.#current = undefined;
  }
}
