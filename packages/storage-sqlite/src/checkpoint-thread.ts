import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { CheckpointAnswer, CheckpointStep } from './checkpoint-worker.ts';

/** The thread in which checkpoints wait for the disk; it takes one step at a time. */
export class CheckpointThread {
  readonly #worker: Worker;

  /** @param databasePath a database that is open in this process in WAL mode */
  constructor(databasePath: string) {
    this.#worker = new Worker(new URL('./checkpoint-worker.ts', import.meta.url), {
      workerData: databasePath,
      execArgv: [],
    });
    // Only a step under way keeps the process running.
    this.#worker.unref();
  }

  /** Rejects when the thread itself broke. */
  async take(step: CheckpointStep): Promise<CheckpointAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<CheckpointAnswer>();
    const ended = (): void => reject(new Error('the checkpoint thread ended'));
    this.#worker.once('message', resolve).once('error', reject).once('exit', ended);
    this.#worker.ref();
    this.#worker.postMessage(step, []);
    try {
      return await promise;
    } finally {
      this.#worker.unref();
      this.#worker.off('message', resolve).off('error', reject).off('exit', ended);
    }
  }

  /** Closes the thread's connection; its locks are gone when it resolves. */
  async close(): Promise<void> {
    const exited = once(this.#worker, 'exit');
    this.#worker.ref();
    this.#worker.postMessage('close', []);
    await exited;
  }
}
