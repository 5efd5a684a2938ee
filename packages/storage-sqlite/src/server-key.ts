import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { folderProblem, keyFile, syncFolder } from './data-folder.ts';
import { StorageProblem, systemCode } from './storage-problem.ts';

const keyBytes = 32;

/**
 * The server's secret, 32 bytes, from which the tokens of all links are derived. It is made by
 * chance on first use and can be read by its owner only. Without it every link is void, so backups
 * hold it too.
 * @throws StorageProblem `key` when the file has another length, `folder` when it cannot be read or made
 */
export function serverKey(folder: string): Uint8Array {
  return readKey(folder) ?? makeKey(folder);
}

/** The key in a folder, or null when there is none. Throws as {@link serverKey}. */
export function readKey(folder: string): Uint8Array | null {
  const path = join(folder, keyFile);
  let key: Uint8Array;
  try {
    key = readFileSync(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw folderProblem(folder, error);
  }
  if (key.length !== keyBytes)
    throw new StorageProblem(
      'key',
      `The server key “${path}” has ${key.length} bytes instead of ${keyBytes}. Restore it from a backup; ` +
        'or delete it, and every link has to be handed out anew.',
    );
  return key;
}

/** Written aside and then linked under its name: two processes at once agree on one whole key. */
function makeKey(folder: string): Uint8Array {
  const path = join(folder, keyFile);
  const aside = `${path}.${process.pid}.new`;
  try {
    writeKey(aside, randomBytes(keyBytes));
    try {
      linkSync(aside, path);
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error;
    }
    rmSync(aside);
    syncFolder(folder);
  } catch (error) {
    throw folderProblem(folder, error);
  }
  const key = readKey(folder);
  if (key === null) throw folderProblem(folder, new Error(`“${path}” vanished`));
  return key;
}

/** Writes a key that only its owner may read, durably. */
export function writeKey(path: string, key: Uint8Array): void {
  const handle = openSync(path, 'w', 0o600);
  try {
    writeSync(handle, key);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
