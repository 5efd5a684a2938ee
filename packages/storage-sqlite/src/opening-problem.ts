import { dirname, join } from 'node:path';
import { databaseFile, folderProblem } from './data-folder.ts';
import { isDamage, isFull, StorageFailure, StorageProblem, sqliteCode } from './storage-problem.ts';

/** How long one process waits for another's transaction, in milliseconds. */
export const busyTimeout = 5_000;

/** Bytes in the database are not what was written there. */
export function damaged(path: string, found: string): StorageProblem {
  return new StorageProblem(
    'damaged',
    `The database “${path}” is damaged (${found.replaceAll('\n', ' ')}). It was left as it is: ` +
      'copy the folder for safety, then restore the last backup with “reportback restore”.',
  );
}

/**
 * Damage that a command met while it read or wrote, as a problem with a sentence; anything else as it is. A
 * command does not read every page before it begins, as a server does.
 * @param folder the data folder
 */
export function problemOfDamage(folder: string, error: unknown): unknown {
  const cause = error instanceof StorageFailure ? error.cause : error;
  return isDamage(cause) ? damaged(join(folder, databaseFile), String(cause)) : error;
}

/** What an error that was met while opening a database means to the person who can put it right. */
export function openingProblem(path: string, error: unknown): StorageProblem {
  const folder = dirname(path);
  if (error instanceof StorageProblem) return error;
  const code = sqliteCode(error);
  if (code === 'SQLITE_NOTADB')
    return new StorageProblem(
      'not-a-database',
      `“${path}” is not a SQLite database, or its beginning is damaged. It was left as it is: ` +
        'move it away, restore a backup with “reportback restore”, or set DATA_DIR to another folder.',
      { cause: error },
    );
  if (isDamage(error)) return damaged(path, String(error));
  if (isFull(error))
    return new StorageProblem(
      'full',
      `The disk of the data folder “${folder}” is full. Free some space and start again.`,
      { cause: error },
    );
  if (code === 'SQLITE_BUSY')
    return new StorageProblem(
      'in-use',
      `Another process has kept “${path}” locked for ${busyTimeout / 1000} seconds. Wait for it, or stop it.`,
      { cause: error },
    );
  return folderProblem(folder, code === null ? error : new Error(`${code}: ${String(error)}`));
}
