import { Worker } from 'node:worker_threads';
import { unreachable } from '@reportback/domain';
import { FormatUnavailable } from './export-format.ts';
import type { ExportRequest } from './export-record.ts';
import { NotInRecord } from './scope.ts';

/** What the worker answers. */
export type ExportAnswer =
  | { readonly is: 'done'; readonly bytes: Uint8Array }
  | { readonly is: 'not-in-record' | 'unavailable'; readonly message: string };

/**
 * The bytes of an export, made in a thread of its own, so that nobody who types has to wait for it. The thread ends
 * with its answer.
 * @param signal ends the work, for instance when the one who asked has gone
 * @throws NotInRecord and FormatUnavailable as `exportRecord` does; the signal's reason when it was given up
 */
export async function exportBeside(
  request: ExportRequest,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./export-worker.ts', import.meta.url), {
    workerData: request,
  });
  const { promise, resolve, reject } = Promise.withResolvers<ExportAnswer>();
  const giveUp = (): void => reject(signal?.reason);
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', (code) => {
    reject(new Error(`The export ended without an answer, with code ${code}.`));
  });
  signal?.addEventListener('abort', giveUp, { once: true });
  try {
    const answer = await promise;
    switch (answer.is) {
      case 'done':
        return answer.bytes;
      case 'not-in-record':
        throw new NotInRecord(answer.message);
      case 'unavailable':
        throw new FormatUnavailable(answer.message);
      default:
        return unreachable(answer);
    }
  } finally {
    signal?.removeEventListener('abort', giveUp);
    await worker.terminate();
  }
}
