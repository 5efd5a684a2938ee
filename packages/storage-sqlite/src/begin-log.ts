import type { Database } from 'better-sqlite3';

/**
 * Makes the first commit of an emptied log, which changes nothing: SQLite syncs a new log's header in
 * that commit, so that it had better not be one that people wait for.
 */
export function beginLog(database: Database): void {
  database.pragma(
    `application_id = ${String(database.pragma('application_id', { simple: true }))}`,
  );
}
