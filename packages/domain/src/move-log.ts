import type { Move } from './api.ts';
import type { SessionId, WorkshopId } from './ids.ts';
import type { Actor } from './plenary/actor.ts';

/** People that were moved at once. */
export interface DoneMoves {
  /** Larger for later ones. */
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: Actor;
  /** The session that they were moved for; null for all. */
  readonly session: SessionId | null;
  readonly moves: readonly Move[];
}

/** How many moves of a workshop can be taken back, one after the other. */
export const mostDoneMoves = 20;

/**
 * The moves of people that can still be taken back: the last {@link mostDoneMoves} of each workshop. They go with their
 * workshop and session, and whoever is erased goes out of them.
 */
export interface MoveLog {
  add(workshop: WorkshopId, done: Omit<DoneMoves, 'number'>): Promise<void>;
  /** The last one with anybody in it; null for none. */
  last(workshop: WorkshopId): Promise<DoneMoves | null>;
  /** Forgets one that was taken back. */
  drop(number: number): Promise<void>;
}
