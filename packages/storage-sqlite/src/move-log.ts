import {
  type AskedMoves,
  type DoneMoves,
  type Move,
  type MoveLog,
  mostDoneMoves,
  movedTo,
  parseGroupId,
  parseSeatId,
  parseSessionId,
  type SeatId,
  type SessionId,
  tableAt,
  type WorkshopId,
} from '@reportback/domain';
import type { Database } from 'better-sqlite3';
import { type SeatRow, seatOf, seatRow } from './workshop-rows.ts';
import type { Writer } from './writer.ts';

/*
 * The moves of people that can be taken back. STRICT; instants are milliseconds since 1970 (UTC). A move's `actor` is no
 * reference, as in the audit list.
 */
export const moveTables = `
CREATE TABLE people_move (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop TEXT NOT NULL REFERENCES workshop ON DELETE CASCADE,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  session TEXT REFERENCES session ON DELETE CASCADE
) STRICT;
CREATE INDEX people_move_workshop ON people_move (workshop);
CREATE INDEX people_move_session ON people_move (session);

CREATE TABLE moved_seat (
  move INTEGER NOT NULL REFERENCES people_move ON DELETE CASCADE,
  seat TEXT NOT NULL REFERENCES seat ON DELETE CASCADE,
  from_group TEXT,
  to_group TEXT,
  PRIMARY KEY (move, seat)
) STRICT, WITHOUT ROWID;
CREATE INDEX moved_seat_seat ON moved_seat (seat);
`;

interface MoveRow {
  number: number;
  at: number;
  actor: string;
  session: string | null;
}

interface MovedRow {
  seat: string;
  from_group: string | null;
  to_group: string | null;
}

/** The moves of people in SQLite. A write throws StorageProblem `full` when the disk is. */
export class SqliteMoveLog implements MoveLog {
  readonly #database: Database;
  readonly #writer: Writer;

  constructor(database: Database, writer: Writer) {
    this.#database = database;
    this.#writer = writer;
  }

  async make(workshop: WorkshopId, asked: AskedMoves): Promise<readonly Move[]> {
    return this.#writer.write(() => {
      const made = this.#move(workshop, asked.moves, asked.session);
      if (made.length > 0) this.#keep(workshop, { ...asked, moves: made });
      return made;
    });
  }

  async last(workshop: WorkshopId): Promise<DoneMoves | null> {
    const row = this.#database
      .prepare<[string], MoveRow>(
        `SELECT * FROM people_move WHERE workshop = ?
         AND number IN (SELECT move FROM moved_seat) ORDER BY number DESC LIMIT 1`,
      )
      .get(workshop);
    if (row === undefined) return null;
    const seats = this.#database
      .prepare<[number], MovedRow>('SELECT * FROM moved_seat WHERE move = ?')
      .all(row.number);
    return {
      number: row.number,
      at: row.at,
      by: row.actor,
      session: row.session === null ? null : parseSessionId(row.session),
      moves: seats.map(({ seat, from_group, to_group }) => ({
        seat: parseSeatId(seat),
        from: from_group === null ? null : parseGroupId(from_group),
        to: to_group === null ? null : parseGroupId(to_group),
      })),
    };
  }

  async takeBack(
    workshop: WorkshopId,
    { number, session }: DoneMoves,
    back: readonly Move[],
  ): Promise<readonly Move[]> {
    return this.#writer.write(() => {
      const made = this.#move(workshop, back, session);
      this.#database.prepare('DELETE FROM people_move WHERE number = ?').run(number);
      return made;
    });
  }

  /** Within a transaction: what is compared is what is written over. */
  #move(workshop: WorkshopId, moves: readonly Move[], session: SessionId | null): readonly Move[] {
    const find = this.#database.prepare<[string, string], SeatRow>(
      'SELECT * FROM seat WHERE id = ? AND workshop = ?',
    );
    const put = this.#database.prepare(
      'UPDATE seat SET workshop_group = ?, elsewhere = ? WHERE id = ?',
    );
    const made = new Map<SeatId, Move>();
    for (const move of moves) {
      const row = find.get(move.seat, workshop);
      if (row === undefined || made.has(move.seat)) continue;
      const seat = seatOf(row);
      if ((session === null ? seat.group : tableAt(seat, session)) !== move.from) continue;
      const { workshop_group, elsewhere } = seatRow(movedTo(seat, move.to, session));
      put.run(workshop_group, elsewhere, move.seat);
      made.set(move.seat, move);
    }
    return [...made.values()];
  }

  #keep(workshop: WorkshopId, done: AskedMoves): void {
    const { lastInsertRowid } = this.#database
      .prepare('INSERT INTO people_move (workshop, at, actor, session) VALUES (?, ?, ?, ?)')
      .run(workshop, done.at, done.by, done.session);
    const seat = this.#database.prepare('INSERT INTO moved_seat VALUES (?, ?, ?, ?)');
    for (const move of done.moves) seat.run(lastInsertRowid, move.seat, move.from, move.to);
    this.#database
      .prepare(
        `DELETE FROM people_move WHERE workshop = ? AND number NOT IN (
           SELECT number FROM people_move WHERE workshop = ? ORDER BY number DESC LIMIT ?)`,
      )
      .run(workshop, workshop, mostDoneMoves);
  }
}
