import { type AuditEntry, type AuditLog, auditedDeeds, type WorkshopId } from '@reportback/domain';
import type { Database } from 'better-sqlite3';
import { oneOf } from './workshop-rows.ts';
import type { Writer } from './writer.ts';

interface AuditRow {
  at: number;
  actor: string;
  did: string;
  about: string;
}

/** The audit list in SQLite. A write throws StorageProblem `full` when the disk is. */
export class SqliteAuditLog implements AuditLog {
  readonly #database: Database;
  readonly #writer: Writer;

  constructor(database: Database, writer: Writer) {
    this.#database = database;
    this.#writer = writer;
  }

  async add(workshop: WorkshopId, { at, by, did, about }: AuditEntry): Promise<void> {
    await this.#writer.write(() =>
      this.#database
        .prepare(
          `INSERT INTO audit_entry (workshop, at, actor, did, about)
           SELECT id, ?, ?, ?, ? FROM workshop WHERE id = ?`,
        )
        .run(at, by, did, about, workshop),
    );
  }

  async entries(workshop: WorkshopId): Promise<readonly AuditEntry[]> {
    const rows = this.#database
      .prepare<[string], AuditRow>('SELECT * FROM audit_entry WHERE workshop = ? ORDER BY number')
      .all(workshop);
    return rows.map(({ at, actor, did, about }) => ({
      at,
      by: actor,
      did: oneOf(auditedDeeds, did, `deed of the audit list of ${workshop}`),
      about,
    }));
  }
}
