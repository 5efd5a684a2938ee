import { crc32 } from 'node:zlib';
import type { DocumentName, Seq } from '@reportback/sync';
import type { Database } from 'better-sqlite3';
import { DocumentUpdates } from './document-updates.ts';
import { imageFindings } from './image-store.ts';
import { damaged } from './opening-problem.ts';
import { rowsOfDocument } from './schema.ts';
import { isDamage } from './storage-problem.ts';

/** What was looked at, and all that is not as it was written. */
export interface Verification {
  readonly workshops: number;
  readonly documents: number;
  readonly rows: number;
  readonly snapshots: number;
  readonly versions: number;
  readonly images: number;
  /** Rows that were set aside because they could not be applied. */
  readonly quarantined: number;
  /** A sentence each; none when everything is sound. */
  readonly findings: readonly string[];
}

/** The content hash of a document's state. Throws for bytes that are no document. */
export type HashOfState = (state: Uint8Array) => string;

interface DocumentRow {
  id: number;
  name: DocumentName;
  head_seq: Seq;
  snapshot_seq: Seq;
}

interface StateRow {
  what: 'Snapshot' | 'Version';
  number: number;
  state: Uint8Array;
  checksum: number;
  content_hash: string;
}

/**
 * Reads everything there is, as of one moment: SQLite's own structure and references, then of each
 * document that its rows are gapless and match their checksums, and that its snapshots and versions
 * load and have the content they had, and of each image that its bytes have their hash.
 * @throws StorageProblem `damaged` when SQLite cannot read on
 */
export function verify(database: Database, hashOf: HashOfState): Verification {
  try {
    return database.transaction(() => readAll(database, hashOf))();
  } catch (error) {
    if (isDamage(error)) throw damaged(database.name, String(error));
    throw error;
  }
}

function readAll(database: Database, hashOf: HashOfState): Verification {
  const findings = [...structure(database), ...references(database)];
  const updates = new DocumentUpdates(database);
  const documents = database.prepare<[], DocumentRow>('SELECT * FROM document ORDER BY id').all();
  const states = database.prepare<[number, number], StateRow>(
    `SELECT 'Snapshot' AS what, through AS number, state, checksum, content_hash
     FROM document_snapshot WHERE document = ? UNION ALL
     SELECT 'Version', number, state, checksum, content_hash
     FROM document_version WHERE document = ?`,
  );
  for (const { id, name, head_seq, snapshot_seq } of documents) {
    const through: Seq[] = [];
    for (const row of states.iterate(id, id)) {
      if (row.what === 'Snapshot') through.push(row.number);
      const found = stateFinding(row, hashOf);
      if (found !== null) findings.push(`${row.what} ${row.number} of ${name} ${found}.`);
    }
    if (Math.max(0, ...through) !== snapshot_seq)
      findings.push(`Snapshot ${snapshot_seq} of ${name} is missing.`);
    // One snapshot alone leaves all rows; the older of two has replaced those that it holds.
    const rows = updates.read(id, through.length > 1 ? Math.min(...through) : 0, head_seq);
    if (typeof rows === 'string') findings.push(`In ${name}, ${rows}.`);
  }
  // What an older Reportback wrote knows no images.
  const hasImages = hasTable(database, 'image');
  if (hasImages) findings.push(...imageFindings(database));
  const count = (sql: string): number => Number(database.prepare(sql).pluck().get());
  return {
    workshops: count('SELECT count(*) FROM workshop'),
    documents: documents.length,
    rows: count('SELECT count(*) FROM document_update'),
    snapshots: count('SELECT count(*) FROM document_snapshot'),
    versions: count('SELECT count(*) FROM document_version'),
    images: hasImages ? count('SELECT count(*) FROM image') : 0,
    quarantined: count('SELECT count(*) FROM document_update WHERE quarantined IS NOT NULL'),
    findings,
  };
}

function hasTable(database: Database, name: string): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(name) !== undefined;
}

function structure(database: Database): string[] {
  const found = database.prepare<[], string>('PRAGMA integrity_check(20)').pluck().all();
  return found.filter((line) => line !== 'ok').map((line) => `SQLite finds: ${line}.`);
}

function references(database: Database): string[] {
  const dangling = database
    .prepare<[], { table: string; parent: string }>('PRAGMA foreign_key_check')
    .all()
    .map(({ table, parent }) => `A row of ${table} belongs to a ${parent} that does not exist.`);
  const orphans = Number(
    database
      .prepare(
        `SELECT count(*) FROM document_update
         WHERE place / ${rowsOfDocument} NOT IN (SELECT id FROM document)`,
      )
      .pluck()
      .get(),
  );
  return orphans === 0 ? dangling : [...dangling, `${orphans} rows belong to no document.`];
}

function stateFinding(row: StateRow, hashOf: HashOfState): string | null {
  if (crc32(row.state) !== row.checksum) return 'does not match its checksum';
  try {
    return hashOf(row.state) === row.content_hash
      ? null
      : 'has other content than when it was written';
  } catch (error) {
    return `does not load (${error instanceof Error ? error.message : String(error)})`;
  }
}
