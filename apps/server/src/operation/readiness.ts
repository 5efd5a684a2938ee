import { StorageProblem } from '@reportback/storage-sqlite';
import type { Clock } from '@reportback/sync';

/** How long a try to write counts, in milliseconds: whoever asks more often is answered from the last one. */
const triesEvery = 5_000;

/** Whether new people may come, or the sentence that says why not. */
export type Readiness = { readonly is: 'ready' } | { readonly is: 'not'; readonly because: string };

export interface ReadinessParts {
  readonly clock: Clock;
  /** Writes something small and resolves once it is on the disk. */
  readonly tryToWrite: () => Promise<void>;
  /** Called with what kept it from being written. */
  readonly failed: (error: unknown) => void;
  /** Ends the process: what was written last is unknown. */
  readonly fatal: (error: unknown) => void;
}

/** Knows whether this server can take new people: it is not on its way out, and what is written is kept. */
export class ReadinessCheck {
  readonly #parts: ReadinessParts;
  #isDraining = false;
  #triedAt = Number.NEGATIVE_INFINITY;
  #lastTry: Promise<Readiness> | null = null;

  constructor(parts: ReadinessParts) {
    this.#parts = parts;
  }

  get isDraining(): boolean {
    return this.#isDraining;
  }

  /** From now on nobody new is let in. */
  drain(): void {
    this.#isDraining = true;
  }

  /** Tries a write, unless one was tried a moment ago. */
  async ask(): Promise<Readiness> {
    if (this.#isDraining) return { is: 'not', because: 'The server is shutting down.' };
    const now = this.#parts.clock.monotonic();
    if (this.#lastTry === null || now - this.#triedAt >= triesEvery) {
      this.#triedAt = now;
      this.#lastTry = this.#try();
    }
    return this.#lastTry;
  }

  async #try(): Promise<Readiness> {
    try {
      await this.#parts.tryToWrite();
      return { is: 'ready' };
    } catch (error) {
      // Whoever asks is anybody: the problem itself, which names folders, goes to the log.
      if (error instanceof StorageProblem) {
        this.#parts.failed(error);
        return { is: 'not', because: 'The server cannot write: its disk is full or read-only.' };
      }
      this.#parts.fatal(error);
      return { is: 'not', because: 'The server could not write to its disk.' };
    }
  }
}
