import { statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { StorageFailure } from './storage-problem.ts';

/**
 * SQLite's write-ahead log as a file that can be synced beside the event loop. The handle is ours,
 * next to SQLite's own: a sync covers the file, through whichever handle it was written. SQLite
 * takes its locks on the database and on `-shm`, never on this file, so closing our handle drops no
 * lock of its. The handle stays open, because Linux reports a failed write-back to the handles that
 * were open when it failed.
 */
export class WriteAheadLog {
  readonly #path: string;
  readonly #handle: FileHandle;
  /** Which file the handle has open; it is the same one for as long as it is open. */
  readonly #file: FileIdentity;

  private constructor(path: string, handle: FileHandle, file: FileIdentity) {
    this.#path = path;
    this.#handle = handle;
    this.#file = file;
  }

  /** Opens the log of a database that is open in this process, so that the log exists and stays. */
  static async open(databasePath: string): Promise<WriteAheadLog> {
    const path = `${databasePath}-wal`;
    const handle = await open(path, 'r');
    const log = new WriteAheadLog(path, handle, await handle.stat({ bigint: true }));
    log.#refuseAnother();
    return log;
  }

  /**
   * Resolves once everything written to the log before the call is on the disk.
   * @throws StorageFailure when the sync failed, or when another file stands in the log's place, so
   *   that the next start would not find what was synced
   */
  async sync(): Promise<void> {
    try {
      await this.#handle.datasync();
      this.#refuseAnother();
    } catch (error) {
      throw error instanceof StorageFailure ? error : new StorageFailure('syncing the log', error);
    }
  }

  /** The log's size in bytes; 0 after a checkpoint emptied it. */
  async size(): Promise<number> {
    return (await this.#handle.stat()).size;
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  /**
   * Asked on the event loop: the inode is in memory while the file is open, so that this takes
   * microseconds, and a turn in the thread pool took longer than the sync itself.
   */
  #refuseAnother(): void {
    const named = statSync(this.#path, { bigint: true, throwIfNoEntry: false });
    if (named?.dev !== this.#file.dev || named.ino !== this.#file.ino)
      throw new StorageFailure('syncing the log', `“${this.#path}” was removed or replaced`);
  }
}

interface FileIdentity {
  readonly dev: bigint;
  readonly ino: bigint;
}
