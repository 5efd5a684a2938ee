import { join } from 'node:path';
import Database from 'better-sqlite3';
import { folderProblem, lockFile, prepareFolder } from './data-folder.ts';
import { StorageProblem, sqliteCode } from './storage-problem.ts';

export interface DataDirLock {
  /** Lets the next server in. */
  release(): void;
}

/**
 * Keeps a second server out of a data folder; commands do not ask for it. It is SQLite's exclusive
 * lock on a file of its own, so the operating system drops it when the process ends, however it
 * ends: there is no stale lock to clear. The file stays empty, and nobody else may open it, because
 * closing any handle on it would drop the lock (POSIX).
 * @throws StorageProblem `in-use` when another server holds it, `folder` when it cannot be taken
 */
export function lockDataDir(folder: string): DataDirLock {
  prepareFolder(folder);
  let lock: Database.Database | undefined;
  try {
    lock = new Database(join(folder, lockFile), { timeout: 0 });
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    const held = lock;
    return { release: () => held.close() };
  } catch (error) {
    lock?.close();
    const code = sqliteCode(error);
    if (code === 'SQLITE_BUSY')
      throw new StorageProblem(
        'in-use',
        `Another Reportback server is running on the data folder “${folder}”. ` +
          'Stop it, or start this one with another DATA_DIR.',
        { cause: error },
      );
    throw folderProblem(folder, code === null ? error : new Error(`${code}: ${String(error)}`));
  }
}
