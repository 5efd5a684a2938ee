import type { Limits } from './limits.ts';
import type { Clock } from './ports/clock.ts';
import type { Author } from './ports/update-log.ts';
import { Rate } from './rate.ts';

/** How fast messages and bytes may come. */
export interface Pace {
  readonly messages: Rate;
  readonly bytes: Rate;
}

/** The seats that are connected: how often, and how fast all their devices together may go. */
export class Seats {
  readonly #limits: Limits;
  readonly #clock: Clock;
  readonly #seats = new Map<Author, { count: number; readonly pace: Pace }>();

  constructor(limits: Limits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
  }

  connections(author: Author): number {
    return this.#seats.get(author)?.count ?? 0;
  }

  /** Another connection of the seat. Returns the paces it has to keep: its own and its seat's. */
  enter(author: Author): readonly Pace[] {
    const seat = this.#seats.get(author) ?? { count: 0, pace: this.#pace(this.#limits.seatFactor) };
    seat.count++;
    this.#seats.set(author, seat);
    return [this.#pace(1), seat.pace];
  }

  leave(author: Author): void {
    const seat = this.#seats.get(author);
    if (seat && --seat.count === 0) this.#seats.delete(author);
  }

  #pace(factor: number): Pace {
    const { messagesPerSecond, bytesPerSecond, burstSeconds } = this.#limits;
    const now = this.#clock.monotonic();
    return {
      messages: new Rate(messagesPerSecond * factor, burstSeconds, now),
      bytes: new Rate(bytesPerSecond * factor, burstSeconds, now),
    };
  }
}
