import type { GroupId, SessionId, WorkshopId } from './ids.ts';
import type { CorrectingHand, FrozenStanding, RecordStanding } from './record-standing.ts';

/** A record as it was kept, word for word. */
export interface KeptRecord {
  /** The canonical JSON, with its hash. */
  readonly json: string;
  /** `sha256:<hex>`. */
  readonly hash: string;
}

/**
 * So many editions of a record are kept word for word, the newest ones; of older ones the hash and the note stay, which still tell
 * whether a file is that edition. Each holds the whole record, and a workshop may be frozen again and again.
 */
export const mostKeptEditions = 20;

/** Who wrote in which document since corrections began. */
export interface CorrectingHands extends CorrectingHand {
  readonly session: SessionId;
  /** `plenary` for the plenary's note. */
  readonly group: GroupId;
}

/**
 * Where standings, kept records and the hands of corrections are kept. A promise that resolves means: committed. Each
 * method is one transaction. Everything goes with its workshop, and a hand with its seat.
 */
export interface RecordStore {
  /** `open` for a workshop that nobody said anything about. */
  standing(workshop: WorkshopId): Promise<RecordStanding>;
  /** The workshops whose corrections end at this instant or before. */
  due(now: number): Promise<readonly WorkshopId[]>;
  /** Corrections are taken. A baseline, what later words are compared with, replaces a former one and forgets its hands. */
  correct(
    workshop: WorkshopId,
    window: { readonly since: number; readonly until: number },
    baseline: string | null,
  ): Promise<void>;
  /** Nothing is marked any more: the baseline and the hands are forgotten; kept editions stay. */
  open(workshop: WorkshopId): Promise<void>;
  /**
   * Keeps an edition, and a baseline for corrections that may follow; the hands so far are forgotten, as both tell them. The
   * words of editions before the newest {@link mostKeptEditions} go.
   */
  freeze(
    workshop: WorkshopId,
    standing: FrozenStanding,
    kept: KeptRecord & { readonly baseline: string },
  ): Promise<void>;
  /** What corrections are compared with; null before they begin. */
  baseline(workshop: WorkshopId): Promise<string | null>;
  /** An edition as it was frozen; null where there is none, or its words were withdrawn. */
  kept(workshop: WorkshopId, edition: number): Promise<KeptRecord | null>;
  /** All editions, the first one first. */
  editions(workshop: WorkshopId): Promise<readonly RecordEdition[]>;
  /** Somebody wrote in a document; only while the workshop's record takes corrections. */
  putHand(hand: CorrectingHands): Promise<void>;
  hands(workshop: WorkshopId): Promise<readonly CorrectingHands[]>;
}

/** A frozen record without its words. */
export interface RecordEdition {
  readonly edition: number;
  readonly at: number;
  readonly hash: string;
  readonly note: string;
  /** False once its words were taken away: to erase a person, or because it is one of {@link mostKeptEditions} and more. */
  readonly isKept: boolean;
}
