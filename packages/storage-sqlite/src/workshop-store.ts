import {
  type Group,
  type Link,
  type LinkId,
  type NewWorkshop,
  type Pass,
  type Phase,
  type Programme,
  parseSeatId,
  type Seat,
  type SeatId,
  type Session,
  type SessionId,
  type SessionMark,
  type Workshop,
  type WorkshopId,
  type WorkshopStore,
} from '@reportback/domain';
import type { Database, Statement } from 'better-sqlite3';
import {
  detachDocumentsOfSession,
  detachDocumentsOfWorkshop,
  removeLeftovers,
} from './deletions.ts';
import { sessionMark } from './session-mark.ts';
import {
  type GroupRow,
  groupOf,
  type LinkRow,
  linkOf,
  linkRow,
  type PassRow,
  passOf,
  passRow,
  type SeatRow,
  type SessionRow,
  seatOf,
  seatRow,
  sessionOf,
  sessionRow,
  type WorkshopRow,
  workshopOf,
  workshopRow,
} from './workshop-rows.ts';
import type { Writer } from './writer.ts';

/**
 * Workshops, seats and links in SQLite. Besides what the port says, a write throws StorageProblem
 * `full` when the disk is (nothing is changed then), and a row below a workshop that is gone is
 * refused by SQLite's foreign keys, so that a late call cannot bring any of it back.
 */
export class SqliteWorkshopStore implements WorkshopStore {
  readonly #database: Database;
  readonly #writer: Writer;
  readonly #statements = new Map<string, Statement>();

  constructor(database: Database, writer: Writer) {
    this.#database = database;
    this.#writer = writer;
  }

  async create(all: NewWorkshop): Promise<void> {
    await this.#writer.write(() => {
      this.#insert('workshop', workshopRow(all.workshop));
      for (const session of all.sessions) this.#insert('session', sessionRow(session));
      for (const group of all.groups) this.#insert('workshop_group', { ...group });
      for (const link of all.links) this.#insert('link', linkRow(link));
      for (const seat of all.seats) this.#insert('seat', seatRow(seat));
    });
  }

  async workshop(id: WorkshopId): Promise<Workshop | null> {
    const row = this.#get<WorkshopRow>('SELECT * FROM workshop WHERE id = ?', id);
    return row ? workshopOf(row) : null;
  }

  async workshopByCode(joinCode: string): Promise<Workshop | null> {
    const row = this.#get<WorkshopRow>('SELECT * FROM workshop WHERE join_code = ?', joinCode);
    return row ? workshopOf(row) : null;
  }

  async workshops(): Promise<readonly Workshop[]> {
    const rows = this.#all<WorkshopRow>('SELECT * FROM workshop ORDER BY created_at, rowid');
    return rows.map(workshopOf);
  }

  async sessions(workshop: WorkshopId): Promise<readonly Session[]> {
    const rows = this.#all<SessionRow>(
      'SELECT * FROM session WHERE workshop = ? ORDER BY position',
      workshop,
    );
    return rows.map(sessionOf);
  }

  async session(id: SessionId): Promise<Session | null> {
    const row = this.#get<SessionRow>('SELECT * FROM session WHERE id = ?', id);
    return row ? sessionOf(row) : null;
  }

  async groups(workshop: WorkshopId): Promise<readonly Group[]> {
    const rows = this.#all<GroupRow>(
      'SELECT * FROM workshop_group WHERE workshop = ? ORDER BY number',
      workshop,
    );
    return rows.map(groupOf);
  }

  async putWorkshop(workshop: Workshop): Promise<void> {
    const { agenda: _, ...row } = workshopRow(workshop);
    await this.#writer.write(() => this.#replace('workshop', row));
  }

  async putGroup(group: Group): Promise<void> {
    await this.#writer.write(() => this.#replace('workshop_group', { ...group }));
  }

  async putProgramme(workshop: WorkshopId, programme: Programme): Promise<void> {
    await this.#writer.write(() => this.#putProgramme(workshop, programme));
  }

  async sessionMark(session: SessionId): Promise<SessionMark | null> {
    return sessionMark(this.#database, session);
  }

  async removeSession(
    { id, workshop }: Session,
    programme: Programme,
    goes: (now: SessionMark) => boolean,
  ): Promise<boolean> {
    return this.#writer.write(() => {
      const now = sessionMark(this.#database, id);
      if (now === null || !goes(now)) return false;
      this.#statement(detachDocumentsOfSession).run(id);
      this.#statement('DELETE FROM session WHERE id = ?').run(id);
      this.#putProgramme(workshop, programme);
      return true;
    });
  }

  async seats(workshop: WorkshopId): Promise<readonly Seat[]> {
    const rows = this.#all<SeatRow>(
      'SELECT * FROM seat WHERE workshop = ? ORDER BY rowid',
      workshop,
    );
    return rows.map(seatOf);
  }

  async seat(id: SeatId): Promise<Seat | null> {
    const row = this.#get<SeatRow>('SELECT * FROM seat WHERE id = ?', id);
    return row ? seatOf(row) : null;
  }

  async addSeats(seats: readonly Seat[]): Promise<void> {
    await this.#writer.write(() => {
      for (const seat of seats) this.#insert('seat', seatRow(seat));
    });
  }

  async expectSeats(seats: readonly Seat[]): Promise<void> {
    await this.#writer.write(() => {
      for (const seat of seats) this.#insert('seat', { ...seatRow(seat), expected: 1 });
    });
  }

  async changeSeat(id: SeatId, change: (seat: Seat) => Seat): Promise<Seat | null> {
    return this.#writer.write(() => {
      const row = this.#get<SeatRow>('SELECT * FROM seat WHERE id = ?', id);
      if (row === undefined) return null;
      const changed = seatRow(change(seatOf(row)));
      this.#replace('seat', changed);
      return seatOf(changed);
    });
  }

  async takenSeats(workshop: WorkshopId): Promise<ReadonlySet<SeatId>> {
    const rows = this.#all<{ id: string }>(
      'SELECT id FROM seat WHERE workshop = ? AND id IN (SELECT seat FROM pass)',
      workshop,
    );
    return new Set(rows.map(({ id }) => parseSeatId(id)));
  }

  async awaitedSeats(workshop: WorkshopId): Promise<ReadonlySet<SeatId>> {
    const rows = this.#all<{ id: string }>(
      'SELECT id FROM seat WHERE workshop = ? AND expected = 1',
      workshop,
    );
    return new Set(rows.map((row) => parseSeatId(row.id)));
  }

  async addGroup(group: Group, link: Link): Promise<void> {
    await this.#writer.write(() => {
      this.#insert('workshop_group', { ...group });
      this.#insert('link', linkRow(link));
    });
  }

  async setPhase(session: SessionId, phase: Phase): Promise<void> {
    await this.#change('UPDATE session SET phase = ? WHERE id = ?', phase, session);
  }

  async links(workshop: WorkshopId): Promise<readonly Link[]> {
    const rows = this.#all<LinkRow>(
      'SELECT * FROM link WHERE workshop = ? ORDER BY rowid',
      workshop,
    );
    return rows.map(linkOf);
  }

  async link(id: LinkId): Promise<Link | null> {
    const row = this.#get<LinkRow>('SELECT * FROM link WHERE id = ?', id);
    return row ? linkOf(row) : null;
  }

  async rotateLink(id: LinkId): Promise<void> {
    await this.#change('UPDATE link SET generation = generation + 1 WHERE id = ?', id);
  }

  /** The first revocation stands: a later one does not change its time. */
  async revokeLink(id: LinkId, at: number): Promise<void> {
    await this.#change('UPDATE link SET revoked_at = coalesce(revoked_at, ?) WHERE id = ?', at, id);
  }

  async restoreLink(id: LinkId): Promise<void> {
    await this.#change('UPDATE link SET revoked_at = NULL WHERE id = ?', id);
  }

  async isCodeOff(workshop: WorkshopId): Promise<boolean> {
    return this.#get('SELECT 1 FROM code_off WHERE workshop = ?', workshop) !== undefined;
  }

  async setCodeOff(workshop: WorkshopId, off: boolean): Promise<void> {
    await (off
      ? this.#change('INSERT INTO code_off VALUES (?) ON CONFLICT DO NOTHING', workshop)
      : this.#change('DELETE FROM code_off WHERE workshop = ?', workshop));
  }

  async putPass(pass: Pass): Promise<void> {
    await this.#writer.write(() => {
      this.#put('pass', 'secret_hash', passRow(pass));
      this.#hasCome(pass.seat);
    });
  }

  async pass(secretHash: string): Promise<Pass | null> {
    const row = this.#get<PassRow>('SELECT * FROM pass WHERE secret_hash = ?', secretHash);
    return row ? passOf(row) : null;
  }

  async seatPass(secretHash: string, seat: SeatId): Promise<void> {
    await this.#writer.write(() => {
      this.#statement(
        'UPDATE pass SET seat = (SELECT id FROM seat WHERE id = ?) WHERE secret_hash = ?',
      ).run(seat, secretHash);
      this.#hasCome(seat);
    });
  }

  async deleteWorkshop(id: WorkshopId): Promise<void> {
    await this.#writer.write(() => {
      this.#statement(detachDocumentsOfWorkshop).run(id);
      this.#statement('DELETE FROM workshop WHERE id = ?').run(id);
    });
  }

  finishDeletions(): Promise<void> {
    return removeLeftovers(this.#database, this.#writer);
  }

  async fact(name: string): Promise<string | null> {
    return (
      this.#get<{ value: string }>('SELECT value FROM fact WHERE name = ?', name)?.value ?? null
    );
  }

  async setFact(name: string, value: string): Promise<void> {
    await this.#writer.write(() => this.#put('fact', 'name', { name, value }));
  }

  /** Within a transaction: whoever sat down once is awaited no more, also when another person takes over their device. */
  #hasCome(seat: SeatId | null): void {
    this.#statement('UPDATE seat SET expected = 0 WHERE id = ?').run(seat);
  }

  /** Within a transaction: the agenda's rows, and the sessions. */
  #putProgramme(workshop: WorkshopId, { days, sessions }: Programme): void {
    const found = this.#get<WorkshopRow>('SELECT * FROM workshop WHERE id = ?', workshop);
    if (found === undefined) return;
    const { agenda } = workshopOf(found);
    this.#replace('workshop', { id: workshop, agenda: JSON.stringify({ ...agenda, days }) });
    for (const session of sessions) {
      const { phase, ...row } = sessionRow(session);
      const isThere = this.#get('SELECT 1 FROM session WHERE id = ?', session.id);
      if (isThere === undefined) this.#insert('session', { ...row, phase });
      else this.#replace('session', row);
    }
  }

  #get<Row>(sql: string, ...values: readonly unknown[]): Row | undefined {
    return this.#statement<Row>(sql).get(...values);
  }

  #all<Row>(sql: string, ...values: readonly unknown[]): Row[] {
    return this.#statement<Row>(sql).all(...values);
  }

  #change(sql: string, ...values: readonly unknown[]): Promise<unknown> {
    return this.#writer.write(() => this.#statement(sql).run(...values));
  }

  #insert(table: string, row: object): void {
    this.#statement(insertion(table, Object.keys(row))).run(row);
  }

  /** Gives the row with this id the new values; does nothing when there is none. */
  #replace(table: string, row: object): void {
    const sets = Object.keys(row).map((column) => `"${column}" = @${column}`);
    this.#statement(`UPDATE ${table} SET ${sets.join(', ')} WHERE id = @id`).run(row);
  }

  /** Inserts the row, or gives the one with its key the new values; unlike `REPLACE` it deletes nothing below. */
  #put(table: string, key: string, row: object): void {
    const columns = Object.keys(row);
    const sets = columns.map((column) => `"${column}" = excluded."${column}"`).join(', ');
    const sql = `${insertion(table, columns)} ON CONFLICT ("${key}") DO UPDATE SET ${sets}`;
    this.#statement(sql).run(row);
  }

  /** Prepared once. What a row looks like is said by the caller, as SQLite's types cannot tell. */
  #statement<Row = unknown>(sql: string): Statement<unknown[], Row> {
    const prepared = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, prepared);
    return prepared as Statement<unknown[], Row>;
  }
}

function insertion(table: string, columns: readonly string[]): string {
  const names = columns.map((column) => `"${column}"`).join(', ');
  const values = columns.map((column) => `@${column}`).join(', ');
  return `INSERT INTO ${table} (${names}) VALUES (${values})`;
}
