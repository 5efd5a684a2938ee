/**
 * What an item of an agenda is for the people in the room: work in small groups, the plenary that
 * hears the groups, a break (coffee, meals), the whole room, or anything else (registration,
 * introductions at the tables, the end, a heading over other rows).
 */
export type AgendaKind = 'breakout' | 'report-back' | 'break' | 'plenary' | 'other';

/** One row of an agenda. Times are local, 24 hours, `HH:MM`. */
export interface AgendaItem {
  /** Where the row begins in the pasted text, from 1. */
  line: number;
  start: string;
  /** Where the agenda gives no end: the start of the next row; `null` at the end of a day. */
  end: string | null;
  /** Without times, time zone and markup. */
  title: string;
  kind: AgendaKind;
  /** When the groups of a breakout report back, if the agenda says so. */
  reportBack: string | null;
}

export interface AgendaDay {
  /** `YYYY-MM-DD`; absent where the agenda does not tell it without a guess. */
  date?: string;
  items: AgendaItem[];
}

/** Something that looks like a row, or like the date of a day, and could not be read or contradicts the rest. */
export interface AgendaProblem {
  /** From 1, in the pasted text. */
  line: number;
  /** The line as it was written. */
  text: string;
  /** One sentence: what was found, and what was made of it or what to do. */
  message: string;
}

export interface Agenda {
  title?: string;
  /** As written: "CDT", "UTC+2", "Europe/Berlin". See `inferTimeZone`. */
  timeZone?: string;
  days: AgendaDay[];
  problems: AgendaProblem[];
}
