import type { PlenaryStore, SessionId } from '@reportback/domain';
import { SessionHall } from './session-hall.ts';

/** A hall that somebody uses. */
export interface UsedHall {
  readonly hall: SessionHall;
  /** Says that this user needs it no longer. */
  release(): void;
}

/** The halls in use, one a session, so that everybody sees and changes the same. */
export class Halls {
  readonly #store: PlenaryStore;
  readonly #entries = new Map<SessionId, { readonly hall: Promise<SessionHall>; users: number }>();

  constructor(store: PlenaryStore) {
    this.#store = store;
  }

  /** The hall from now on, until released. Each call counts. */
  async use(session: SessionId): Promise<UsedHall> {
    const entry = this.#entries.get(session) ?? {
      hall: SessionHall.open(session, this.#store),
      users: 0,
    };
    this.#entries.set(session, entry);
    entry.users += 1;
    let isReleased = false;
    const release = () => {
      if (isReleased) return;
      isReleased = true;
      entry.users -= 1;
      if (entry.users === 0) this.#entries.delete(session);
    };
    try {
      return { hall: await entry.hall, release };
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Uses the hall for one piece of work. */
  async with<Result>(
    session: SessionId,
    work: (hall: SessionHall) => Promise<Result>,
  ): Promise<Result> {
    const { hall, release } = await this.use(session);
    try {
      return await work(hall);
    } finally {
      release();
    }
  }
}
