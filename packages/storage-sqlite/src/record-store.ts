import {
  type CorrectingHands,
  type FrozenStanding,
  type KeptRecord,
  mostKeptEditions,
  parseGroupId,
  parseSeatId,
  parseSessionId,
  parseWorkshopId,
  type RecordEdition,
  type RecordStanding,
  type RecordStore,
  type WorkshopId,
} from '@reportback/domain';
import type { Database } from 'better-sqlite3';
import type { Writer } from './writer.ts';

/** The edition under which the words are kept that corrections are compared with. */
export const baselineEdition = 0;

interface HandRow {
  session: string;
  workshop_group: string;
  seat: string;
  at: number;
}

interface EditionRow {
  edition: number;
  at: number;
  hash: string;
  note: string;
  kept: number;
}

/**
 * Standings and kept records in SQLite. Besides what the port says, a write throws StorageProblem `full` when the disk
 * is (nothing is changed then), and nothing happens for a workshop that is gone.
 */
export class SqliteRecordStore implements RecordStore {
  readonly #writer: Writer;
  readonly #sql: ReturnType<typeof prepare>;

  constructor(database: Database, writer: Writer) {
    this.#writer = writer;
    this.#sql = prepare(database);
  }

  async standing(workshop: WorkshopId): Promise<RecordStanding> {
    const json = this.#sql.standing.get(workshop);
    if (json === undefined) return { is: 'open' };
    const standing: RecordStanding = JSON.parse(json);
    return standing;
  }

  async due(now: number): Promise<readonly WorkshopId[]> {
    return this.#sql.due.all(now).map(parseWorkshopId);
  }

  async correct(
    workshop: WorkshopId,
    { since, until }: { readonly since: number; readonly until: number },
    baseline: string | null,
  ): Promise<void> {
    await this.#writer.write(() => {
      this.#put(workshop, { is: 'correcting', since, until }, until);
      if (baseline === null) return;
      this.#sql.forgetHands.run(workshop);
      this.#sql.putEdition.run(workshop, baselineEdition, since, '', '', baseline);
    });
  }

  async open(workshop: WorkshopId): Promise<void> {
    await this.#writer.write(() => {
      this.#put(workshop, { is: 'open' }, null);
      this.#sql.forgetHands.run(workshop);
      this.#sql.removeEdition.run(workshop, baselineEdition);
    });
  }

  async freeze(
    workshop: WorkshopId,
    standing: FrozenStanding,
    { json, hash, baseline }: KeptRecord & { readonly baseline: string },
  ): Promise<void> {
    await this.#writer.write(() => {
      const { edition, at, note } = standing;
      this.#sql.putEdition.run(workshop, edition, at, hash, note, json);
      this.#sql.putEdition.run(workshop, baselineEdition, at, '', '', baseline);
      this.#sql.withdrawThrough.run(workshop, edition - mostKeptEditions);
      this.#sql.forgetHands.run(workshop);
      this.#put(workshop, standing, null);
    });
  }

  async baseline(workshop: WorkshopId): Promise<string | null> {
    return this.#sql.kept.get(workshop, baselineEdition)?.json ?? null;
  }

  async kept(workshop: WorkshopId, edition: number): Promise<KeptRecord | null> {
    const row = this.#sql.kept.get(workshop, edition);
    if (row === undefined || row.json === null) return null;
    return { json: row.json, hash: row.hash };
  }

  async editions(workshop: WorkshopId): Promise<readonly RecordEdition[]> {
    return this.#sql.editions
      .all(workshop, baselineEdition)
      .map(({ kept, ...row }) => ({ ...row, isKept: kept === 1 }));
  }

  async putHand({ session, group, seat, at }: CorrectingHands): Promise<void> {
    await this.#writer.write(() => this.#sql.putHand.run({ session, group, seat, at }));
  }

  async hands(workshop: WorkshopId): Promise<readonly CorrectingHands[]> {
    return this.#sql.hands.all(workshop).map((row) => ({
      session: parseSessionId(row.session),
      group: parseGroupId(row.workshop_group),
      seat: parseSeatId(row.seat),
      at: row.at,
    }));
  }

  #put(workshop: WorkshopId, standing: RecordStanding, until: number | null): void {
    this.#sql.put.run(JSON.stringify(standing), until, workshop);
  }
}

function prepare(database: Database) {
  const all = database.prepare.bind(database);
  return {
    standing: database
      .prepare<[string], string>('SELECT standing FROM record_standing WHERE workshop = ?')
      .pluck(),
    due: database
      .prepare<[number], string>('SELECT workshop FROM record_standing WHERE until <= ?')
      .pluck(),
    put: all(
      `INSERT INTO record_standing (workshop, standing, until) SELECT id, ?, ? FROM workshop WHERE id = ?
       ON CONFLICT (workshop) DO UPDATE
         SET standing = excluded.standing, until = excluded.until, owes = NULL`,
    ),
    kept: database.prepare<[string, number], { json: string | null; hash: string }>(
      'SELECT json, hash FROM record_edition WHERE workshop = ? AND edition = ?',
    ),
    editions: database.prepare<[string, number], EditionRow>(
      `SELECT edition, at, hash, note, json IS NOT NULL AS kept FROM record_edition
       WHERE workshop = ? AND edition > ? ORDER BY edition`,
    ),
    putEdition: all(
      `INSERT INTO record_edition (workshop, edition, at, hash, note, json) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (workshop, edition) DO UPDATE SET
         at = excluded.at, hash = excluded.hash, note = excluded.note, json = excluded.json`,
    ),
    removeEdition: all('DELETE FROM record_edition WHERE workshop = ? AND edition = ?'),
    withdrawThrough: all(
      `UPDATE record_edition SET json = NULL
       WHERE workshop = ? AND edition <> ${baselineEdition} AND edition <= ?`,
    ),
    putHand: all(
      `INSERT INTO record_hand
       SELECT session.id, @group, seat.id, @at FROM session
       JOIN record_standing USING (workshop) JOIN seat USING (workshop)
       WHERE session.id = @session AND seat.id = @seat AND standing ->> '$.is' = 'correcting'
       ON CONFLICT (session, workshop_group, seat) DO UPDATE SET at = excluded.at`,
    ),
    hands: database.prepare<[string], HandRow>(
      `SELECT record_hand.* FROM record_hand JOIN session ON session.id = record_hand.session
       WHERE session.workshop = ? ORDER BY record_hand.session, workshop_group, seat`,
    ),
    forgetHands: all(
      'DELETE FROM record_hand WHERE session IN (SELECT id FROM session WHERE workshop = ?)',
    ),
  };
}
