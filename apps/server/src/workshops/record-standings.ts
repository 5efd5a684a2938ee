import {
  type Actor,
  type Erasure,
  type FrozenStanding,
  parseSeatId,
  parseSessionId,
  type RecordState,
  type RecordStore,
  type Seat,
  type SessionId,
  type StandingCommand,
  unreachable,
  type WordsWithdrawn,
  type WorkshopId,
  type WorkshopStore,
} from '@reportback/domain';
import { recordHash, toJson } from '@reportback/record/json';
import type { Author, Clock, DocumentName, Timer } from '@reportback/sync';
import type { PhaseMoves } from '../plenary/phase-moves.ts';
import { Refusal } from '../refusal.ts';
import { groupOf, sessionOf } from './group-documents.ts';
import { withoutPerson } from './without-person.ts';
import { recordOf, type WorkshopRecords } from './workshop-record.ts';
import type { WorkshopTurns } from './workshop-turns.ts';

/** As whom the server freezes a record whose time of corrections is over. */
const endOfCorrections: Actor = 'corrections-ended';

/** How often records are looked at whose corrections may be over, in milliseconds. */
const looksEvery = 10_000;

/** Somebody who goes on writing is written down again after this long, in milliseconds. */
const handEvery = 15_000;

const day = 24 * 60 * 60 * 1000;

export interface StandingParts {
  readonly store: WorkshopStore;
  readonly kept: RecordStore;
  readonly erasure: Erasure;
  readonly records: WorkshopRecords;
  readonly phases: PhaseMoves;
  readonly turns: WorkshopTurns;
  /** Called after a record has come to stand otherwise, before it is answered. */
  readonly changed: (id: WorkshopId) => Promise<void>;
  readonly clock: Clock;
  /** Called with what kept a record from being frozen; it is tried again at the next look. */
  readonly failed: (error: unknown) => void;
}

/**
 * Leads each workshop's record from open over corrections to frozen, and back. A frozen record is kept as canonical JSON
 * under the attribution of that moment, known by its hash; its sessions are frozen with it, so that nothing can differ
 * from what was kept.
 */
export class RecordStandings {
  readonly #parts: StandingParts;
  /** The sessions whose records take corrections. */
  readonly #correcting = new Set<string>();
  /** When somebody was last written down, by document and seat. */
  readonly #hands = new Map<string, number>();
  #next: Timer | null = null;
  #isClosed = false;
  #looking: Promise<void> = Promise.resolve();

  constructor(parts: StandingParts) {
    this.#parts = parts;
  }

  /** Goes on with what was corrected when the server last ran. */
  async start(): Promise<void> {
    for (const { id } of await this.#parts.store.workshops()) await this.#attend(id);
    await this.#look();
  }

  /** Looks no more; resolves when a freeze that is under way is over. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#next?.cancel();
    await this.#looking;
  }

  async state(id: WorkshopId): Promise<RecordState> {
    const { kept } = this.#parts;
    const standing = await kept.standing(id);
    if (standing.is !== 'frozen') return { standing, hash: null };
    return { standing, hash: (await kept.kept(id, standing.edition))?.hash ?? null };
  }

  /** @throws Refusal `not-now` for what makes no sense as the record stands */
  command(id: WorkshopId, command: StandingCommand, by: Actor): Promise<RecordState> {
    return this.#parts.turns.take(id, async () => {
      const { standing } = await this.state(id);
      switch (command.is) {
        case 'correct':
          if (standing.is === 'frozen') throw alreadyFrozen();
          await this.#correct(id, command.days, by);
          break;
        case 'reopen':
          if (standing.is !== 'frozen')
            throw new Refusal('not-now', 'This record is not frozen. Reload the page.');
          await this.#correct(id, command.days, by);
          break;
        case 'freeze':
          if (standing.is === 'frozen') throw alreadyFrozen();
          await this.#freeze(id, by);
          break;
        case 'open':
          await this.#open(id);
          break;
        default:
          unreachable(command);
      }
      return this.state(id);
    });
  }

  /**
   * Takes somebody out of what was kept who is erased or withdraws their consent: the words of all former editions go.
   * @param note what the edition says that replaces a frozen one, see {@link payOwed}
   * @param commit does all of it at once, of the person as they are named when its turn has come
   * @returns what it answers; null for somebody who is gone
   */
  takeOut<Result>(
    { workshop, id }: Pick<Seat, 'workshop' | 'id'>,
    note: string,
    commit: (person: Seat, withdrawn: WordsWithdrawn) => Promise<Result>,
  ): Promise<Result | null> {
    const { turns, store, kept } = this.#parts;
    return turns.take(workshop, async () => {
      const person = await store.seat(id);
      if (person === null) return null;
      const baseline = recordOf(await kept.baseline(workshop));
      return commit(person, {
        baseline: baseline && toJson(withoutPerson(baseline, person)),
        note,
      });
    });
  }

  /**
   * Freezes anew, as they stand now, the frozen records whose words were withdrawn. The new edition says why, and names the
   * hash of the one it replaces. What fails is tried again at each look, and at the next start.
   */
  async payOwed(): Promise<void> {
    const { turns, erasure, failed } = this.#parts;
    for (const { workshop } of await erasure.owed())
      await turns.take(workshop, () => this.#payTo(workshop)).catch(failed);
  }

  /** Somebody may have paid, or opened the record, while it waited for its turn. */
  async #payTo(id: WorkshopId): Promise<void> {
    const owed = (await this.#parts.erasure.owed()).find(({ workshop }) => workshop === id);
    if (owed === undefined) return;
    await this.#keep(id, owed.note);
    await this.#parts.changed(id);
  }

  /** Notes who changed a document whose record takes corrections. */
  touched(document: DocumentName, authors: ReadonlySet<Author>): void {
    const session = sessionOf(document);
    const group = groupOf(document);
    if (session === null || group === null || !this.#correcting.has(session)) return;
    const at = this.#parts.clock.wallTime();
    for (const author of authors) {
      const key = `${document} ${author}`;
      const last = this.#hands.get(key);
      if (last !== undefined && at - last < handEvery) continue;
      this.#hands.set(key, at);
      const hand = { session: parseSessionId(session), group, seat: parseSeatId(author), at };
      this.#parts.kept.putHand(hand).catch(this.#parts.failed);
    }
  }

  /** Forgets a session that was deleted. */
  forget(session: SessionId): void {
    this.#correcting.delete(session);
    for (const key of this.#hands.keys()) if (sessionOf(key) === session) this.#hands.delete(key);
  }

  async #correct(id: WorkshopId, days: number, by: Actor): Promise<void> {
    const { kept, records, clock } = this.#parts;
    const now = clock.wallTime();
    const before = await kept.standing(id);
    const since = before.is === 'correcting' ? before.since : now;
    const baseline =
      before.is === 'open' ? toJson((await records.read(id)).under('by-name')) : null;
    await kept.correct(id, { since, until: now + days * day }, baseline);
    await this.#attend(id);
    if (before.is !== 'correcting') await this.#moveAll(id, 'reopen', by);
  }

  async #open(id: WorkshopId): Promise<void> {
    const { kept } = this.#parts;
    const { is } = await kept.standing(id);
    if (is !== 'correcting') throw new Refusal('not-now', 'This record takes no corrections.');
    if ((await kept.editions(id)).length > 0)
      throw new Refusal(
        'not-now',
        'This record was frozen before, so what is changed now stays marked. Freeze it again instead.',
      );
    await kept.open(id);
    await this.#attend(id);
  }

  async #freeze(id: WorkshopId, by: Actor): Promise<void> {
    await this.#moveAll(id, 'freeze', by);
    await this.#keep(id, '');
    await this.#attend(id);
  }

  /** Keeps the record as it stands now; what could not be read is said in its note. */
  async #keep(id: WorkshopId, note: string): Promise<void> {
    const { kept, records, clock } = this.#parts;
    const { workshop, under, problems } = await records.read(id);
    const last = (await kept.editions(id)).at(-1);
    const standing: FrozenStanding = {
      is: 'frozen',
      at: clock.wallTime(),
      edition: (last?.edition ?? 0) + 1,
      replaces: last?.hash ?? null,
      note: [note, ...problems].filter((each) => each !== '').join(' '),
    };
    const record = { ...under(workshop.attribution), standing };
    const baseline = toJson(under('by-name'));
    await kept.freeze(id, standing, { json: toJson(record), hash: recordHash(record), baseline });
  }

  async #moveAll(id: WorkshopId, command: 'freeze' | 'reopen', by: Actor): Promise<void> {
    const { store, phases } = this.#parts;
    for (const session of await store.sessions(id))
      await phases.command(session.id, { command }, by);
  }

  async #attend(id: WorkshopId): Promise<void> {
    const { store, kept } = this.#parts;
    const { is } = await kept.standing(id);
    for (const session of await store.sessions(id))
      if (is === 'correcting') this.#correcting.add(session.id);
      else this.#correcting.delete(session.id);
    if (this.#correcting.size === 0) this.#hands.clear();
    await this.#parts.changed(id);
  }

  async #look(): Promise<void> {
    const { kept, clock, failed, turns } = this.#parts;
    try {
      await this.payOwed();
      // One that cannot be frozen keeps no other from it.
      for (const id of await kept.due(clock.wallTime()))
        await turns.take(id, () => this.#freezeIfDue(id)).catch(failed);
    } catch (error) {
      failed(error);
    }
    if (!this.#isClosed)
      this.#next = clock.after(looksEvery, () => {
        this.#looking = this.#look();
      });
  }

  /** Somebody may have given more time while it waited for its turn. */
  async #freezeIfDue(id: WorkshopId): Promise<void> {
    const { kept, clock } = this.#parts;
    const standing = await kept.standing(id);
    if (standing.is === 'correcting' && standing.until <= clock.wallTime())
      await this.#freeze(id, endOfCorrections);
  }
}

/**
 * To be asked in the workshop's turn, as it may be frozen while one waits for that.
 * @throws Refusal `not-now` for a workshop whose record is frozen: what is changed now would be in no export
 */
export async function demandUnfrozen(
  kept: Pick<RecordStore, 'standing'>,
  id: WorkshopId,
): Promise<void> {
  if ((await kept.standing(id)).is === 'frozen')
    throw new Refusal(
      'not-now',
      'The record of this workshop is frozen. Reopen it on the record page to change anything in it.',
    );
}

/**
 * What the record is compared with while it takes corrections has its sessions: none comes or goes then.
 * @throws Refusal `not-now`
 */
export async function demandNotKept(
  kept: Pick<RecordStore, 'standing'>,
  id: WorkshopId,
): Promise<void> {
  await demandUnfrozen(kept, id);
  if ((await kept.standing(id)).is === 'correcting')
    throw new Refusal(
      'not-now',
      'The record of this workshop takes corrections, so no session comes or goes. End the corrections on the record page first.',
    );
}

function alreadyFrozen(): Refusal {
  return new Refusal('not-now', 'This record is frozen already. Reload the page.');
}
