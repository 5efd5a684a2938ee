import { copyFileSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { syncFile, verifyFolder } from './backup.ts';
import { lockDataDir } from './data-dir-lock.ts';
import { databaseFile, folderProblem, keyFile, syncFolder } from './data-folder.ts';
import { StorageProblem } from './storage-problem.ts';
import type { HashOfState, Verification } from './verify.ts';

/** The lock, what earlier restores kept aside, and what a broken-off one left behind. */
const leftInPlace = /^server\.lock|^replaced-|\.partial$/;

export interface RestoreOptions {
  readonly hashOf: HashOfState;
  /** Restore although the folder holds data, which is kept aside, or although the backup has findings. */
  readonly force: boolean;
  /** Now, in milliseconds since 1970; names the folder for what is kept aside. */
  readonly at: number;
}

export interface Restored {
  readonly verification: Verification;
  /** Where the data that was there before is now; null when there was none. */
  readonly keptAside: string | null;
}

/**
 * Brings a backup into a data folder that no server runs on. The backup is read from end to end
 * before anything is changed, and whatever the folder held is moved aside, never deleted.
 * @throws StorageProblem `in-use`, `damaged`, or `backup` when force would be needed
 */
export function restore(backup: string, folder: string, options: RestoreOptions): Restored {
  const verification = verifyFolder(backup, options.hashOf);
  refuseFindings(backup, verification, options.force);
  const lock = lockDataDir(folder);
  try {
    const present = readdirSync(folder).filter((name) => !leftInPlace.test(name));
    if (present.length > 0 && !options.force)
      throw new StorageProblem(
        'backup',
        `The data folder “${folder}” already holds data. Restore into another folder, ` +
          'or repeat with --force, which keeps the present data aside.',
      );
    return { verification, keptAside: replace(backup, folder, present, options.at) };
  } finally {
    lock.release();
  }
}

function refuseFindings(backup: string, { findings }: Verification, force: boolean): void {
  const first = findings[0];
  if (first !== undefined && !force)
    throw new StorageProblem(
      'backup',
      `The backup “${backup}” is not sound (${findings.length} findings): ${first} ` +
        'Restore an earlier one, or repeat with --force to restore what it holds.',
    );
}

function replace(
  backup: string,
  folder: string,
  present: readonly string[],
  at: number,
): string | null {
  const files = [keyFile, databaseFile].filter((file) => readdirSync(backup).includes(file));
  const partial = (file: string): string => join(folder, `${file}.partial`);
  try {
    // All that may lack space comes first; only renames follow.
    for (const file of files) {
      copyFileSync(join(backup, file), partial(file));
      syncFile(partial(file));
    }
    const aside = present.length > 0 ? keepAside(folder, present, at) : null;
    for (const file of files) renameSync(partial(file), join(folder, file));
    syncFolder(folder);
    return aside;
  } catch (error) {
    throw folderProblem(folder, error);
  }
}

function keepAside(folder: string, present: readonly string[], at: number): string {
  const stamp = new Date(at).toISOString().replaceAll(':', '-');
  const aside = join(folder, `replaced-${stamp}`);
  mkdirSync(aside, { mode: 0o700 });
  for (const name of present) renameSync(join(folder, name), join(aside, name));
  syncFolder(aside);
  return aside;
}
