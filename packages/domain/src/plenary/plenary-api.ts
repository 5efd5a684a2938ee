import type { CommandId, FindingId, GroupId, PointId, SessionId } from '../ids.ts';
import type { Phase, PhaseCommand } from '../phase.ts';
import type { ClockCommand } from '../session-clock.ts';
import type { Plenary } from './plenary.ts';
import type { PlenaryCommand } from './plenary-command.ts';
import type { UndoPart } from './plenary-steps.ts';
import type { SessionDeed } from './session-story.ts';
import type { ReactionKind } from './voices.ts';

/*
 * What travels over HTTP about a session's phase, clock and plenary. All addresses are below
 * `/api/workshops/:workshop/sessions/:session`. The outcome also comes over the feed, to everybody.
 * A request with an `id` may be sent again when its answer was lost: it is carried out once.
 */

/** `POST /phase`, for facilitators. Answers the `Session`. */
export interface PhaseRequest {
  /** `undo` takes back what the agenda's clock did last, unless a person has moved the session since. */
  readonly command: PhaseCommand | 'undo';
  /** The phase that the asker saw: when the session is in another meanwhile, nothing is changed. */
  readonly from?: Phase;
}

/** `POST /clock`, for facilitators. Answers the `FeedSession`. */
export interface ClockRequest {
  readonly id: CommandId;
  readonly command: ClockCommand;
}

/** `POST /message`, for facilitators. Answers the `FeedSession`. */
export interface MessageRequest {
  readonly id: CommandId;
  /** Empty takes down what was said to the same tables before. 200 characters at most. */
  readonly text: string;
  /** Null for all tables. */
  readonly to: GroupId | null;
}

/** `POST /plenary`, for facilitators. Answers {@link StepView}. */
export interface PlenaryRequest {
  readonly id: CommandId;
  readonly command: AskedCommand;
}

/**
 * What pages may ask for: the server itself says how long a group has, `POST /citations` cites,
 * `POST /same` joins points of one’s own, and `POST /done` is the group’s own. */
export type AskedCommand =
  | Exclude<
      PlenaryCommand,
      { is: 'present' | 'present-again' | 'say-done' | 'cite-finding' | 'part-from-finding' }
    >
  | { readonly is: 'present'; readonly group: GroupId }
  | { readonly is: 'present-again'; readonly group: GroupId };

/** What a command has made. */
export interface StepView {
  /** The step's number, for `POST /undo`; null where everything was already as the command wants it. */
  readonly step: number | null;
  readonly plenary: Plenary;
}

/** `POST /undo`, for facilitators. Answers {@link UndoView}. */
export interface UndoRequest {
  readonly id: CommandId;
  /** Any step of `GET /steps`, or null for the asker's own last one. */
  readonly step: number | null;
  /** Only the last of this part, where `step` is null; left out for the last of all. */
  readonly of?: UndoPart | undefined;
}
/** `POST /redo`, for facilitators: an undone step counts again. Answers {@link UndoView}. */
export interface RedoRequest {
  readonly id: CommandId;
  readonly step: number;
}
export interface UndoView {
  /** The step that was undone or redone; null when nothing was left to undo. */
  readonly step: number | null;
  readonly plenary: Plenary;
}

/** `GET /steps`, for facilitators: everything that was done in the session, oldest first, undone steps too. */
export interface StepsView {
  readonly steps: readonly {
    readonly number: number;
    /** Milliseconds since 1970. */
    readonly at: number;
    /** The seat's name, the role of somebody without a seat, or “agenda” for the agenda's clock. */
    readonly by: string;
    /** Whether the asker did it. */
    readonly own: boolean;
    readonly did: SessionDeed;
    readonly undone: boolean;
  }[];
}

/** `POST /reactions`, for everybody with a seat, from the report-back until the session is frozen. Answers {@link OwnVoices}. */
export type ReactionRequest =
  | {
      readonly is: 'add';
      /** The table whose point it is. */
      readonly group: GroupId;
      readonly point: PointId;
      readonly kind: ReactionKind;
      /** The question or the objection, 500 characters at most; empty for “us too”. Adding again replaces it. */
      readonly text: string;
    }
  | { readonly is: 'take-back'; readonly point: PointId; readonly kind: ReactionKind };

/** `POST /votes`, for everybody with a seat while the vote is open. Answers {@link OwnVoices}. */
export interface VoteRequest {
  readonly finding: FindingId;
  /** All of the seat's votes for this finding; 0 takes them back. */
  readonly votes: number;
}

/** `GET /voices`, for everybody with a seat: what they themselves have said and voted. */
export interface OwnVoices {
  readonly reactions: readonly {
    readonly point: PointId;
    readonly kind: ReactionKind;
    readonly text: string;
  }[];
  readonly votes: readonly { readonly finding: FindingId; readonly votes: number }[];
  /** How many votes are left; null before the vote. */
  readonly votesLeft: number | null;
}

/** `POST /visits`, for everybody with a seat: they have a table's card before them. Answers nothing (204). */
export interface VisitRequest {
  readonly group: GroupId;
}

/**
 * `POST /citations`, for those who may write at the table: a point of theirs takes up a finding of an earlier session.
 * Answers {@link StepView}.
 */
export interface CitationRequest {
  readonly id: CommandId;
  readonly group: GroupId;
  readonly point: PointId;
  readonly finding: FindingId;
  /** False takes the citation back. */
  readonly cited: boolean;
  /** 200 characters at most; may be empty. */
  readonly why: string;
}

/**
 * `POST /same`, for those who may write at the table, while points are shown: another table's point says the same as one of
 * theirs. Of two tables the one that was heard first stands for both. Answers {@link StepView}.
 */
export interface SameRequest {
  readonly id: CommandId;
  readonly group: GroupId;
  /** On their own card. */
  readonly point: PointId;
  readonly other: { readonly group: GroupId; readonly point: PointId };
  /** False takes it back, whoever joined them. */
  readonly same: boolean;
}

/**
 * `POST /done`, for those who sit at the table on the screen: it has said everything. Answers {@link StepView}.
 */
export interface DoneRequest {
  readonly id: CommandId;
  readonly group: GroupId;
  /** False takes it back. */
  readonly done: boolean;
}

/** `POST /sign-off`, for those who may write at the table: it stands by its card as it is now. Answers nothing (204). */
export interface SignOffRequest {
  readonly id: CommandId;
  readonly group: GroupId;
  /** False takes it back. */
  readonly signed: boolean;
}

/** `GET /earlier-findings`: what the sessions before this one found, in their order. */
export interface EarlierFindings {
  readonly sessions: readonly {
    readonly id: SessionId;
    readonly position: number;
    readonly title: string;
    readonly findings: readonly {
      readonly id: FindingId;
      readonly name: string;
      readonly statement: string;
      /** Null where it was not voted on, or the vote is still hidden. */
      readonly votes: number | null;
      /** Null for a point that is not on a card any more. */
      readonly points: readonly {
        readonly id: PointId;
        readonly said: { readonly group: GroupId; readonly text: string } | null;
      }[];
    }[];
  }[];
}
