import {
  type Actor,
  agendaActor,
  newId,
  type Phase,
  type PhaseRequest,
  parseCommandId,
  phaseAfter,
  plenaryGroup,
  type Session,
  type SessionId,
  type SessionStory,
  type WorkshopStore,
} from '@reportback/domain';
import type { Clock, RoomRegistry } from '@reportback/sync';
import { Refusal } from '../refusal.ts';
import { documentName } from '../workshops/group-documents.ts';
import type { LiveWorkshops } from '../workshops/live-workshops.ts';
import type { Random } from '../workshops/new-workshop.ts';
import { phaseCause } from '../workshops/version-cause.ts';
import type { Halls } from './halls.ts';
import type { SessionHall } from './session-hall.ts';
import { Turns } from './turns.ts';

/** What moving a phase touches. */
export interface PhaseMoveParts {
  readonly store: WorkshopStore;
  readonly halls: Halls;
  readonly live: LiveWorkshops;
  readonly rooms: Pick<RoomRegistry, 'setLocked' | 'keepVersion'>;
  readonly clock: Clock;
  readonly random: Random;
}

/**
 * Moves sessions from phase to phase, each session's moves one after the other. Freezing also locks its documents,
 * so that a frame which is already under way is refused; reopening unlocks them. What the tables have by
 * then is kept as a version.
 */
export class PhaseMoves {
  readonly #parts: PhaseMoveParts;
  readonly #turns = new WeakMap<SessionHall, Turns>();

  constructor(parts: PhaseMoveParts) {
    this.#parts = parts;
  }

  /**
   * Carries out what a facilitator said to a session. Where the session is not in the phase that they saw,
   * nothing happens.
   * @returns the session as it stands now
   */
  command(session: SessionId, { command, from }: PhaseRequest, by: Actor): Promise<Session> {
    return this.#move(session, by, ({ phase }, { movedByAgenda }) => {
      if (from !== undefined && from !== phase) return phase;
      if (command !== 'undo') return phaseAfter[phase][command];
      return movedByAgenda?.to === phase ? movedByAgenda.from : phase;
    });
  }

  /** Moves a session as its agenda wants it, unless a person has moved it from there meanwhile. */
  byAgenda(session: SessionId, from: Phase, to: Phase): Promise<Session> {
    return this.#move(session, agendaActor, ({ phase }) => (phase === from ? to : phase));
  }

  #move(
    id: SessionId,
    by: Actor,
    next: (session: Session, story: SessionStory) => Phase,
  ): Promise<Session> {
    return this.#parts.halls.with(id, (hall) => {
      const turns = this.#turns.get(hall) ?? new Turns();
      this.#turns.set(hall, turns);
      return turns.take(async () => {
        const session = await this.#parts.store.session(id);
        if (session === null) throw new Refusal('not-found', 'This session was deleted.');
        const phase = next(session, hall.story);
        if (phase !== session.phase) await this.#carryOut(hall, session, phase, by);
        return { ...session, phase };
      });
    });
  }

  async #carryOut(hall: SessionHall, session: Session, to: Phase, by: Actor): Promise<void> {
    const { live, rooms, clock, random } = this.#parts;
    const from = session.phase;
    const documents = await this.#documents(session);
    // Ended halfway, either way leaves a frozen session unlocked, which nobody may write all the same.
    if (from === 'frozen') for (const name of documents) await rooms.setLocked(name, false);
    await hall.do({
      id: parseCommandId(newId(random)),
      by,
      at: clock.wallTime(),
      decide: () => ({ is: 'phase', from, to }),
    });
    await live.refresh(session.workshop);
    if (to === 'frozen') for (const name of documents) await rooms.setLocked(name, true);
    for (const name of documents) await rooms.keepVersion(name, phaseCause(from, to));
  }

  async #documents({ id, workshop }: Session): Promise<readonly string[]> {
    const groups = await this.#parts.store.groups(workshop);
    return [...groups.map((group) => group.id), plenaryGroup].map((group) =>
      documentName(id, group),
    );
  }
}
