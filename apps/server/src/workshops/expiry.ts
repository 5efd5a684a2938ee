import type { Workshop, WorkshopCustody, WorkshopId, WorkshopStore } from '@reportback/domain';
import type { Clock, Timer } from '@reportback/sync';
import { exampleWorkshop } from '../example/offer-example.ts';

/** How long organizers are told of an expiry that nobody chose, at the least, before it comes: days. */
export const notice = 14;

const day = 24 * 60 * 60 * 1000;

/** How often it is looked whether a workshop's day has come. */
const looksEvery = 60 * 60 * 1000;

export interface ExpiryParts {
  readonly store: WorkshopStore;
  readonly custody: WorkshopCustody;
  readonly clock: Clock;
  /** For how many days after its last one a workshop is kept; null where nothing goes by itself. */
  readonly keepDays: number | null;
  readonly remove: (workshop: WorkshopId) => Promise<void>;
  /** Called after one went. */
  readonly expired: (workshop: WorkshopId) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Lets workshops go whose day has come. The day is written down when the workshop is first met, at least
 * {@link notice} days ahead, so that a setting which is new, or became shorter, surprises nobody; organizers see
 * it, and choose another or none.
 */
export class ExpiryKeeper {
  readonly #parts: ExpiryParts;
  #next: Timer | null = null;
  #looking: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(parts: ExpiryParts) {
    this.#parts = parts;
  }

  /** Looks now, and every hour from now on. */
  async start(): Promise<void> {
    await this.#look();
    if (!this.#isClosed)
      this.#next = this.#parts.clock.after(looksEvery, () => {
        this.#looking = this.start();
      });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#next?.cancel();
    await this.#looking;
  }

  /** Writes down when a workshop goes, unless somebody has said so already. */
  async assign(id: WorkshopId): Promise<void> {
    const { store, custody, clock, keepDays } = this.#parts;
    if (keepDays === null || (await custody.expiry(id)) !== undefined) return;
    const workshop = await store.workshop(id);
    if (workshop === null || (await exampleWorkshop(store)) === id) return;
    const earliest = clock.wallTime() + notice * day;
    const due = Math.max(earliest, lastDay(workshop) + keepDays * day);
    await custody.setExpiry({ workshop: id, on: dayIn(due, workshop.timeZone) });
  }

  async #look(): Promise<void> {
    const { store, failed } = this.#parts;
    try {
      // One that cannot be let go keeps no other from it.
      for (const workshop of await store.workshops())
        await this.#removeIfDue(workshop).catch(failed);
    } catch (error) {
      failed(error);
    }
  }

  async #removeIfDue({ id, timeZone }: Workshop): Promise<void> {
    const { custody, clock, remove, expired } = this.#parts;
    await this.assign(id);
    const on = (await custody.expiry(id))?.on ?? null;
    if (on === null || on > dayIn(clock.wallTime(), timeZone)) return;
    await remove(id);
    expired(id);
  }
}

/** The last day of the agenda, or the day on which the workshop was made where that is later. */
function lastDay({ agenda, createdAt }: Workshop): number {
  const dates = agenda.days.flatMap(({ date }) => (date === undefined ? [] : [Date.parse(date)]));
  return Math.max(createdAt, ...dates);
}

/** @param at milliseconds since 1970 @returns the local day, `YYYY-MM-DD` */
export function dayIn(at: number, timeZone: string): string {
  // Sweden writes days so.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}
