import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beginLog } from './begin-log.ts';
import { databaseFile, prepareDatabaseFile, prepareFolder, syncFolder } from './data-folder.ts';
import { migrate, schemaVersion } from './migrations.ts';
import { busyTimeout, damaged, openingProblem } from './opening-problem.ts';
import {
  applicationId,
  refuseNewer,
  refuseOlder,
  refuseOthersDatabase,
} from './recognise-database.ts';
import { StorageProblem } from './storage-problem.ts';

/** The first release without the defect that could corrupt a database when its log was reset. */
const oldestSqlite = [3, 51, 3] as const;

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
    throw openingProblem(path, error);
  }
}

/**
 * Opens a database that is there, perhaps of an older Reportback, to read it; beside a running
 * server, or where nothing can be written.
 * @throws StorageProblem
 */
export function openForReading(path: string): Database.Database {
  demandDatabase(path);
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { timeout: busyTimeout, readonly: true });
    database.pragma('trusted_schema = OFF');
    database.pragma('cell_size_check = ON');
    refuseOthersDatabase(database, path);
    refuseNewer(database, path);
    return database;
  } catch (error) {
    database?.close();
    throw openingProblem(path, error);
  }
}

/** @throws StorageProblem `folder` where there is no such file */
export function demandDatabase(path: string): void {
  if (!existsSync(path))
    throw new StorageProblem(
      'folder',
      `There is no Reportback data at “${path}”. Check the name of the folder.`,
    );
}

function setUp(database: Database.Database, path: string, options: DatabaseOptions): void {
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  database.pragma('foreign_keys = ON');
  database.pragma('secure_delete = ON');
  refuseOthersDatabase(database, path);
  refuseNewer(database, path);
  if (options.as === 'command') refuseOlder(database, path);
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
  if (options.as === 'server') {
    database.pragma('wal_checkpoint(TRUNCATE)');
    beginLog(database);
  }
}

function refuseOldSqlite(database: Database.Database): void {
  const found = String(database.prepare('SELECT sqlite_version()').pluck().get());
  if (isTooOld(found))
    throw new StorageProblem(
      'old-sqlite',
      `SQLite ${found} can corrupt its log. Reinstall Reportback's packages: it needs SQLite ${oldestSqlite.join('.')} or newer.`,
    );
}

/** @param version of SQLite, such as `3.51.3` */
export function isTooOld(version: string): boolean {
  const parts = version.split('.').map(Number);
  const place = oldestSqlite.findIndex((oldest, at) => parts[at] !== oldest);
  return place !== -1 && (parts[place] ?? 0) < (oldestSqlite[place] ?? 0);
}

/** Reads every page. @throws StorageProblem `damaged` */
function refuseDamage(database: Database.Database, path: string): void {
  const found = database.prepare('PRAGMA quick_check(1)').pluck().get();
  if (found !== 'ok') throw damaged(path, String(found));
}
