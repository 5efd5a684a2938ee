import { type FileHandle, open, stat } from 'node:fs/promises';
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

  private constructor(path: string, handle: FileHandle) {
    this.#path = path;
    this.#handle = handle;
  }

  /** Opens the log of a database that is open in this process, so that the log exists and stays. */
  static async open(databasePath: string): Promise<WriteAheadLog> {
    const path = `${databasePath}-wal`;
    const log = new WriteAheadLog(path, await open(path, 'r'));
    await log.#refuseAnother();
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
      await this.#refuseAnother();
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

  async #refuseAnother(): Promise<void> {
    const [ours, named] = await Promise.all([
      this.#handle.stat({ bigint: true }),
      stat(this.#path, { bigint: true }).catch(() => null),
    ]);
    if (named === null || named.dev !== ours.dev || named.ino !== ours.ino)
      throw new StorageFailure('syncing the log', `“${this.#path}” was removed or replaced`);
  }
}
