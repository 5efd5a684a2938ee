import { closeSync, fsyncSync, openSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFile, folderProblem, keyFile, prepareFolder, syncFolder } from './data-folder.ts';
import { openForReading } from './open-database.ts';
import { openingProblem } from './opening-problem.ts';
import { readKey, writeKey } from './server-key.ts';
import { StorageProblem } from './storage-problem.ts';
import { type HashOfState, type Verification, verify } from './verify.ts';

/**
 * Reads a data folder, or a backup, from end to end; a server may be running on it.
 * @throws StorageProblem when there is none, or when it cannot be read to its end
 */
export function verifyFolder(folder: string, hashOf: HashOfState): Verification {
  const database = openForReading(join(folder, databaseFile));
  try {
    const verification = verify(database, hashOf);
    if (readKey(folder) !== null) return verification;
    const found = 'The server key is missing, so that no link handed out so far works.';
    return { ...verification, findings: [...verification.findings, found] };
  } finally {
    database.close();
  }
}

/**
 * Copies the data folder's database, as of one moment, and the server key into `target`, a folder
 * that is empty or not there yet; a server may be running and writing. The copy is packed, synced and
 * read from end to end; its database gets its name last, so that a folder without one is no backup.
 * Blocks until it is done: for a process of its own.
 * @returns what the copy holds; with findings, it is as damaged as the data folder is
 * @throws StorageProblem when there is nothing to back up or nowhere to put it
 */
export function backUp(folder: string, target: string, hashOf: HashOfState): Verification {
  const source = openForReading(join(folder, databaseFile));
  try {
    const key = readKey(folder);
    if (key === null)
      throw new StorageProblem(
        'key',
        `The data folder “${folder}” has no server key. Start the server once, then repeat the backup.`,
      );
    prepareFolder(target);
    refuseFilled(target);
    writeKey(join(target, keyFile), key);
    return copyDatabase(source, target, hashOf);
  } finally {
    source.close();
  }
}

function copyDatabase(
  source: ReturnType<typeof openForReading>,
  target: string,
  hashOf: HashOfState,
): Verification {
  const partial = join(target, `${databaseFile}.partial`);
  try {
    // Made here so that only its owner may read it; SQLite fills an empty file.
    closeSync(openSync(partial, 'wx', 0o600));
    source.prepare('VACUUM INTO ?').run(partial);
  } catch (error) {
    throw openingProblem(partial, error);
  }
  const copy = openForReading(partial);
  let verification: Verification;
  try {
    verification = verify(copy, hashOf);
  } finally {
    copy.close();
  }
  syncFile(partial);
  renameSync(partial, join(target, databaseFile));
  syncFolder(target);
  return verification;
}

function refuseFilled(target: string): void {
  if (readdirSync(target).length > 0)
    throw new StorageProblem(
      'backup',
      `The folder “${target}” is not empty. Name a new folder for the backup.`,
    );
}

export function syncFile(path: string): void {
  try {
    const handle = openSync(path, 'r+');
    fsyncSync(handle);
    closeSync(handle);
  } catch (error) {
    throw folderProblem(path, error);
  }
}
