import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ExportAnswer, type ExportTask, runExport } from './export-beside.ts';
import { FormatUnavailable } from './export-format.ts';
import { exportRecord } from './export-record.ts';
import { imagesIn } from './image-files.ts';
import { NotInRecord } from './scope.ts';

// The body of the process that `runExport` starts.

// Those who type come first.
os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
const gone = new AbortController();
let inAnother: Promise<unknown> = Promise.resolve();
// Whoever asked is gone, and the file with them.
process.once('disconnect', giveUp);
const [wanted] = (await once(process, 'message')) as [ExportTask];
process.send?.(await answer(wanted));

/** Ends this process, and before it the one that it began. */
function giveUp(): void {
  gone.abort();
  void inAnother.catch(() => undefined).then(() => process.exit());
}

async function answer(task: ExportTask): Promise<ExportAnswer> {
  try {
    await write(task);
    return { is: 'done' };
  } catch (error) {
    if (error instanceof NotInRecord) return { is: 'not-in-record', message: error.message };
    if (error instanceof FormatUnavailable) return { is: 'unavailable', message: error.message };
    throw error;
  }
}

async function write(task: ExportTask): Promise<void> {
  const { file, images: files, ...request } = task;
  const images = imagesIn(files);
  if (request.format === 'html') {
    const { htmlPieces } = await import('./html/html.ts');
    const { record, scope, edition } = request;
    await pipeline(
      Readable.from(htmlPieces(record, scope, edition, images)),
      createWriteStream(file),
    );
    return;
  }
  if (request.format !== 'zip') {
    await writeFile(file, await exportRecord({ ...request, images }));
    return;
  }
  // Without this the signal ends the process, and leaves the one it began.
  process.once('SIGTERM', giveUp);
  const { archive } = await import('./archive.ts');
  // What DOCX and PDF take goes back with their processes, before the next is begun.
  const pieces = archive({ ...request, images }, async ({ format }) => {
    const part = `${file}.${format}`;
    await (inAnother = runExport({ ...task, format, file: part }, gone.signal));
    const bytes = await readFile(part);
    await rm(part);
    return bytes;
  });
  await pipeline(Readable.from(pieces), createWriteStream(file));
}
