import type { Database } from 'better-sqlite3';
import { latestSchema, schemaVersion } from './migrations.ts';
import { StorageProblem } from './storage-problem.ts';

/** “RPBK”, SQLite's `application_id` in our files: tells them from other programs'. */
export const applicationId = 0x5250424b;

/** @throws StorageProblem `not-a-database` when another program made it */
export function refuseOthersDatabase(database: Database, path: string): void {
  const found = Number(database.pragma('application_id', { simple: true }));
  if (found === applicationId) return;
  const tables = Number(database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  if (found !== 0 || tables !== 0)
    throw new StorageProblem(
      'not-a-database',
      `“${path}” is a SQLite database of another program. Move it away, or set DATA_DIR to another folder.`,
    );
}

/** @throws StorageProblem `newer` */
export function refuseNewer(database: Database, path: string): void {
  const version = schemaVersion(database);
  if (version > latestSchema)
    throw new StorageProblem(
      'newer',
      `“${path}” was written by a newer Reportback (schema ${version}; this one knows ${latestSchema}). ` +
        'Start that one, or restore a backup made by this one.',
    );
}

/** For commands, which upgrade nothing, because a server may be running. @throws StorageProblem `older` */
export function refuseOlder(database: Database, path: string): void {
  const version = schemaVersion(database);
  if (version > 0 && version < latestSchema)
    throw new StorageProblem(
      'older',
      `“${path}” was written by an older Reportback (schema ${version} of ${latestSchema}). ` +
        'Start the server once with this version, so that it upgrades the data, then repeat the command.',
    );
}
