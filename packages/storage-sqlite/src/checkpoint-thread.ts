import { Worker } from 'node:worker_threads';
import type { CheckpointAnswer, CheckpointStep } from './checkpoint-worker.ts';

/** The thread in which checkpoints wait for the disk; it takes one step at a time. */
export class CheckpointThread {
  readonly #worker: Worker;
  readonly #ended: Promise<Error>;

  /** @param databasePath a database that is open in this process in WAL mode */
  constructor(databasePath: string) {
    this.#worker = new Worker(new URL('./checkpoint-worker.ts', import.meta.url), {
      workerData: databasePath,
      execArgv: [],
    });
    const { promise, resolve } = Promise.withResolvers<Error>();
    this.#ended = promise;
    this.#worker.once('error', (error) => resolve(new Error('it broke', { cause: error })));
    this.#worker.once('exit', () => resolve(new Error('its thread ended')));
    // Only a step under way keeps the process running.
    this.#worker.unref();
  }

  /** Rejects when the thread itself broke. */
  async take(step: CheckpointStep): Promise<CheckpointAnswer> {
    const { promise, resolve } = Promise.withResolvers<CheckpointAnswer>();
    this.#worker.once('message', resolve);
    this.#worker.ref();
    this.#worker.postMessage(step, []);
    const answer = await Promise.race([promise, this.#ended]);
    this.#worker.unref();
    if (answer instanceof Error) throw answer;
    return answer;
  }

  /** Closes the thread's connection; its locks are gone when it resolves. */
  async close(): Promise<void> {
    this.#worker.ref();
    this.#worker.postMessage('close', []);
    await this.#ended;
  }
}
