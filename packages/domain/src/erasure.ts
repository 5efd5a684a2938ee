import type { WorkshopId } from './ids.ts';
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
  /** Replaces how a seat is named by how it is from now on; where it sits stays. One that is gone stays gone. */
  unname(seat: Seat, withdrawn: WordsWithdrawn): Promise<void>;
  owed(): Promise<readonly OwedEdition[]>;
}
