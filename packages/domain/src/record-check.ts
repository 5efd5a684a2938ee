import type { GroupId, SessionId } from './ids.ts';
import type { RecordEdition } from './record-store.ts';
import type { MissingFromCard } from './report-card.ts';
import type { Attribution } from './workshop.ts';

/** `GET /api/workshops/:workshop/record-check`: what the record lacks, and what it tells against its attribution. */
export interface RecordCheck {
  /** Session by session, in each the groups by number. */
  readonly cards: readonly CheckedCard[];
  /**
   * Names that each attribution withholds and that stand in texts; null for those who must not learn who did not
   * agree to be named.
   */
  readonly names: readonly NamesFound[] | null;
  /** How often the record was frozen, and as what; null for those who do not organize. */
  readonly editions: readonly RecordEdition[] | null;
  /** Sentences about documents that could not be read. */
  readonly problems: readonly string[];
}

/** How far one group's part of one session is. */
export interface CheckedCard {
  readonly session: SessionId;
  readonly group: GroupId;
  readonly state: 'complete' | 'gaps' | 'empty';
  readonly missing: readonly ('note' | MissingFromCard | 'people')[];
  readonly ready: boolean;
  readonly signedOff: boolean;
  readonly points: number;
  readonly people: number;
  /** How many of the people agreed to be named. */
  readonly consented: number;
}

export interface NamesFound {
  readonly attribution: Attribution;
  readonly found: readonly NameFound[];
}

export interface NameFound {
  readonly name: string;
  readonly session: SessionId;
  /** Null in what belongs to the whole room. */
  readonly group: GroupId | null;
  /** Where it stands: in a card, a note, a finding and so on. */
  readonly part: string;
  /** The line that holds it. */
  readonly text: string;
}
