import type { Database } from 'better-sqlite3';
import { auditTables } from './audit-tables.ts';
import { filesGoLater, imageTables } from './image-tables.ts';
import { moveTables } from './move-log.ts';
import { importedVoicesTable, plenaryTables } from './plenary-tables.ts';
import { owedEditionColumn, recordTables } from './record-tables.ts';
import {
  attributionColumn,
  cardTemplateColumn,
  documentTables,
  elsewhereColumn,
  expectedColumn,
  sessionTablesColumn,
  workshopTables,
} from './schema.ts';
import { seatCodeTable } from './seat-codes.ts';
import { custodyTables } from './workshop-custody.ts';

/** Each brings the schema from its place in the list to the next; never changed once released. */
const migrations: readonly string[] = [
  workshopTables + documentTables,
  plenaryTables,
  attributionColumn,
  auditTables,
  importedVoicesTable,
  imageTables,
  cardTemplateColumn,
  seatCodeTable,
  custodyTables,
  recordTables,
  elsewhereColumn,
  sessionTablesColumn,
  owedEditionColumn,
  moveTables,
  filesGoLater,
  expectedColumn,
];

/** The schema's version that this code reads and writes (SQLite's `user_version`). */
export const latestSchema = migrations.length;

export function schemaVersion(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** Brings the schema up to date, one transaction a step; safe when two processes do it at once. */
export function migrate(database: Database): void {
  const step = database.transaction((): boolean => {
    const version = schemaVersion(database);
    const migration = migrations[version];
    if (migration === undefined) return false;
    database.exec(migration);
    database.pragma(`user_version = ${version + 1}`);
    return true;
  });
  while (step.immediate());
}
