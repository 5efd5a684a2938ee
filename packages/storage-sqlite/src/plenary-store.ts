import {
  type AppendStepOutcome,
  type CountedVoices,
  type NewReaction,
  type NewStep,
  type PlenaryStore,
  parseCommandId,
  parseFindingId,
  parseGroupId,
  parsePointId,
  parseSeatId,
  parseSessionId,
  reactionKinds,
  type SeatVotes,
  type SessionDeed,
  type SessionId,
  type SessionStep,
  type StoredReaction,
  type Visit,
  type VoteLimit,
  type VoteOutcome,
} from '@reportback/domain';
import type { Database } from 'better-sqlite3';
import { sqliteCode } from './storage-problem.ts';
import { oneOf } from './workshop-rows.ts';
import type { Writer } from './writer.ts';

interface StepRow {
  number: number;
  id: string;
  at: number;
  actor: string;
  did: string;
}

interface ReactionRow {
  number: number;
  point: string;
  seat: string;
  kind: string;
  text: string;
  workshop_group: string;
  at: number;
}

/**
 * Plenaries in SQLite. Besides what the port says, a write throws StorageProblem `full` when the disk is
 * (nothing is changed then).
 */
export class SqlitePlenaryStore implements PlenaryStore {
  readonly #writer: Writer;
  readonly #sql: ReturnType<typeof prepare>;

  constructor(database: Database, writer: Writer) {
    this.#writer = writer;
    this.#sql = prepare(database);
  }

  async append(session: SessionId, step: NewStep): Promise<AppendStepOutcome> {
    return this.#writer.write((): AppendStepOutcome => {
      const known = this.#sql.stepById.get(session, step.id);
      if (known !== undefined) return { is: 'known', step: stepOf(known) };
      const now = this.#sql.session.get(session);
      if (now === undefined) return { is: 'refused', because: 'deleted' };
      const { id, at, by, did } = step;
      if (did.is === 'phase') {
        if (did.from !== now.phase) return { is: 'refused', because: 'other-phase' };
        this.#sql.setPhase.run(did.to, session);
      }
      const number = now.last + 1;
      this.#sql.addStep.run(session, number, id, at, by, JSON.stringify(did));
      return { is: 'appended', step: { ...step, number } };
    });
  }

  async steps(session: SessionId): Promise<readonly SessionStep[]> {
    return this.#sql.steps.all(session).map(stepOf);
  }

  async sessionsWithClock(): Promise<readonly SessionId[]> {
    return this.#sql.sessionsWithClock.all().map(parseSessionId);
  }

  async putReaction(session: SessionId, reaction: NewReaction): Promise<StoredReaction | null> {
    const { point, seat, kind, text, group, at } = reaction;
    const row = await this.#unlessGone(() =>
      this.#sql.putReaction.get(session, point, seat, kind, text, group, at),
    );
    return row === undefined ? null : reactionOf(row);
  }

  async removeReaction(
    session: SessionId,
    { point, seat, kind }: Pick<NewReaction, 'point' | 'seat' | 'kind'>,
  ): Promise<void> {
    await this.#writer.write(() => this.#sql.removeReaction.run(session, point, seat, kind));
  }

  async reactions(session: SessionId): Promise<readonly StoredReaction[]> {
    return this.#sql.reactions.all(session).map(reactionOf);
  }

  async putVotes(
    session: SessionId,
    { finding, seat, votes }: SeatVotes,
    { perSeat, findings }: VoteLimit,
  ): Promise<VoteOutcome> {
    const outcome = await this.#unlessGone((): VoteOutcome => {
      const others = JSON.stringify(findings.filter((other) => other !== finding));
      const elsewhere = this.#sql.votesFor.get(session, seat, others) ?? 0;
      const left = Math.max(0, perSeat - elsewhere);
      if (votes > left) return { is: 'refused', because: 'too-many', left };
      if (votes === 0) this.#sql.removeVotes.run(session, seat, finding);
      else this.#sql.putVotes.run(session, seat, finding, votes);
      return { is: 'stored' };
    });
    return outcome ?? { is: 'refused', because: 'deleted' };
  }

  async votes(session: SessionId): Promise<readonly SeatVotes[]> {
    return this.#sql.votes.all(session).map(({ finding, seat, votes }) => ({
      finding: parseFindingId(finding),
      seat: parseSeatId(seat),
      votes,
    }));
  }

  async putImportedVoices(session: SessionId, voices: CountedVoices): Promise<void> {
    await this.#writer.write(() =>
      this.#sql.putImportedVoices.run(session, JSON.stringify(voices)),
    );
  }

  async importedVoices(session: SessionId): Promise<CountedVoices | null> {
    const json = this.#sql.importedVoices.get(session);
    if (json === undefined) return null;
    const voices: CountedVoices = JSON.parse(json);
    return voices;
  }

  async putVisit(session: SessionId, { group, seat }: Visit): Promise<boolean> {
    const change = await this.#unlessGone(() => this.#sql.putVisit.run(session, group, seat));
    return change !== undefined && change.changes > 0;
  }

  async visits(session: SessionId): Promise<readonly Visit[]> {
    return this.#sql.visits.all(session).map(({ workshop_group, seat }) => ({
      group: parseGroupId(workshop_group),
      seat: parseSeatId(seat),
    }));
  }

  /** Writes below a session, a seat and a table; undefined, with nothing written, when one of them is gone. */
  async #unlessGone<Result>(work: () => Result): Promise<Result | undefined> {
    try {
      return await this.#writer.write(work);
    } catch (error) {
      if (sqliteCode(error) === 'SQLITE_CONSTRAINT_FOREIGNKEY') return undefined;
      throw error;
    }
  }
}

function stepOf({ number, id, at, actor, did }: StepRow): SessionStep {
  const deed: SessionDeed = JSON.parse(did);
  return { number, id: parseCommandId(id), at, by: actor, did: deed };
}

function reactionOf(row: ReactionRow): StoredReaction {
  return {
    number: row.number,
    point: parsePointId(row.point),
    seat: parseSeatId(row.seat),
    kind: oneOf(reactionKinds, row.kind, `kind of reaction ${row.number}`),
    text: row.text,
    group: parseGroupId(row.workshop_group),
    at: row.at,
  };
}

function prepare(database: Database) {
  const all = database.prepare.bind(database);
  return {
    session: database.prepare<[string], { phase: string; last: number }>(
      `SELECT phase, coalesce((SELECT max(number) FROM session_step WHERE session = session.id), 0)
         AS last FROM session WHERE id = ?`,
    ),
    setPhase: all('UPDATE session SET phase = ? WHERE id = ?'),
    stepById: database.prepare<[string, string], StepRow>(
      'SELECT * FROM session_step WHERE session = ? AND id = ?',
    ),
    addStep: all('INSERT INTO session_step VALUES (?, ?, ?, ?, ?, ?)'),
    steps: database.prepare<[string], StepRow>(
      'SELECT * FROM session_step WHERE session = ? ORDER BY number',
    ),
    sessionsWithClock: database
      .prepare<[], string>(
        "SELECT DISTINCT session FROM session_step WHERE did ->> '$.is' = 'clock'",
      )
      .pluck(),
    putReaction: database.prepare<
      [string, string, string, string, string, string, number],
      ReactionRow
    >(
      `INSERT INTO reaction (session, point, seat, kind, text, workshop_group, at)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (session, point, seat, kind) DO UPDATE SET text = excluded.text
       RETURNING *`,
    ),
    removeReaction: all(
      'DELETE FROM reaction WHERE session = ? AND point = ? AND seat = ? AND kind = ?',
    ),
    reactions: database.prepare<[string], ReactionRow>(
      'SELECT * FROM reaction WHERE session = ? ORDER BY number',
    ),
    votesFor: database
      .prepare<[string, string, string], number>(
        `SELECT coalesce(sum(votes), 0) FROM vote
         WHERE session = ? AND seat = ? AND finding IN (SELECT value FROM json_each(?))`,
      )
      .pluck(),
    putVotes: all(
      `INSERT INTO vote VALUES (?, ?, ?, ?)
       ON CONFLICT (session, seat, finding) DO UPDATE SET votes = excluded.votes`,
    ),
    removeVotes: all('DELETE FROM vote WHERE session = ? AND seat = ? AND finding = ?'),
    votes: database.prepare<[string], { finding: string; seat: string; votes: number }>(
      'SELECT finding, seat, votes FROM vote WHERE session = ? ORDER BY seat, finding',
    ),
    putImportedVoices: all(
      `INSERT INTO imported_voices VALUES (?, ?)
       ON CONFLICT (session) DO UPDATE SET voices = excluded.voices`,
    ),
    importedVoices: database
      .prepare<[string], string>('SELECT voices FROM imported_voices WHERE session = ?')
      .pluck(),
    putVisit: all('INSERT INTO visit VALUES (?, ?, ?) ON CONFLICT DO NOTHING'),
    visits: database.prepare<[string], { workshop_group: string; seat: string }>(
      'SELECT workshop_group, seat FROM visit WHERE session = ? ORDER BY workshop_group, seat',
    ),
  };
}
