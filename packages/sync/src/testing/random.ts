/**
 * Chance that can be repeated: the same seed gives the same numbers. (mulberry32, public domain, by
 * Tommy Ettinger.)
 */
export class Random {
  #state: number;
  readonly seed: number;

  constructor(seed: number) {
    this.seed = seed;
    this.#state = seed >>> 0;
  }

  /** At least 0, less than 1. */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 to `end` - 1. */
  below(end: number): number {
    return Math.floor(this.fraction() * end);
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.below(choices.length)];
    if (choice === undefined) throw new Error('nothing to pick from');
    return choice;
  }

  bytes(length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(length).map(() => this.below(256));
  }
}

/** The seeds of a random test: one given in the environment to repeat it, or `runs` new ones. */
export function seeds(runs: number): readonly number[] {
  const given = process.env['TEST_SEED'];
  if (given !== undefined) return [Number(given)];
  const first = Math.floor(Math.random() * 2 ** 31);
  return Array.from({ length: runs }, (_, run) => first + run);
}
