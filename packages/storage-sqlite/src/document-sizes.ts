import { setImmediate } from 'node:timers/promises';
import type { Database, Statement } from 'better-sqlite3';
import { rowsOfDocument } from './schema.ts';

/** What a workshop's documents take together. */
export interface DocumentSize {
  readonly workshop: string;
  /** Of rows, snapshots and versions, as they are stored. */
  readonly bytes: number;
}

/** Measures documents in the database. */
export class DocumentSizes {
  readonly #workshop: Statement<[string], { workshop: string }>;
  readonly #documents: Statement<[string], { id: number }>;
  readonly #bytes: Statement<{ id: number }, { bytes: number }>;

  constructor(database: Database) {
    this.#workshop = database.prepare('SELECT workshop FROM session WHERE id = ?');
    this.#documents = database.prepare(
      `SELECT document.id FROM document JOIN session ON session.id = document.session
       WHERE session.workshop = ?`,
    );
    this.#bytes = database.prepare(
      `SELECT
         (SELECT total(length(data)) FROM document_update
          WHERE place BETWEEN @id * ${rowsOfDocument} AND (@id + 1) * ${rowsOfDocument} - 1) +
         (SELECT total(length(state)) FROM document_snapshot WHERE document = @id) +
         (SELECT total(length(state)) FROM document_version WHERE document = @id) AS bytes`,
    );
  }

  /** The workshop that a session belongs to, and what all its documents take; null when it is gone. */
  async ofWorkshopWith(session: string): Promise<DocumentSize | null> {
    const found = this.#workshop.get(session);
    if (found === undefined) return null;
    let bytes = 0;
    for (const { id } of this.#documents.all(found.workshop)) {
      bytes += this.#bytes.get({ id })?.bytes ?? 0;
      // People are typing: between two documents it is their turn.
      await setImmediate();
    }
    return { workshop: found.workshop, bytes };
  }
}
