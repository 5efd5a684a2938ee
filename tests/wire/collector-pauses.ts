import { PerformanceObserver } from 'node:perf_hooks';
import { turns } from '@reportback/sync/testing';

/** Node makes an entry of a pause, and hands it over, in turns of its own. */
const untilTold = 4;

/** When V8's collector held this thread up, and for how long. */
export class CollectorPauses {
  #pauses: { readonly from: number; readonly length: number }[] = [];
  readonly #observer = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      this.#pauses.push({ from: startTime, length: duration });
  });

  constructor() {
    this.#observer.observe({ entryTypes: ['gc'] });
  }

  /** How long the pauses lasted that began between two times of `performance.now()`, in milliseconds. */
  async between(from: number, to: number): Promise<number> {
    await turns(untilTold);
    return this.#pauses
      .filter((pause) => pause.from >= from && pause.from <= to)
      .reduce((sum, { length }) => sum + length, 0);
  }

  /** Nobody will ask about what was before. */
  forget(): void {
    this.#pauses = [];
  }

  end(): void {
    this.#observer.disconnect();
  }
}
