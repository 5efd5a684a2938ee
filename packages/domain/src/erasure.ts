import type { SeatId, WorkshopId } from './ids.ts';
import type { Seat } from './workshop.ts';

/** What happens to a workshop's kept record when somebody leaves it. */
export interface WordsWithdrawn {
  /** What corrections are compared with from now on, without them; null where nothing is compared. */
  readonly baseline: string | null;
  /** What the edition says that has to replace the frozen one. */
  readonly note: string;
}

/** A frozen record whose words were withdrawn and that was not frozen anew yet. */
export interface OwedEdition {
  readonly workshop: WorkshopId;
  readonly note: string;
}

/**
 * Takes people out of what is kept of a workshop. Each method is one transaction, committed when it resolves: a server that
 * ends in the middle leaves all of somebody or nothing. The words of all kept editions go with them, their hashes stay; a record
 * that is frozen is then owed an edition, which is known until it was frozen or opened again.
 */
export interface Erasure {
  /**
   * The seat with its votes and reactions, and its names in what steps, reactions and imported remarks say, see
   * {@link withoutNames}. Passes and texts of tables stay, and lead to nobody.
   */
  erase(person: Seat, withdrawn: WordsWithdrawn): Promise<void>;
  /**
   * Changes a seat as it stands by then, so that it is named no more. One that is gone stays gone.
   * @param change must not change the seat's id or workshop
   * @returns the seat as it is now; null for one that is gone, of which no word is withdrawn then
   */
  unname(
    seat: SeatId,
    change: (seat: Seat) => Seat,
    withdrawn: WordsWithdrawn,
  ): Promise<Seat | null>;
  owed(): Promise<readonly OwedEdition[]>;
}
