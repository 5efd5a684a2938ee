import type { DayHeading } from './day-heading.ts';
import type { TimeSpan } from './time.ts';

/**
 * Where the times of a row stand: before its title, after or inside it, or in a column of a table
 * whose head says that it holds times.
 */
export type TimePlace = 'first' | 'last' | 'middle' | 'column';

/** A line that reads like a row of an agenda. */
export interface Row {
  /** From 1, in the pasted text. */
  line: number;
  /** The line as written, for messages. */
  raw: string;
  span: TimeSpan;
  /** Empty while it has to be looked for in the lines around. */
  title: string;
  /** Further cells that tell what kind of row it is: "Format", "Topic". */
  hints: readonly string[];
  /** Further lines and cells that belong to the row. */
  details: string[];
  place: TimePlace;
  /** The day, where the row itself names it. */
  day: DayHeading | undefined;
  /** The head of its column, in a table with a column for each day. */
  column: DayHeading | undefined;
  /** From a column of the table that is there for it. */
  reportBack: TimeSpan | undefined;
  /** The cell only goes on from the row above: same item, later end. */
  continues: boolean;
  indent: number;
}

/** One line, or one row of a table, read for itself. */
export type Reading =
  | { is: 'rows'; rows: Row[] }
  | { is: 'day'; heading: DayHeading; zone: string | undefined }
  | { is: 'unreadable'; message: string }
  | { is: 'table-head' }
  | { is: 'words' };

export const WORDS: Reading = { is: 'words' };

export function noSuchTime(written: string): Reading {
  return {
    is: 'unreadable',
    message: `“${written.trim()}” is no time of day: hours go to 24 and minutes to 59.`,
  };
}
