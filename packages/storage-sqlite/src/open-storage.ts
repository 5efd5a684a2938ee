import { join } from 'node:path';
import type {
  AuditLog,
  Erasure,
  ImageStore,
  MoveLog,
  PlenaryStore,
  RecordStore,
  SeatCodes,
  WorkshopCustody,
  WorkshopStore,
} from '@reportback/domain';
import type { Clock, DocumentName, UpdateLog } from '@reportback/sync';
import type { Database } from 'better-sqlite3';
import { SqliteAuditLog } from './audit-log.ts';
import { CheckpointThread } from './checkpoint-thread.ts';
import { Checkpointer } from './checkpointer.ts';
import { lockDataDir } from './data-dir-lock.ts';
import { databaseFile } from './data-folder.ts';
import { DocumentSizes } from './document-sizes.ts';
import { SqliteErasure } from './erasure.ts';
import { SqliteImageStore } from './image-store.ts';
import { LogSync } from './log-sync.ts';
import { SqliteMoveLog } from './move-log.ts';
import { demandDatabase, openDatabase } from './open-database.ts';
import { SqlitePlenaryStore } from './plenary-store.ts';
import { SqliteRecordStore } from './record-store.ts';
import { SqliteSeatCodes } from './seat-codes.ts';
import { serverKey } from './server-key.ts';
import { SqliteUpdateLog } from './update-log.ts';
import { SqliteWorkshopCustody } from './workshop-custody.ts';
import { SqliteWorkshopStore } from './workshop-store.ts';
import { WriteAheadLog } from './write-ahead-log.ts';
import { Writer } from './writer.ts';

export interface Storage {
  readonly workshops: WorkshopStore;
  readonly plenaries: PlenaryStore;
  readonly audit: AuditLog;
  readonly images: ImageStore;
  readonly seatCodes: SeatCodes;
  readonly moves: MoveLog;
  readonly custody: WorkshopCustody;
  readonly records: RecordStore;
  readonly erasure: Erasure;
  readonly updates: UpdateLog;
  readonly sizes: DocumentSizes;
  /** The server's secret: 32 bytes. */
  readonly serverKey: Uint8Array;
  /** Ends what is under way and releases every file. Nothing may be asked of the storage afterwards. */
  close(): Promise<void>;
}

export interface StorageOptions {
  /** The session that a document belongs to and is deleted with, from its name; null for none. */
  readonly sessionOf: (document: DocumentName) => string | null;
  /** Ceiling of the file, in pages of 4 KiB; for trying out a full disk. */
  readonly maxPageCount?: number;
}

export interface ServerStorageOptions extends StorageOptions {
  readonly clock: Clock;
}

/**
 * Opens the data folder for the one server that may run on it. A commit survives a killed process,
 * and a power cut once `updates.durable()` resolved; no commit waits for the disk on the event loop.
 * When anything throws or rejects with StorageFailure, end the process.
 * @throws StorageProblem with a sentence to show
 */
export async function openServerStorage(
  folder: string,
  options: ServerStorageOptions,
): Promise<Storage> {
  const lock = lockDataDir(folder);
  try {
    const opened = await openLocked(folder, options);
    return {
      ...opened,
      async close() {
        await opened.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * Opens the data folder for one command, whether or not a server runs on it. Every commit is durable
 * when it returns.
 * @param where `made` makes the folder where it is missing; `there` makes nothing
 * @throws StorageProblem with a sentence to show
 */
export function openCommandStorage(
  folder: string,
  options: StorageOptions,
  where: 'made' | 'there' = 'made',
): Storage {
  if (where === 'there') demandDatabase(join(folder, databaseFile));
  const database = openDatabase(folder, { ...options, as: 'command', synchronous: 'FULL' });
  try {
    const key = serverKey(folder);
    const writer = new Writer(database);
    const durable = (): Promise<void> => writer.idle();
    return {
      ...parts(key, { ...options, database, writer, durable }),
      async close() {
        await writer.idle();
        database.close();
      },
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

async function openLocked(folder: string, options: ServerStorageOptions): Promise<Storage> {
  // Elsewhere a sync through another handle may leave data in the drive's cache (macOS needs
  // F_FULLFSYNC, which SQLite issues), so there a commit waits for its own.
  const syncBeside = process.platform === 'linux';
  const synchronous = syncBeside ? 'NORMAL' : 'FULL';
  const database = openDatabase(folder, { ...options, as: 'server', synchronous });
  try {
    const key = serverKey(folder);
    const databasePath = join(folder, databaseFile);
    const log = await WriteAheadLog.open(databasePath);
    const logSync = new LogSync(syncBeside ? () => log.sync() : async () => {});
    const thread = new CheckpointThread(databasePath);
    const writer = new Writer(database, () => checkpointer.written());
    const checkpointer = new Checkpointer({
      clock: options.clock,
      logSize: () => log.size(),
      take: (step) => thread.take(step),
      alone: (work) => writer.alone(work),
      failed: (failure) => logSync.fail(failure),
    });
    return {
      ...parts(key, { ...options, database, writer, durable: () => logSync.durable() }),
      async close() {
        await checkpointer.close();
        await writer.idle();
        await logSync.settled();
        await thread.close();
        await log.close();
        database.close();
      },
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

function parts(
  key: Uint8Array,
  log: {
    readonly database: Database;
    readonly writer: Writer;
    readonly durable: () => Promise<void>;
    readonly sessionOf: (document: DocumentName) => string | null;
  },
): Omit<Storage, 'close'> {
  return {
    serverKey: key,
    workshops: new SqliteWorkshopStore(log.database, log.writer),
    plenaries: new SqlitePlenaryStore(log.database, log.writer),
    audit: new SqliteAuditLog(log.database, log.writer),
    images: new SqliteImageStore(log.database, log.writer),
    seatCodes: new SqliteSeatCodes(log.database, log.writer),
    moves: new SqliteMoveLog(log.database, log.writer),
    custody: new SqliteWorkshopCustody(log.database, log.writer),
    records: new SqliteRecordStore(log.database, log.writer),
    erasure: new SqliteErasure(log.database, log.writer),
    updates: new SqliteUpdateLog(log),
    sizes: new DocumentSizes(log.database),
  };
}
