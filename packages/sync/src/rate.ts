/**
 * How fast somebody may go: `perSecond` on average, and `burstSeconds` of it at once (token bucket).
 * It never says no, only how long to wait.
 */
export class Rate {
  readonly #perSecond: number;
  readonly #burst: number;
  #available: number;
  #since: number;

  /** `now` in milliseconds, from a clock that never goes back. */
  constructor(perSecond: number, burstSeconds: number, now: number) {
    this.#perSecond = perSecond;
    this.#burst = perSecond * burstSeconds;
    this.#available = this.#burst;
    this.#since = now;
  }

  /** Spends `amount` and returns for how many milliseconds nothing more should be taken; 0 at best. */
  spend(amount: number, now: number): number {
    const regained = ((now - this.#since) / 1000) * this.#perSecond;
    this.#available = Math.min(this.#burst, this.#available + regained) - amount;
    this.#since = now;
    return this.#available >= 0 ? 0 : Math.ceil((-this.#available / this.#perSecond) * 1000);
  }
}
