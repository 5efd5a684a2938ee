import type { CommandId, FindingId, GroupId, PointId, SeatId, SessionId } from '../ids.ts';
import type { Actor } from './actor.ts';
import type { SessionDeed, SessionStep } from './session-story.ts';
import type { CountedVoices, ReactionKind, SeatVotes } from './voices.ts';

/** What a seat said about a point of a table's card. */
export interface NewReaction {
  readonly point: PointId;
  readonly seat: SeatId;
  readonly kind: ReactionKind;
  readonly text: string;
  /** The table whose point it is. */
  readonly group: GroupId;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface StoredReaction extends NewReaction {
  /** Its number, which tells nothing of the seat; it stays when the words are replaced. */
  readonly number: number;
}

/** A seat that has had a table's card before it. */
export interface Visit {
  readonly group: GroupId;
  readonly seat: SeatId;
}

/** A step before it has a number. */
export interface NewStep {
  readonly id: CommandId;
  readonly at: number;
  readonly by: Actor;
  readonly did: SessionDeed;
}

export type AppendStepOutcome =
  | { readonly is: 'appended'; readonly step: SessionStep }
  /** A step with that id is there already, and nothing was changed: the call was sent twice. */
  | { readonly is: 'known'; readonly step: SessionStep }
  /** `other-phase`: a move of the phase that began elsewhere than where the session is. */
  | { readonly is: 'refused'; readonly because: 'deleted' | 'other-phase' };

/** How many votes a seat has, for all of these findings together; votes for others are not counted. */
export interface VoteLimit {
  readonly perSeat: number;
  readonly findings: readonly FindingId[];
}

export type VoteOutcome =
  | { readonly is: 'stored' }
  | { readonly is: 'refused'; readonly because: 'deleted' }
  /** `left`: how many votes the seat could give to this finding. */
  | { readonly is: 'refused'; readonly because: 'too-many'; readonly left: number };

/**
 * Where what the plenary does is kept. A promise that resolves means: committed, and it comes back after
 * a killed process. Each method is one transaction. Everything goes with its session, and a seat's voices go
 * with the seat; a late call brings nothing back.
 */
export interface PlenaryStore {
  /**
   * Adds a step after the last one, numbered without gaps, unless the session already has one of that id.
   * A phase deed also sets the session's phase, in the same transaction.
   */
  append(session: SessionId, step: NewStep): Promise<AppendStepOutcome>;
  /** All of a session's steps, ascending. */
  steps(session: SessionId): Promise<readonly SessionStep[]>;
  /** The sessions whose clock was ever touched: the only ones that the agenda may have to move. */
  sessionsWithClock(): Promise<readonly SessionId[]>;

  /** Adds a reaction, or replaces the words of the seat's one of that kind to that point. Null when the session, the seat or the table is gone. */
  putReaction(session: SessionId, reaction: NewReaction): Promise<StoredReaction | null>;
  /** Its text is erased. One that is not there is ignored. */
  removeReaction(
    session: SessionId,
    key: Pick<NewReaction, 'point' | 'seat' | 'kind'>,
  ): Promise<void>;
  /** The oldest first. */
  reactions(session: SessionId): Promise<readonly StoredReaction[]>;

  /** Gives a finding this many of a seat's votes instead of those before; 0 takes them back. */
  putVotes(session: SessionId, votes: SeatVotes, limit: VoteLimit): Promise<VoteOutcome>;
  votes(session: SessionId): Promise<readonly SeatVotes[]>;

  /** Keeps what came with an imported session, instead of what came before. Throws when the session is gone. */
  putImportedVoices(session: SessionId, voices: CountedVoices): Promise<void>;
  /** Null for a session that was not imported. */
  importedVoices(session: SessionId): Promise<CountedVoices | null>;

  /** False when it was known already, or the session, the seat or the table is gone. */
  putVisit(session: SessionId, visit: Visit): Promise<boolean>;
  visits(session: SessionId): Promise<readonly Visit[]>;
}
