import {
  type Expiry,
  parseWorkshopId,
  type WorkshopCustody,
  type WorkshopId,
} from '@reportback/domain';
import type { Database } from 'better-sqlite3';
import type { Writer } from './writer.ts';

/** To whom a workshop belongs, and until when. STRICT; a day is local to the workshop, null for “it stays”. */
export const custodyTables = `
CREATE TABLE workshop_owner (
  workshop TEXT NOT NULL REFERENCES workshop ON DELETE CASCADE,
  email TEXT NOT NULL,
  PRIMARY KEY (email, workshop)
) STRICT, WITHOUT ROWID;
CREATE INDEX workshop_owner_workshop ON workshop_owner (workshop);

CREATE TABLE workshop_expiry (
  workshop TEXT PRIMARY KEY REFERENCES workshop ON DELETE CASCADE,
  expires_on TEXT
) STRICT, WITHOUT ROWID;
`;

interface ExpiryRow {
  workshop: string;
  expires_on: string | null;
}

/** Owners and expiry in SQLite. A write throws StorageProblem `full` when the disk is. */
export class SqliteWorkshopCustody implements WorkshopCustody {
  readonly #writer: Writer;
  readonly #sql: ReturnType<typeof prepare>;

  constructor(database: Database, writer: Writer) {
    this.#writer = writer;
    this.#sql = prepare(database);
  }

  async addOwner(workshop: WorkshopId, email: string): Promise<void> {
    await this.#writer.write(() => this.#sql.addOwner.run(email, workshop));
  }

  async removeOwner(workshop: WorkshopId, email: string): Promise<void> {
    await this.#writer.write(() => this.#sql.removeOwner.run(email, workshop));
  }

  async owners(workshop: WorkshopId): Promise<readonly string[]> {
    return this.#sql.owners.all(workshop);
  }

  async isOwner(workshop: WorkshopId, email: string): Promise<boolean> {
    return this.#sql.isOwner.get(email, workshop) !== undefined;
  }

  async ownedBy(email: string): Promise<readonly WorkshopId[]> {
    return this.#sql.ownedBy.all(email).map(parseWorkshopId);
  }

  async setExpiry({ workshop, on }: Expiry): Promise<void> {
    await this.#writer.write(() => this.#sql.setExpiry.run(on, workshop));
  }

  async expiry(workshop: WorkshopId): Promise<Expiry | undefined> {
    const row = this.#sql.expiry.get(workshop);
    return row && expiryOf(row);
  }

  async expiries(): Promise<readonly Expiry[]> {
    return this.#sql.expiries.all().map(expiryOf);
  }
}

function expiryOf(row: ExpiryRow): Expiry {
  return { workshop: parseWorkshopId(row.workshop), on: row.expires_on };
}

function prepare(database: Database) {
  return {
    addOwner: database.prepare(
      `INSERT INTO workshop_owner (email, workshop) SELECT ?, id FROM workshop WHERE id = ?
       ON CONFLICT DO NOTHING`,
    ),
    removeOwner: database.prepare('DELETE FROM workshop_owner WHERE email = ? AND workshop = ?'),
    owners: database
      .prepare<[string], string>(
        'SELECT email FROM workshop_owner WHERE workshop = ? ORDER BY email',
      )
      .pluck(),
    isOwner: database.prepare('SELECT 1 FROM workshop_owner WHERE email = ? AND workshop = ?'),
    ownedBy: database
      .prepare<[string], string>(
        `SELECT workshop FROM workshop_owner JOIN workshop ON workshop.id = workshop
         WHERE email = ? ORDER BY created_at DESC`,
      )
      .pluck(),
    setExpiry: database.prepare(
      `INSERT INTO workshop_expiry (expires_on, workshop) SELECT ?, id FROM workshop WHERE id = ?
       ON CONFLICT (workshop) DO UPDATE SET expires_on = excluded.expires_on`,
    ),
    expiry: database.prepare<[string], ExpiryRow>(
      'SELECT * FROM workshop_expiry WHERE workshop = ?',
    ),
    expiries: database.prepare<[], ExpiryRow>('SELECT * FROM workshop_expiry'),
  };
}
