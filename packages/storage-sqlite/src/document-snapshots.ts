import { crc32 } from 'node:zlib';
import type { NewSnapshot, Seq, StoredSnapshot, WallTime } from '@reportback/sync';
import type { Database, Statement } from 'better-sqlite3';
import { plainBytes } from './document-updates.ts';

interface SnapshotRow {
  through: Seq;
  state: Uint8Array;
  checksum: number;
  content_hash: string;
}

/** Snapshots of each document: the newest, and an older one to fall back on. */
export class DocumentSnapshots {
  readonly #put: Statement<[number, Seq, Uint8Array, number, string, WallTime]>;
  readonly #newestFirst: Statement<[number], SnapshotRow>;
  readonly #removeExcept: Statement<[number, Seq, Seq]>;

  constructor(database: Database) {
    this.#put = database.prepare(
      `INSERT OR REPLACE INTO document_snapshot
       (document, through, state, checksum, content_hash, written_at) VALUES (?, ?, ?, ?, ?, ?)`,
    );
    this.#newestFirst = database.prepare(
      `SELECT through, state, checksum, content_hash FROM document_snapshot
       WHERE document = ? ORDER BY through DESC`,
    );
    this.#removeExcept = database.prepare(
      'DELETE FROM document_snapshot WHERE document = ? AND through NOT IN (?, ?)',
    );
  }

  /** Those that read back as they were written, newest first; read one by one, as they are asked for. */
  *sound(document: number): Generator<StoredSnapshot, void> {
    for (const row of this.#newestFirst.iterate(document)) {
      const { through, state, checksum, content_hash } = row;
      if (crc32(state) === checksum)
        yield { through, state: plainBytes(state), contentHash: content_hash };
    }
  }

  /**
   * Stores a snapshot and keeps the newest sound one before it; a damaged one is no use to fall back on.
   * @returns the row through which the two that are kept hold everything: 0 when there is no older one
   */
  add(document: number, snapshot: NewSnapshot): { newest: Seq; bothHold: Seq } {
    const { through, state, contentHash, at } = snapshot;
    this.#put.run(document, through, state, crc32(state), contentHash, at);
    const [newest, older] = this.sound(document);
    const kept = { newest: newest?.through ?? 0, bothHold: older?.through ?? 0 };
    this.#removeExcept.run(document, kept.newest, kept.bothHold);
    return kept;
  }
}
