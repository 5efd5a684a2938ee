import { join } from 'node:path';
import Database from 'better-sqlite3';
import {
  databaseFile,
  folderProblem,
  prepareDatabaseFile,
  prepareFolder,
  syncFolder,
} from './data-folder.ts';
import { latestSchema, migrate, schemaVersion } from './migrations.ts';
import { isDamage, isFull, StorageProblem, sqliteCode } from './storage-problem.ts';

/** “RPBK”: tells our files from other programs' SQLite files. */
const applicationId = 0x5250424b;

/** The first release without the defect that could corrupt a database when its log was reset. */
const oldestSqlite = [3, 51, 3] as const;

/** How long one process waits for another's transaction, in milliseconds. */
const busyTimeout = 5_000;

export interface DatabaseOptions {
  /**
   * `server`: the one long-lived process; checks the pages, upgrades the schema, empties the log.
   * `command`: a short-lived one, perhaps beside a server; it upgrades nothing.
   */
  readonly as: 'server' | 'command';
  /**
   * `NORMAL`: a commit survives a killed process; {@link file://./log-sync.ts} makes it survive a
   * power cut. `FULL`: a commit is durable when it returns.
   */
  readonly synchronous: 'NORMAL' | 'FULL';
  /** Ceiling of the file, in pages of 4 KiB; for trying out a full disk. */
  readonly maxPageCount?: number;
}

/**
 * Opens `reportback.sqlite` in the data folder, made where it is missing.
 * @throws StorageProblem, each with what was found and what to do; nothing is changed then
 */
export function openDatabase(folder: string, options: DatabaseOptions): Database.Database {
  prepareFolder(folder);
  prepareDatabaseFile(folder);
  const path = join(folder, databaseFile);
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { timeout: busyTimeout });
    refuseOldSqlite(database);
    setUp(database, path, options);
    syncFolder(folder);
    return database;
  } catch (error) {
    database?.close();
    throw openingProblem(folder, path, error);
  }
}

function setUp(database: Database.Database, path: string, options: DatabaseOptions): void {
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  database.pragma('foreign_keys = ON');
  database.pragma('secure_delete = ON');
  refuseOthersDatabase(database, path);
  refuseOtherSchema(database, path, options.as);
  if (options.as === 'server') refuseDamage(database, path);
  database.pragma('journal_mode = WAL');
  database.pragma('wal_autocheckpoint = 0');
  database.pragma(`synchronous = ${options.synchronous}`);
  database.pragma('fullfsync = ON');
  database.pragma('checkpoint_fullfsync = ON');
  if (options.maxPageCount !== undefined)
    database.pragma(`max_page_count = ${options.maxPageCount}`);
  if (schemaVersion(database) === 0) database.pragma(`application_id = ${applicationId}`);
  migrate(database);
  // What a killed process left in the log may never have reached the disk, even where it reads back
  // well. Emptying the log writes it once more, and syncs it.
  if (options.as === 'server') database.pragma('wal_checkpoint(TRUNCATE)');
}

function refuseOldSqlite(database: Database.Database): void {
  const found = String(database.prepare('SELECT sqlite_version()').pluck().get());
  const parts = found.split('.').map(Number);
  for (const [place, oldest] of oldestSqlite.entries()) {
    const part = parts[place] ?? 0;
    if (part > oldest) return;
    if (part < oldest)
      throw new StorageProblem(
        'old-sqlite',
        `SQLite ${found} can corrupt its log. Reinstall Reportback's packages: it needs SQLite ${oldestSqlite.join('.')} or newer.`,
      );
  }
}

function refuseOthersDatabase(database: Database.Database, path: string): void {
  const found = Number(database.pragma('application_id', { simple: true }));
  if (found === applicationId) return;
  const tables = Number(database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  if (found !== 0 || tables !== 0)
    throw new StorageProblem(
      'not-a-database',
      `“${path}” is a SQLite database of another program. Move it away, or set DATA_DIR to another folder.`,
    );
}

function refuseOtherSchema(
  database: Database.Database,
  path: string,
  as: DatabaseOptions['as'],
): void {
  const version = schemaVersion(database);
  if (version > latestSchema)
    throw new StorageProblem(
      'newer',
      `“${path}” was written by a newer Reportback (schema ${version}; this one knows ${latestSchema}). ` +
        'Start that one, or restore a backup made by this one.',
    );
  if (as === 'command' && version > 0 && version < latestSchema)
    throw new StorageProblem(
      'older',
      `“${path}” was written by an older Reportback (schema ${version} of ${latestSchema}). ` +
        'Start the server once with this version, so that it upgrades the data, then repeat the command.',
    );
}

/** Reads every page. @throws StorageProblem `damaged` */
function refuseDamage(database: Database.Database, path: string): void {
  const found = database.prepare('PRAGMA quick_check(1)').pluck().get();
  if (found !== 'ok') throw damaged(path, String(found));
}

function damaged(path: string, found: string): StorageProblem {
  return new StorageProblem(
    'damaged',
    `The database “${path}” is damaged (${found.replaceAll('\n', ' ')}). It was left as it is: ` +
      'copy the folder for safety, then restore the last backup with “reportback restore”.',
  );
}

function openingProblem(folder: string, path: string, error: unknown): Error {
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
