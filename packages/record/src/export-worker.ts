import { parentPort, workerData } from 'node:worker_threads';
import type { ExportAnswer } from './export-beside.ts';
import { FormatUnavailable } from './export-format.ts';
import { type ExportRequest, exportRecord } from './export-record.ts';
import { NotInRecord } from './scope.ts';

// The body of the thread that `exportBeside` starts; what it hands over is an export request.
const request: ExportRequest = workerData;

async function answer(): Promise<ExportAnswer> {
  try {
    return { is: 'done', bytes: await exportRecord(request) };
  } catch (error) {
    if (error instanceof NotInRecord) return { is: 'not-in-record', message: error.message };
    if (error instanceof FormatUnavailable) return { is: 'unavailable', message: error.message };
    throw error;
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin.
parentPort?.postMessage(await answer());
