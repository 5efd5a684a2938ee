import {
  type Erasure,
  type OwedEdition,
  parseWorkshopId,
  type Seat,
  type SeatId,
  type WordsWithdrawn,
  type WorkshopId,
  withoutNames,
} from '@reportback/domain';
import type { Database } from 'better-sqlite3';
import { baselineEdition } from './record-store.ts';
import { type SeatRow, seatOf, seatRow } from './workshop-rows.ts';
import type { Writer } from './writer.ts';

/** Erasing in SQLite. A write throws StorageProblem `full` when the disk is, and nothing is changed then. */
export class SqliteErasure implements Erasure {
  readonly #writer: Writer;
  readonly #sql: ReturnType<typeof prepare>;

  constructor(database: Database, writer: Writer) {
    this.#writer = writer;
    this.#sql = prepare(database);
  }

  async erase({ id, workshop, name, citeAs }: Seat, withdrawn: WordsWithdrawn): Promise<void> {
    await this.#writer.write(() => {
      this.#sql.deleteSeat.run(id);
      this.#eraseNames(workshop, [name, citeAs]);
      this.#withdraw(workshop, withdrawn);
    });
  }

  async unname(
    id: SeatId,
    change: (seat: Seat) => Seat,
    withdrawn: WordsWithdrawn,
  ): Promise<Seat | null> {
    return this.#writer.write(() => {
      const row = this.#sql.seat.get(id);
      if (row === undefined) return null;
      const changed = change(seatOf(row));
      this.#sql.putSeat.run(seatRow(changed));
      this.#withdraw(changed.workshop, withdrawn);
      return changed;
    });
  }

  async owed(): Promise<readonly OwedEdition[]> {
    return this.#sql.owed
      .all()
      .map(({ workshop, owes }) => ({ workshop: parseWorkshopId(workshop), note: owes }));
  }

  #eraseNames(workshop: WorkshopId, names: readonly string[]): void {
    const { steps, putStep, reactions, putReaction, voices, putVoices } = this.#sql;
    for (const { session, number, did } of steps.all(workshop)) {
      const left = jsonWithout(did, names);
      if (left !== did) putStep.run(left, session, number);
    }
    for (const said of reactions.all(workshop)) {
      const left = withoutNames(said, names);
      if (left !== said) putReaction.run(left.text, said.number);
    }
    for (const { session, voices: before } of voices.all(workshop)) {
      const left = jsonWithout(before, names);
      if (left !== before) putVoices.run(left, session);
    }
  }

  #withdraw(workshop: WorkshopId, { baseline, note }: WordsWithdrawn): void {
    this.#sql.withdraw.run(workshop);
    if (baseline !== null) this.#sql.putBaseline.run(baseline, workshop);
    this.#sql.owe.run(note, workshop);
  }
}

/** The very same text where there was nothing to take out. */
function jsonWithout(json: string, names: readonly string[]): string {
  const before: unknown = JSON.parse(json);
  const left = withoutNames(before, names);
  return left === before ? json : JSON.stringify(left);
}

function prepare(database: Database) {
  const all = database.prepare.bind(database);
  const ofWorkshop = 'session IN (SELECT id FROM session WHERE workshop = ?)';
  return {
    deleteSeat: all('DELETE FROM seat WHERE id = ?'),
    seat: database.prepare<[string], SeatRow>('SELECT * FROM seat WHERE id = ?'),
    putSeat: all(
      `UPDATE seat SET name = @name, affiliation = @affiliation, country = @country, cite_as = @cite_as,
         consent = @consent, workshop_group = @workshop_group, elsewhere = @elsewhere WHERE id = @id`,
    ),
    steps: database.prepare<[string], { session: string; number: number; did: string }>(
      `SELECT session, number, did FROM session_step WHERE ${ofWorkshop}`,
    ),
    putStep: all('UPDATE session_step SET did = ? WHERE session = ? AND number = ?'),
    reactions: database.prepare<[string], { number: number; text: string }>(
      `SELECT number, text FROM reaction WHERE ${ofWorkshop}`,
    ),
    putReaction: all('UPDATE reaction SET text = ? WHERE number = ?'),
    voices: database.prepare<[string], { session: string; voices: string }>(
      `SELECT session, voices FROM imported_voices WHERE ${ofWorkshop}`,
    ),
    putVoices: all('UPDATE imported_voices SET voices = ? WHERE session = ?'),
    withdraw: all(
      `UPDATE record_edition SET json = NULL WHERE workshop = ? AND edition <> ${baselineEdition}`,
    ),
    putBaseline: all(
      `UPDATE record_edition SET json = ? WHERE workshop = ? AND edition = ${baselineEdition}`,
    ),
    owe: all(
      `UPDATE record_standing SET owes = ? WHERE workshop = ? AND standing ->> '$.is' = 'frozen'`,
    ),
    owed: database.prepare<[], { workshop: string; owes: string }>(
      'SELECT workshop, owes FROM record_standing WHERE owes IS NOT NULL',
    ),
  };
}
