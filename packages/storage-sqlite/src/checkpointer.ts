import type { Clock, Timer } from '@reportback/sync';
import type { CheckpointAnswer, CheckpointStep } from './checkpoint-worker.ts';
import { StorageFailure } from './storage-problem.ts';

/** How long nobody must have written before the log is emptied, in milliseconds. */
const quietFor = 2_000;

/** Emptied at this size even while people write, in bytes. */
const largestLog = 64 * 2 ** 20;

/** How often the log is looked at while somebody writes, in milliseconds. */
const lookEvery = 1_000;

export interface CheckpointerParts {
  readonly clock: Clock;
  /** The log's size, in bytes. */
  readonly logSize: () => Promise<number>;
  /** Takes a step beside the event loop. */
  readonly take: (step: CheckpointStep) => Promise<CheckpointAnswer>;
  /** Runs `work` while this process writes nothing. */
  readonly alone: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Told of a checkpoint after which the database's state is unknown. */
  readonly failed: (failure: StorageFailure) => void;
}

/**
 * Decides when the write-ahead log moves into the database: when nobody writes, or when it has
 * become large. First it is copied while writes go on; then they wait for the short rest, and the
 * log is emptied.
 */
export class Checkpointer {
  readonly #parts: CheckpointerParts;
  #timer: Timer | undefined;
  #lastWrite = 0;
  #looking: Promise<void> | undefined;
  #closed = false;

  constructor(parts: CheckpointerParts) {
    this.#parts = parts;
  }

  /** To be called after every commit. */
  written(): void {
    this.#lastWrite = this.#parts.clock.monotonic();
    this.#lookSoon();
  }

  /** Takes no further step, and waits for the one under way. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#timer?.cancel();
    await this.#looking;
  }

  #lookSoon(): void {
    if (this.#closed || this.#looking) return;
    this.#timer ??= this.#parts.clock.after(lookEvery, () => {
      this.#timer = undefined;
      this.#looking = this.#lookOnce();
    });
  }

  async #lookOnce(): Promise<void> {
    const again = await this.#look();
    this.#looking = undefined;
    if (again) this.#lookSoon();
  }

  /** Whether there is more to do. */
  async #look(): Promise<boolean> {
    const { clock, logSize, alone, take, failed } = this.#parts;
    try {
      const quiet = clock.monotonic() - this.#lastWrite >= quietFor;
      if (!quiet && (await logSize()) < largestLog) return true;
      const copied = await take('copy');
      const emptied = copied.is === 'done' ? await alone(() => take('empty')) : copied;
      if (emptied.is === 'failed') throw new Error(emptied.found);
      return emptied.is === 'later' || !quiet;
    } catch (error) {
      failed(new StorageFailure('moving the log into the database', error));
      return false;
    }
  }
}
