/** Chance that can be had again: the same numbers for the same seed (Mulberry32, by Tommy Ettinger). */
export class Random {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  }
  /** One of several. */
  of<Thing>(things: readonly Thing[]): Thing {
    const thing = things[this.below(things.length)];
    if (thing === undefined) throw new Error('There is nothing to choose from.');
    return thing;
  }
}

/** Seeds for a random test: a few fixed ones, those that once found something, and a new one. */
export function seeds(...found: readonly number[]): readonly number[] {
  return [1, 2, 3, ...found, Math.floor(Math.random() * 2 ** 32)];
}
