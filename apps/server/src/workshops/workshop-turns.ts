import type { WorkshopId } from '@reportback/domain';
import { Turns } from '../plenary/turns.ts';

/**
 * Has what changes a workshop's agenda, sessions and facts, and how its record stands, done one after the other, so that what is read,
 * compared and written belongs together. Workshops do not wait for each other. Work must take no turn of its workshop within its own.
 */
export class WorkshopTurns {
  readonly #turns = new Map<WorkshopId, { readonly turns: Turns; waiting: number }>();

  /** Answers what the work answers, once everything asked for before in this workshop has ended. */
  async take<Result>(workshop: WorkshopId, work: () => Promise<Result>): Promise<Result> {
    const entry = this.#turns.get(workshop) ?? { turns: new Turns(), waiting: 0 };
    this.#turns.set(workshop, entry);
    entry.waiting += 1;
    try {
      return await entry.turns.take(work);
    } finally {
      entry.waiting -= 1;
      if (entry.waiting === 0) this.#turns.delete(workshop);
    }
  }
}
