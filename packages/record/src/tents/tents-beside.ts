import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Tents } from './tents.ts';

export type { Tents } from './tents.ts';

/**
 * The tents as a PDF, made in a thread of its own, so that nobody who types has to wait for it.
 * @returns null on a computer that the typesetter, a native library, was not built for
 */
export async function tentsBeside(tents: Tents): Promise<Uint8Array | null> {
  const worker = new Worker(new URL('./tents-worker.ts', import.meta.url), { workerData: tents });
  try {
    const [answer] = (await once(worker, 'message')) as [Uint8Array | null];
    return answer;
  } finally {
    await worker.terminate();
  }
}
