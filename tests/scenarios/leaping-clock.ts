import { type Clock, systemClock, type Timer } from '@reportback/sync';

interface Waiting {
  readonly at: number;
  readonly run: () => void;
  timer: Timer;
}

/** A clock that begins when a test says, goes on as any clock does, and leaps when a test lets time pass. */
export class LeapingClock implements Clock {
  readonly #begin: number;
  readonly #started = systemClock.monotonic();
  readonly #waiting = new Set<Waiting>();
  #leapt = 0;

  /** @param begin milliseconds since 1970 */
  constructor(begin: number) {
    this.#begin = begin;
  }

  wallTime(): number {
    return Math.round(this.#begin + this.monotonic());
  }

  monotonic(): number {
    return systemClock.monotonic() - this.#started + this.#leapt;
  }

  after(milliseconds: number, run: () => void): Timer {
    const at = this.monotonic() + milliseconds;
    const waiting: Waiting = { at, run, timer: this.#arm(milliseconds, () => this.#fire(waiting)) };
    this.#waiting.add(waiting);
    return {
      cancel: () => {
        waiting.timer.cancel();
        this.#waiting.delete(waiting);
      },
    };
  }

  endOfTurn(run: () => void): void {
    systemClock.endOfTurn(run);
  }

  /** Time passes at once, and what falls due on the way is done, the earliest first. */
  leap(milliseconds: number): void {
    this.#leapt += milliseconds;
    const now = this.monotonic();
    for (const waiting of [...this.#waiting].sort((a, b) => a.at - b.at)) {
      waiting.timer.cancel();
      if (waiting.at <= now) this.#fire(waiting);
      else waiting.timer = this.#arm(waiting.at - now, () => this.#fire(waiting));
    }
  }

  #arm(milliseconds: number, run: () => void): Timer {
    return systemClock.after(milliseconds, run);
  }

  #fire(waiting: Waiting): void {
    if (this.#waiting.delete(waiting)) waiting.run();
  }
}
