import type { Clock } from '@reportback/sync';
import { Refusal } from '../refusal.ts';

/** Wrong codes that may be tried in a row, by anybody, before typed codes slow down. */
const burst = 100;
/** How fast that budget grows back: one wrong code each. */
const regainedEvery = 6_000;
/** While it is spent, one waiting code is tried at this pace: at most 432,000 a day of 729 million. */
const slowPace = 200;
/** Codes of one address that may wait; more of them are turned away. */
const mayWait = 50;

/**
 * Slows the guessing of typed codes without locking anybody out: wrong codes use up a budget that all share,
 * and while it is spent, codes wait for their turn, the addresses that they come from by turns. A
 * conference behind one address then waits for its own attempts only.
 */
export class CodeBudget {
  readonly #clock: Clock;
  #left = burst;
  #countedAt: number;
  /** In the order in which addresses get their turn. */
  readonly #waiting = new Map<string, (() => void)[]>();
  #isServing = false;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#countedAt = clock.monotonic();
  }

  /**
   * Resolves when a code from this address may be looked at: at once while the budget lasts.
   * @throws Refusal `slow-down` when too many codes from there are waiting already
   */
  async turn(address: string): Promise<void> {
    this.#regain();
    if (this.#left > 0 && this.#waiting.size === 0) return;
    const queue = this.#waiting.get(address) ?? [];
    if (queue.length >= mayWait)
      throw new Refusal(
        'slow-down',
        'Too many codes are being tried from your network. Scan the QR code instead, or try again in a minute.',
      );
    const turn = new Promise<void>((resolve) => queue.push(resolve));
    this.#waiting.set(address, queue);
    this.#serve();
    await turn;
  }

  /** Counts a code that nobody gave out. */
  wrong(): void {
    this.#regain();
    this.#left = Math.max(0, this.#left - 1);
  }

  #regain(): void {
    const now = this.#clock.monotonic();
    const regained = Math.floor((now - this.#countedAt) / regainedEvery);
    this.#left = Math.min(burst, this.#left + regained);
    this.#countedAt += regained * regainedEvery;
  }

  #serve(): void {
    if (this.#isServing) return;
    this.#isServing = true;
    this.#clock.after(slowPace, () => {
      this.#isServing = false;
      const [next] = this.#waiting;
      if (next === undefined) return;
      const [address, queue] = next;
      this.#waiting.delete(address);
      queue.shift()?.();
      if (queue.length > 0) this.#waiting.set(address, queue);
      if (this.#waiting.size > 0) this.#serve();
    });
  }
}
