import { crc32 } from 'node:zlib';
import {
  DamagedVersion,
  type NewVersion,
  type Seq,
  type StoredVersion,
  type VersionEntry,
  type VersionMerge,
  type WallTime,
} from '@reportback/sync';
import type { Database, Statement } from 'better-sqlite3';
import { plainBytes } from './document-updates.ts';

interface EntryRow {
  number: number;
  written_at: WallTime;
  cause: string;
  authors: string;
  through: Seq;
  content_hash: string;
}

interface VersionRow extends EntryRow {
  state: Uint8Array;
  checksum: number;
}

/** Named points in each document's history, numbered from 1. */
export class DocumentVersions {
  readonly #last: Statement<[number], { last: number | null }>;
  readonly #insert: Statement<[VersionRow & { document: number }]>;
  readonly #newestFirst: Statement<[number], EntryRow>;
  readonly #one: Statement<[number, number], VersionRow>;
  readonly #remove: Statement<[number, number]>;
  readonly #setAuthors: Statement<[string, number, number]>;

  constructor(database: Database) {
    this.#last = database.prepare(
      'SELECT max(number) AS last FROM document_version WHERE document = ?',
    );
    this.#insert = database.prepare(
      `INSERT INTO document_version
       (document, number, written_at, cause, authors, through, state, checksum, content_hash) VALUES
       (@document, @number, @written_at, @cause, @authors, @through, @state, @checksum, @content_hash)`,
    );
    this.#newestFirst = database.prepare(
      `SELECT number, written_at, cause, authors, through, content_hash FROM document_version
       WHERE document = ? ORDER BY number DESC`,
    );
    this.#one = database.prepare(
      'SELECT * FROM document_version WHERE document = ? AND number = ?',
    );
    this.#remove = database.prepare(
      'DELETE FROM document_version WHERE document = ? AND number = ?',
    );
    this.#setAuthors = database.prepare(
      'UPDATE document_version SET authors = ? WHERE document = ? AND number = ?',
    );
  }

  /** @returns its number */
  add(document: number, version: NewVersion): number {
    const number = (this.#last.get(document)?.last ?? 0) + 1;
    this.#insert.run({
      document,
      number,
      written_at: version.at,
      cause: version.cause,
      authors: JSON.stringify(version.authors),
      through: version.through,
      state: version.state,
      checksum: crc32(version.state),
      content_hash: version.contentHash,
    });
    return number;
  }

  /** The newest is never removed, so that its number is not given to another. */
  merge(document: number, { into, removed, authors }: VersionMerge): void {
    for (const number of removed) this.#remove.run(document, number);
    this.#setAuthors.run(JSON.stringify(authors), document, into);
  }

  list(document: number): readonly VersionEntry[] {
    return this.#newestFirst.all(document).map(entryOf);
  }

  /** Undefined when there is no such version. @throws DamagedVersion when it does not match its checksum */
  read(document: number, number: number): StoredVersion | undefined {
    const row = this.#one.get(document, number);
    if (!row) return undefined;
    if (crc32(row.state) !== row.checksum)
      throw new DamagedVersion(number, 'it does not match its checksum');
    return { ...entryOf(row), state: plainBytes(row.state) };
  }
}

function entryOf(row: EntryRow): VersionEntry {
  const authors: readonly string[] = JSON.parse(row.authors);
  return {
    id: row.number,
    at: row.written_at,
    cause: row.cause,
    authors,
    through: row.through,
    contentHash: row.content_hash,
  };
}
