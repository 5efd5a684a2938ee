import { crc32 } from 'node:zlib';
import type { Author, LoggedRow, NewRow, Seq, WallTime } from '@reportback/sync';
import type { Database, Statement } from 'better-sqlite3';
import { rowsOfDocument } from './schema.ts';

interface UpdateRow {
  place: number;
  data: Uint8Array;
  checksum: number;
  author: Author;
  written_at: WallTime;
  quarantined: string | null;
}

/** The rows of each document: what its people wrote, one frame a row, numbered from 1 without gaps. */
export class DocumentUpdates {
  readonly #insert: Statement<[number, Uint8Array, number, Author, WallTime]>;
  readonly #claim: Statement<[number, number, Author]>;
  readonly #between: Statement<[number, number], UpdateRow>;
  readonly #clients: Statement<[number], { client: number; author: Author }>;
  readonly #quarantine: Statement<[string, number]>;
  readonly #removeBetween: Statement<[number, number]>;

  constructor(database: Database) {
    this.#insert = database.prepare(
      `INSERT INTO document_update (place, data, checksum, author, written_at)
       VALUES (?, ?, ?, ?, ?)`,
    );
    this.#claim = database.prepare(
      `INSERT INTO document_client (document, client, author) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET author = excluded.author`,
    );
    this.#between = database.prepare(
      `SELECT place, data, checksum, author, written_at, quarantined FROM document_update
       WHERE place BETWEEN ? AND ? ORDER BY place`,
    );
    this.#clients = database.prepare(
      'SELECT client, author FROM document_client WHERE document = ?',
    );
    this.#quarantine = database.prepare(
      'UPDATE document_update SET quarantined = ? WHERE place = ?',
    );
    this.#removeBetween = database.prepare(
      'DELETE FROM document_update WHERE place BETWEEN ? AND ? AND quarantined IS NULL',
    );
  }

  /** Stores rows from number `first` on. */
  add(document: number, first: Seq, rows: readonly NewRow[], at: WallTime): void {
    let seq = first;
    for (const { update, author, claims } of rows) {
      this.#insert.run(placeOf(document, seq), update, rowChecksum(update, seq), author, at);
      for (const client of claims) this.#claim.run(document, client, author);
      seq += 1;
    }
  }

  /**
   * The rows after `after` up to `head`, without quarantined ones; or a sentence about the first row
   * that is missing, or that does not read back as it was written.
   */
  read(document: number, after: Seq, head: Seq): readonly LoggedRow[] | string {
    const rows: LoggedRow[] = [];
    let expected = after + 1;
    const stored = this.#between.all(placeOf(document, after + 1), lastPlaceOf(document));
    for (const { place, data, checksum, author, written_at, quarantined } of stored) {
      const seq = place - placeOf(document, 0);
      if (seq !== expected) return `row ${expected} is missing`;
      expected += 1;
      if (quarantined !== null) continue;
      if (rowChecksum(data, seq) !== checksum) return `row ${seq} does not match its checksum`;
      rows.push({ seq, update: plainBytes(data), author, at: written_at });
    }
    if (expected <= head) return `row ${expected} is missing`;
    return expected - 1 > head ? `row ${expected - 1} is beyond the last row ${head}` : rows;
  }

  /** Who owns which Yjs client id. */
  clients(document: number): ReadonlyMap<number, Author> {
    return new Map(this.#clients.all(document).map(({ client, author }) => [client, author]));
  }

  quarantine(document: number, seq: Seq, reason: string): void {
    this.#quarantine.run(reason, placeOf(document, seq));
  }

  /** Removes what two snapshots hold; quarantined rows are in neither and stay. @returns how many went */
  removeThrough(document: number, seq: Seq): number {
    return this.#removeBetween.run(placeOf(document, 0), placeOf(document, seq)).changes;
  }
}

/** Where a row stands in its table. */
function placeOf(document: number, seq: Seq): number {
  return document * rowsOfDocument + seq;
}

function lastPlaceOf(document: number): number {
  return placeOf(document + 1, 0) - 1;
}

/** CRC-32 of the bytes, begun with the row's number, so that a row out of its place is found too. */
export function rowChecksum(data: Uint8Array, seq: Seq): number {
  return crc32(data, seq);
}

/** The same bytes without Node's Buffer around them, whose `slice` means something else. */
export function plainBytes(buffer: Uint8Array): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}
