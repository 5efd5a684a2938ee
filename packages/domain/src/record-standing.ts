import type { SeatId } from './ids.ts';

/**
 * Where a workshop's record stands between writing and keeping. Instants are milliseconds since 1970. What changes while
 * it is `correcting` is marked in the record; a `frozen` one is kept as it is, byte for byte.
 */
export type RecordStanding =
  | { readonly is: 'open' }
  /** `until`: when it freezes by itself, as the one who began the corrections wanted it. */
  | { readonly is: 'correcting'; readonly since: number; readonly until: number }
  | {
      readonly is: 'frozen';
      readonly at: number;
      /** From 1: how many times this record was frozen. */
      readonly edition: number;
      /** The hash of the edition that this one replaces; null for the first. */
      readonly replaces: string | null;
      /** Why there is another edition, or what it lacks; may be empty. */
      readonly note: string;
    };

export type FrozenStanding = Extract<RecordStanding, { is: 'frozen' }>;

/** What pages are told of a record's standing. */
export interface RecordState {
  readonly standing: RecordStanding;
  /** What the frozen record is known by; null for one that is not frozen. */
  readonly hash: string | null;
}

/** `POST /api/workshops/:workshop/record-standing`, for organizers. Answers {@link RecordState}. */
export type StandingCommand =
  /** Opens the time of corrections, or gives it another end: that many days from now. */
  | { readonly is: 'correct'; readonly days: number }
  | { readonly is: 'freeze' }
  /** A frozen record takes corrections again, for that many days. */
  | { readonly is: 'reopen'; readonly days: number }
  /** Corrections were begun too early: everything is open as before, and nothing is marked. */
  | { readonly is: 'open' };

/** How many days people have to correct the record, unless an organizer says otherwise; and at most. */
export const usualCorrectionDays = 7;
export const mostCorrectionDays = 90;

/** What the whole record is known by: its SHA-256 in hexadecimal digits. */
export const recordHashShape = /^sha256:[0-9a-f]{64}$/;

/** Somebody who wrote in a table's document while its record took corrections. */
export interface CorrectingHand {
  readonly seat: SeatId;
  /** When last. */
  readonly at: number;
}
