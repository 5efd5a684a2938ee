import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { unreachable } from '@reportback/domain';
import { type ExportFormat, FormatUnavailable } from './export-format.ts';
import type { ExportRequest } from './export-record.ts';
import { type ImageFiles, type ImageSource, writeImageFiles } from './image-files.ts';
import { NotInRecord } from './scope.ts';

/** An export, and where to write it. */
export interface ExportTask extends Omit<ExportRequest, 'images'> {
  readonly images: ImageFiles;
  readonly file: string;
}

/** The formats that hold images; the others name them at most. */
const withImages: ReadonlySet<ExportFormat> = new Set(['html', 'docx', 'pdf', 'zip']);

/** What the process answers. */
export type ExportAnswer =
  | { readonly is: 'done' }
  | { readonly is: 'not-in-record' | 'unavailable'; readonly message: string };

/**
 * Writes an export to a file, in a process of its own: nobody who types has to wait for it, and what memory it takes, the
 * typesetter's above all, is given back when it ends.
 * @param folder an empty one for this export, which the caller removes
 * @param signal ends the work, for instance when the one who asked has gone
 * @returns the path of the file, which is then the only one in the folder
 * @throws NotInRecord and FormatUnavailable as `exportRecord` does; the signal's reason when it was given up
 */
export async function exportBeside(
  { images, ...request }: Omit<ExportRequest, 'images'> & { readonly images: ImageSource },
  folder: string,
  signal?: AbortSignal,
): Promise<string> {
  const file = path.join(folder, 'export');
  const shown = withImages.has(request.format) ? images : [];
  const files = await writeImageFiles(shown, folder, signal);
  await runExport({ ...request, file, images: files }, signal);
  for (const image of files.values()) await rm(image.path);
  return file;
}

/**
 * One export in one process, its images in files already. When it is given up, it answers after that process has ended,
 * and what that one had begun in another.
 * @throws as {@link exportBeside}
 */
export async function runExport(task: ExportTask, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const child = fork(fileURLToPath(new URL('./export-process.ts', import.meta.url)), {
    serialization: 'advanced',
    // It needs no secret, and no inspector's port twice.
    env: {},
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  // One that sets a part in another process takes this as a word to end that one first; any other is ended by it at once.
  const gaveUp = (): void => void child.kill('SIGTERM');
  signal?.addEventListener('abort', gaveUp, { once: true });
  const ended = once(child, 'exit');
  try {
    const answer = await answered(child, task);
    switch (answer.is) {
      case 'done':
        return;
      case 'not-in-record':
        throw new NotInRecord(answer.message);
      case 'unavailable':
        throw new FormatUnavailable(answer.message);
      default:
        unreachable(answer);
    }
  } catch (error) {
    throw signal?.aborted ? signal.reason : error;
  } finally {
    signal?.removeEventListener('abort', gaveUp);
    if (!signal?.aborted) child.kill('SIGKILL');
    await ended;
  }
}

function answered(child: ReturnType<typeof fork>, task: ExportTask): Promise<ExportAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<ExportAnswer>();
  child.once('message', (answer: ExportAnswer) => resolve(answer));
  child.once('error', reject);
  child.once('exit', (code, killedBy) => {
    reject(new Error(`The export ended without an answer (${killedBy ?? `code ${code}`}).`));
  });
  child.send(task);
  return promise;
}
