/** One suite's line in the table that `npm run prove` prints. */
export interface SuiteResult {
  readonly suite: string;
  /** Kills, images, frames: what was repeated. */
  readonly runs: string;
  /** How many faults were brought about or met: what the runs survived. */
  readonly faults: number;
  /** Promises that were broken; 0 where the product holds. A known-bad control has more. */
  readonly lost: number;
  readonly seconds: number;
  readonly seed: number;
  /** A sentence each about the first few broken promises. */
  readonly found: readonly string[];
  /** What was measured on the way, in words. */
  readonly measured?: string;
}

/** Collects what a suite finds. */
export class Findings {
  readonly found: string[] = [];
  lost = 0;
  faults = 0;
  readonly #started = performance.now();

  /** So many promises were broken. */
  lose(count: number, sentence: string): void {
    this.lost += count;
    if (this.found.length < 10) this.found.push(sentence);
  }

  result(suite: string, runs: string, seed: number, measured?: string): SuiteResult {
    const seconds = (performance.now() - this.#started) / 1000;
    const { faults, lost, found } = this;
    return {
      suite,
      runs,
      faults,
      lost,
      seconds,
      seed,
      found,
      ...(measured !== undefined && { measured }),
    };
  }
}

/** How much of a suite is done, from which seed. */
export interface SuiteSize {
  readonly runs: number;
  readonly seed: number;
  /** Told now and then how many of the runs are done. False ends the suite with those. */
  readonly progress?: (done: number) => boolean;
}

/** A seed of its own for each run of the tests, unless one is given to repeat a run. */
export function freshSeed(): number {
  return Number(process.env['TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
}

/**
 * How long a test of a suite may take, in milliseconds: some minutes of work, on a machine that may have
 * much else to do.
 */
export const timeout: number = 15 * 60_000;
