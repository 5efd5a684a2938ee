import type { GroupId, SeatId, SessionId } from './ids.ts';
import type { Seat } from './workshop.ts';

/** `GET /api/workshops/:workshop/people`: everybody, for those who place them. */
export interface PeopleView {
  readonly people: readonly (Seat & {
    /** Whether some browser sits there; else the person only stands on the roster. */
    readonly here: boolean;
  })[];
  /** The last move that can be taken back; null for none. */
  readonly lastMove: {
    readonly number: number;
    /** Milliseconds since 1970. */
    readonly at: number;
    /** A name, or a role. */
    readonly by: string;
    readonly people: number;
  } | null;
}

/** `POST /api/workshops/:workshop/people/moves/undo`: takes the last move back. Answers {@link MovesView}. */
export interface MovesUndoRequest {
  /** The move that the asker saw as the last one. */
  readonly number: number;
}

/** What a column of a roster holds; `none` for what is not taken over. */
export const rosterColumns = ['name', 'first', 'last', 'affiliation', 'table', 'none'] as const;
export type RosterColumn = (typeof rosterColumns)[number];

/** `POST /api/workshops/:workshop/people`: people who are not there yet are added. Answers {@link RosterView}. */
export interface RosterRequest {
  readonly roster: string;
  /** What its columns hold, in their order, as somebody corrected them; left out, as the first row tells. */
  readonly columns?: readonly RosterColumn[];
  /** Whether the first row names the columns; left out, where it does by words that are known. */
  readonly hasHeadings?: boolean;
}

/** `POST /api/workshops/:workshop/people/preview`: what a roster was understood as, before anybody is added. */
export interface RosterPreview {
  readonly columns: readonly RosterColumn[];
  /** The first row, where it names the columns; else null. */
  readonly headings: readonly string[] | null;
  /** The first rows as they stand there, without the one of headings. */
  readonly sample: readonly (readonly string[])[];
  /** How many would be added. */
  readonly added: number;
  /** How many are there already. */
  readonly known: number;
  /** Sentences about rows that were not understood, each with its line. */
  readonly problems: readonly string[];
}

/** `POST /api/workshops/:workshop/people`: what came of a roster. */
export interface RosterView extends PeopleView {
  readonly added: number;
  /** Rows of people who were there already. */
  readonly known: number;
  /** Sentences about rows that were not understood, each with its line. */
  readonly problems: readonly string[];
}

/** A person from one table to another; does nothing for one who is not at `from` any more. */
export interface Move {
  readonly seat: SeatId;
  readonly from: GroupId | null;
  readonly to: GroupId | null;
}

/** `POST /api/workshops/:workshop/people/moves`: all of them, in one, to be taken back in one. */
export interface MovesRequest {
  readonly moves: readonly Move[];
  /** For this session alone; left out, for all in which people do not sit elsewhere. */
  readonly session?: SessionId;
}
export interface MovesView extends PeopleView {
  /** Who was moved. */
  readonly moved: readonly Move[];
}
