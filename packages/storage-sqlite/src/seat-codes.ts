import { parseLinkId, parseSeatId, type SeatCode, type SeatCodes } from '@reportback/domain';
import type { Database } from 'better-sqlite3';
import type { Writer } from './writer.ts';

/** One code a seat. STRICT; `expires_at` is milliseconds since 1970 (UTC). */
export const seatCodeTable = `
CREATE TABLE seat_code (
  seat TEXT PRIMARY KEY REFERENCES seat ON DELETE CASCADE,
  code_hash TEXT NOT NULL UNIQUE,
  link TEXT NOT NULL REFERENCES link ON DELETE CASCADE,
  generation INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX seat_code_link ON seat_code (link);
`;

interface SeatCodeRow {
  seat: string;
  code_hash: string;
  link: string;
  generation: number;
  expires_at: number;
}

/** The codes of seats in SQLite. A write throws StorageProblem `full` when the disk is. */
export class SqliteSeatCodes implements SeatCodes {
  readonly #database: Database;
  readonly #writer: Writer;

  constructor(database: Database, writer: Writer) {
    this.#database = database;
    this.#writer = writer;
  }

  async put(code: SeatCode, now: number): Promise<void> {
    const { seat, codeHash, link, generation, expiresAt } = code;
    await this.#writer.write(() => {
      this.#database.prepare('DELETE FROM seat_code WHERE expires_at < ?').run(now);
      this.#database
        .prepare('INSERT OR REPLACE INTO seat_code VALUES (?, ?, ?, ?, ?)')
        .run(seat, codeHash, link, generation, expiresAt);
    });
  }

  async find(codeHash: string): Promise<SeatCode | null> {
    const row = this.#database
      .prepare<[string], SeatCodeRow>('SELECT * FROM seat_code WHERE code_hash = ?')
      .get(codeHash);
    return row === undefined
      ? null
      : {
          codeHash: row.code_hash,
          seat: parseSeatId(row.seat),
          link: parseLinkId(row.link),
          generation: row.generation,
          expiresAt: row.expires_at,
        };
  }

  async take(codeHash: string): Promise<boolean> {
    return this.#writer.write(
      () =>
        this.#database.prepare('DELETE FROM seat_code WHERE code_hash = ?').run(codeHash).changes >
        0,
    );
  }
}
