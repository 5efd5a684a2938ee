import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StorageProblem, systemCode } from './storage-problem.ts';

/** The files of a data folder; a backup has the first two. */
export const databaseFile = 'reportback.sqlite';
export const keyFile = 'server.key';
export const lockFile = 'server.lock';

/**
 * Makes the folder, for its owner only, where it is missing.
 * @throws StorageProblem `folder` when it cannot be made, read or written
 */
export function prepareFolder(folder: string): void {
  try {
    makeFolder(resolve(folder));
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw folderProblem(folder, error);
  }
}

/**
 * Makes an empty database file that only its owner may read, unless there is a file already: SQLite
 * gives its companions (`-wal`, `-shm`) the rights of the database. An existing file is not opened
 * here, because closing it would drop the locks that SQLite holds on it in this process.
 * @throws StorageProblem `folder`
 */
export function prepareDatabaseFile(folder: string): void {
  try {
    closeSync(openSync(join(folder, databaseFile), 'wx', 0o600));
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw folderProblem(folder, error);
  }
}

/** Makes the names of new files in the folder durable. Where folders cannot be synced (Windows) they need not be. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Makes a folder and those above it that are missing, with durable names. Not by `recursive`: that never ends
 * where the system says that a folder which is there is not (below `/proc`).
 */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const above = dirname(folder);
  if (statSync(above, { throwIfNoEntry: false }) === undefined) makeFolder(above);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Somebody else made it meanwhile, or it is a file.
    if (systemCode(error) !== 'EEXIST' || !statSync(folder).isDirectory()) throw error;
    return;
  }
  syncFolder(above);
}

export function folderProblem(folder: string, error: unknown): StorageProblem {
  const found = systemCode(error) ?? String(error);
  return new StorageProblem(
    'folder',
    `The data folder “${folder}” cannot be used: ${reasons[found] ?? found}. ` +
      'Make it writable for the user who runs Reportback, or set DATA_DIR to another folder.',
    { cause: error },
  );
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there (EACCES)',
  EPERM: 'this user may not write there (EPERM)',
  EROFS: 'its disk is read-only (EROFS)',
  ENOTDIR: 'a part of its path is a file (ENOTDIR)',
  EEXIST: 'there is a file of that name (EEXIST)',
  ENOENT: 'it cannot be made (ENOENT)',
  ENOSPC: 'its disk is full (ENOSPC)',
};
