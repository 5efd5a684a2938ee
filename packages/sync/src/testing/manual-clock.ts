import type { Clock, Timer } from '../ports/clock.ts';

interface Waiting {
  readonly at: number;
  readonly run: () => void;
}

/** A clock that stands still until a test lets time pass. Turns of the event loop are the real ones. */
export class ManualClock implements Clock {
  #now = 0;
  readonly #waiting = new Set<Waiting>();

  wallTime(): number {
    return Date.UTC(2025, 5, 1, 11) + this.#now;
  }

  monotonic(): number {
    return this.#now;
  }

  after(milliseconds: number, run: () => void): Timer {
    const waiting = { at: this.#now + milliseconds, run };
    this.#waiting.add(waiting);
    return { cancel: () => this.#waiting.delete(waiting) };
  }

  endOfTurn(run: () => void): void {
    setImmediate(run);
  }

  /** Lets time pass and runs what is due on the way, in order. */
  pass(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#waiting.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
    }
    this.#now = end;
  }

  #next(end: number): Waiting | undefined {
    let first: Waiting | undefined;
    for (const waiting of this.#waiting) {
      if (waiting.at <= end && (!first || waiting.at < first.at)) first = waiting;
    }
    return first;
  }
}
