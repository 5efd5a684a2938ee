import { parentPort, workerData } from 'node:worker_threads';
import type { Tents } from './tents.ts';

// The body of the thread that `tentsBeside` starts; what it hands over are the tents.
const tents: Tents = workerData;

async function answer(): Promise<Uint8Array | null> {
  const typesetter = await import('./tents.ts').catch(() => null);
  return typesetter === null ? null : typesetter.tentsPdf(tents);
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin.
parentPort?.postMessage(await answer());
