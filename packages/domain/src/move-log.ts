import type { SessionId, WorkshopId } from './ids.ts';
import type { Move } from './people-api.ts';
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

/** What is asked for, by whom. */
export type AskedMoves = Omit<DoneMoves, 'number'>;

/**
 * Moves people, and keeps the moves that can still be taken back: the last {@link mostDoneMoves} of each workshop.
 * They go with their workshop and session, and whoever is erased goes out of them. Each method is one transaction.
 */
export interface MoveLog {
  /**
   * Moves everybody who is where their move begins, and keeps what was done. Whoever is elsewhere by now stays there, and who
   * is gone stays gone; nothing but people's tables changes.
   * @returns the moves that were made
   */
  make(workshop: WorkshopId, asked: AskedMoves): Promise<readonly Move[]>;
  /** The last one with anybody in it; null for none. */
  last(workshop: WorkshopId): Promise<DoneMoves | null>;
  /**
   * Takes one back, and forgets it: whoever still is where it led goes where they were.
   * @param back the moves the other way round; who is not among them stays
   * @returns the moves that were made
   */
  takeBack(workshop: WorkshopId, done: DoneMoves, back: readonly Move[]): Promise<readonly Move[]>;
}
