import type { Database, Statement } from 'better-sqlite3';
import { isFull, isOutcomeUnknown, StorageFailure, StorageProblem } from './storage-problem.ts';

/**
 * The one way in which this process writes to its database: a transaction at a time, in the order
 * asked for. While a checkpoint has to be alone, writes wait here as promises, beside the event
 * loop, instead of inside SQLite, on it.
 */
export class Writer {
  readonly #database: Database;
  readonly #begin: Statement<[]>;
  readonly #commit: Statement<[]>;
  readonly #rollback: Statement<[]>;
  readonly #committed: () => void;
  /** Every write awaits it, also when it is open, so that later calls cannot overtake earlier ones. */
  #gate: Promise<void> = Promise.resolve();

  /** @param committed called after each commit */
  constructor(database: Database, committed: () => void = () => {}) {
    this.#database = database;
    this.#begin = database.prepare('BEGIN IMMEDIATE');
    this.#commit = database.prepare('COMMIT');
    this.#rollback = database.prepare('ROLLBACK');
    this.#committed = committed;
  }

  /**
   * Runs `work`, which must not wait for anything, as one transaction, and undoes it whole when it throws.
   * @throws StorageProblem `full` when there is no space; the database stays usable
   * @throws StorageFailure when the outcome is unknown: end the process
   */
  async write<Result>(work: () => Result): Promise<Result> {
    await this.#gate;
    let result: Result;
    try {
      this.#begin.run();
      result = work();
      this.#commit.run();
    } catch (error) {
      throw this.#undo(error);
    }
    this.#committed();
    return result;
  }

  /** Runs `work` after the writes asked for before, and before those asked for after. */
  async alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const before = this.#gate;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#gate = promise;
    await before;
    try {
      return await work();
    } finally {
      resolve();
    }
  }

  /** Resolves once everything asked for before has ended. */
  async idle(): Promise<void> {
    await this.#gate;
  }

  #undo(error: unknown): unknown {
    if (this.#database.inTransaction) this.#rollback.run();
    if (isFull(error))
      return new StorageProblem(
        'full',
        'The disk is full, so nothing was changed. Free some space; writing then goes on by itself.',
        { cause: error },
      );
    return isOutcomeUnknown(error) ? new StorageFailure('writing', error) : error;
  }
}
