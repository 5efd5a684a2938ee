import type {
  Group,
  Link,
  LinkId,
  RecordStanding,
  RecordStore,
  Seat,
  SeatId,
  Session,
  Workshop,
  WorkshopId,
  WorkshopStore,
} from '@reportback/domain';
import type { Clock, Timer } from '@reportback/sync';

/** What the store says of one workshop, as of its last reading. */
export interface WorkshopFacts {
  readonly workshop: Workshop;
  readonly sessions: readonly Session[];
  readonly groups: readonly Group[];
  readonly seats: ReadonlyMap<SeatId, Seat>;
  readonly links: ReadonlyMap<LinkId, Link>;
  /** How the workshop's record stands. */
  readonly record: RecordStanding;
}

/** How often the facts are read again, in milliseconds: a command may change them beside the server. */
const readEvery = 2_000;

/** A workshop that sockets are open on, with its facts at hand for every message. */
export interface LiveWorkshop {
  /** Null once the workshop is deleted. */
  facts(): WorkshopFacts | null;
  /** Calls `changed` after the facts have changed. Answers how to stop. */
  subscribe(changed: () => void): () => void;
  /** Says that this user needs it no longer. */
  release(): void;
}

/**
 * Keeps the facts of workshops in use: read when the first socket comes, again after each change that this
 * process made, and every two seconds because of commands in other processes.
 */
export class LiveWorkshops {
  readonly #store: WorkshopStore;
  readonly #kept: Pick<RecordStore, 'standing'>;
  readonly #clock: Clock;
  readonly #entries = new Map<WorkshopId, Entry>();
  #readings = 0;
  #isClosed = false;
  #nextPoll: Timer;
  #polling: Promise<void> = Promise.resolve();

  constructor(store: WorkshopStore, kept: Pick<RecordStore, 'standing'>, clock: Clock) {
    this.#store = store;
    this.#kept = kept;
    this.#clock = clock;
    this.#nextPoll = this.#pollLater();
  }

  /** The facts from now on, until released. Each call counts. */
  async use(id: WorkshopId): Promise<LiveWorkshop> {
    const entry = this.#entries.get(id) ?? newEntry();
    this.#entries.set(id, entry);
    entry.users += 1;
    if (entry.reading === 0) await this.#read(id, entry);
    let isReleased = false;
    return {
      facts: () => entry.facts,
      subscribe(changed) {
        entry.watchers.add(changed);
        return () => entry.watchers.delete(changed);
      },
      release: () => {
        if (isReleased) return;
        isReleased = true;
        entry.users -= 1;
        if (entry.users === 0) this.#entries.delete(id);
      },
    };
  }

  /** Reads a workshop's facts again, after this process changed them. */
  async refresh(id: WorkshopId): Promise<void> {
    const entry = this.#entries.get(id);
    if (entry !== undefined) await this.#read(id, entry);
  }

  /** Reads no more; resolves when a reading that is under way is over. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#nextPoll.cancel();
    await this.#polling;
  }

  #pollLater(): Timer {
    return this.#clock.after(readEvery, () => {
      this.#polling = this.#poll();
    });
  }

  async #poll(): Promise<void> {
    for (const id of this.#entries.keys()) await this.refresh(id);
    if (!this.#isClosed) this.#nextPoll = this.#pollLater();
  }

  async #read(id: WorkshopId, entry: Entry): Promise<void> {
    this.#readings += 1;
    const reading = this.#readings;
    const facts = await readFacts(this.#store, this.#kept, id);
    const fingerprint = JSON.stringify(facts, (_key, value: unknown) =>
      value instanceof Map ? [...value.values()] : value,
    );
    // A reading that began earlier may hold what a later one has already replaced.
    if (reading < entry.reading) return;
    entry.reading = reading;
    if (fingerprint === entry.fingerprint) return;
    entry.facts = facts;
    entry.fingerprint = fingerprint;
    for (const changed of entry.watchers) changed();
  }
}

interface Entry {
  facts: WorkshopFacts | null;
  /** The facts as JSON, to see whether they changed. */
  fingerprint: string;
  /** The number of the reading that they come from; 0 before the first. */
  reading: number;
  users: number;
  readonly watchers: Set<() => void>;
}

function newEntry(): Entry {
  return { facts: null, fingerprint: '', reading: 0, users: 0, watchers: new Set() };
}

async function readFacts(
  store: WorkshopStore,
  kept: Pick<RecordStore, 'standing'>,
  id: WorkshopId,
): Promise<WorkshopFacts | null> {
  const workshop = await store.workshop(id);
  if (workshop === null) return null;
  return {
    workshop,
    sessions: await store.sessions(id),
    groups: await store.groups(id),
    seats: new Map((await store.seats(id)).map((seat) => [seat.id, seat])),
    links: new Map((await store.links(id)).map((link) => [link.id, link])),
    record: await kept.standing(id),
  };
}
