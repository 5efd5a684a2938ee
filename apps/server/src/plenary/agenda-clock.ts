import {
  announcedMove,
  type PlannedPhase,
  type PlenaryStore,
  phaseDue,
  plannedPhases,
  type SessionId,
  type WorkshopStore,
} from '@reportback/domain';
import type { Clock, Timer } from '@reportback/sync';
import type { Halls, UsedHall } from './halls.ts';
import type { PhaseMoves } from './phase-moves.ts';

/**
 * How often the agenda is looked at, in milliseconds. It asks what time it is rather than waiting for a
 * moment, so that a laptop that slept, or whose clock was set, goes by the right time as soon as it wakes.
 */
const looksEvery = 1_000;

export interface AgendaClockParts {
  readonly store: WorkshopStore;
  readonly plenaries: PlenaryStore;
  readonly halls: Halls;
  readonly phases: PhaseMoves;
  readonly clock: Clock;
  /** Called with what kept a session from being moved; it is tried again at the next look. */
  readonly failed: (error: unknown) => void;
}

interface Followed {
  readonly used: UsedHall;
  announced: PlannedPhase | null;
}

/** Moves the phases of sessions that follow their agenda, and announces it. */
export class AgendaClock {
  readonly #parts: AgendaClockParts;
  readonly #followed = new Map<SessionId, Followed>();
  #next: Timer | null = null;
  #isClosed = false;

  constructor(parts: AgendaClockParts) {
    this.#parts = parts;
  }

  /** Begins with the sessions that followed their agenda when the server last ran. */
  async start(): Promise<void> {
    for (const session of await this.#parts.plenaries.sessionsWithClock())
      await this.attend(session);
    this.#lookLater();
  }

  /** Has to be called after a session's clock was touched. */
  async attend(session: SessionId): Promise<void> {
    const used = await this.#parts.halls.use(session);
    if (this.#followed.has(session) || used.hall.story.clock.followsSince === null) used.release();
    else this.#followed.set(session, { used, announced: null });
  }

  close(): void {
    this.#isClosed = true;
    this.#next?.cancel();
    for (const session of this.#followed.keys()) this.#forget(session);
  }

  #lookLater(): void {
    if (!this.#isClosed) this.#next = this.#parts.clock.after(looksEvery, () => void this.#look());
  }

  async #look(): Promise<void> {
    for (const [session, followed] of this.#followed) {
      try {
        await this.#lookAt(session, followed);
      } catch (error) {
        this.#parts.failed(error);
      }
    }
    this.#lookLater();
  }

  async #lookAt(id: SessionId, followed: Followed): Promise<void> {
    const { store, phases, clock } = this.#parts;
    const { hall } = followed.used;
    const session = await store.session(id);
    const workshop = session === null ? null : await store.workshop(session.workshop);
    const times = hall.story.clock;
    if (session === null || workshop === null || times.followsSince === null) {
      this.#forget(id);
      return;
    }
    const now = clock.wallTime();
    const plan = plannedPhases(session, workshop.timeZone, times);
    const due = phaseDue(times, plan, session.phase, now);
    if (due !== null) await phases.byAgenda(id, session.phase, due);
    const announced = announcedMove(times, plan, due ?? session.phase, now);
    if (announced?.phase === followed.announced?.phase) return;
    followed.announced = announced;
    hall.changed();
  }

  #forget(session: SessionId): void {
    this.#followed.get(session)?.used.release();
    this.#followed.delete(session);
  }
}
