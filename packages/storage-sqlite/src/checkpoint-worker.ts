import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { beginLog } from './begin-log.ts';
import { isFull, sqliteCode } from './storage-problem.ts';

/*
 * A thread with a connection of its own, in which checkpoints wait for their syncs. It never waits
 * for a lock: whoever holds one would make every writer wait too.
 */

/** `copy` hinders no writer; `empty` needs that nobody writes, and ends with an empty log. */
export type CheckpointStep = 'copy' | 'empty';

/** `later`: a reader or a full disk was in the way, and nothing is lost. */
export type CheckpointAnswer =
  | { readonly is: 'done' }
  | { readonly is: 'later' }
  | { readonly is: 'failed'; readonly found: string };

if (parentPort === null) throw new Error('The checkpoint worker runs in a thread of its own.');
const port = parentPort;

const database = new Database(String(workerData), { timeout: 0, fileMustExist: true });
database.pragma('wal_autocheckpoint = 0');
database.pragma('synchronous = NORMAL');
database.pragma('fullfsync = ON');
database.pragma('checkpoint_fullfsync = ON');
const copy = database.prepare<[], { busy: number }>('PRAGMA wal_checkpoint(PASSIVE)');
const empty = database.prepare<[], { busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)');

port.on('message', (step: CheckpointStep | 'close') => {
  if (step === 'close') {
    database.close();
    port.close();
  } else {
    port.postMessage(answer(step));
  }
});

function answer(step: CheckpointStep): CheckpointAnswer {
  try {
    const busy = (step === 'copy' ? copy : empty).get()?.busy === 1;
    if (busy) return { is: 'later' };
    // Here, and not in the server's next commit, the disk may be waited for.
    if (step === 'empty') beginLog(database);
    return { is: 'done' };
  } catch (error) {
    if (isFull(error) || sqliteCode(error)?.startsWith('SQLITE_BUSY')) return { is: 'later' };
    return { is: 'failed', found: error instanceof Error ? error.message : String(error) };
  }
}
