import { execAt } from './clock.ts';
import { type DateReading, readDate } from './date.ts';
import { shortGermanWeekday, weekdayNamed } from './month-names.ts';

/** What a heading says about its day: "Day 2", "Tuesday", "12 May 2026", or several of these. */
export interface DayHeading {
  /** 1 for the first day of the event. */
  ordinal: number | undefined;
  /** 0 (Sunday) to 6. */
  weekday: number | undefined;
  /** With `to` set these are the dates of the event, not of a day. */
  date: Omit<DateReading, 'end'> | undefined;
  /** Where the words after it begin in the text. */
  end: number;
}

/**
 * A line or a cell that begins with a day. Words may follow ("Day 1: Foundations", "12 May 2026, Berlin");
 * sentences about a date ("May 12 is the deadline") are no headings.
 */
export function readDayHeading(text: string): DayHeading | undefined {
  const heading = readDay(text);
  if (heading === undefined) return undefined;
  return isHeading(heading, text.slice(heading.end)) ? heading : undefined;
}

/** The day that begins at `at`, whatever follows it; by default at the start, behind a label such as "Date:". */
export function readDay(text: string, at = labelLength(text)): DayHeading | undefined {
  let ordinal: number | undefined;
  let weekday: number | undefined;
  let date: DayHeading['date'];
  let end = at;
  for (;;) {
    const next = end + (execAt(/[\s,;:.()[\]（）|/–—·•=-]*/y, text, end)?.[0].length ?? 0);
    const part =
      (ordinal === undefined ? readOrdinal(text, next) : undefined) ??
      (date === undefined ? readDatePart(text, next) : undefined) ??
      (weekday === undefined ? readWeekday(text, next) : undefined);
    if (part === undefined) break;
    if (part.is === 'ordinal') ordinal = part.ordinal;
    else if (part.is === 'weekday') weekday = part.weekday;
    else date = { from: part.from, to: part.to };
    end = part.end;
  }
  if (end === at || (ordinal === undefined && weekday === undefined && date === undefined))
    return undefined;
  return { ordinal, weekday, date, end };
}

function labelLength(text: string): number {
  return execAt(LABEL, text, 0)?.[0].length ?? 0;
}

type Part =
  | { is: 'ordinal'; ordinal: number; end: number }
  | { is: 'weekday'; weekday: number; end: number }
  | ({ is: 'date' } & DateReading);

const LABEL =
  /(?:(?:the )?(?:detailed |draft |final |preliminary |workshop |meeting )?(?:agenda|program(?:me)?|schedule|timetable|dates?|when|datum|wann|quand|programm|ablauf|tagesordnung|ordre du jour|fecha)(?: (?:for|of|on|du|für|am|vom|from))?(?: the)?(?=[\s:?–—-])[\s:?–—-]*)?/iy;

const NUMBER_WORDS: readonly RegExp[] = [
  /^(?:one|first|i|1st|eins|erster|premier|première|primer|primo)$/i,
  /^(?:two|second|ii|2nd|zwei|zweiter|deuxième|segundo|secondo)$/i,
  /^(?:three|third|iii|3rd|drei|dritter|troisième|tercer|terzo)$/i,
  /^(?:four|fourth|iv|4th|vier|vierter|quatrième|cuarto|quarto)$/i,
  /^(?:five|fifth|v|5th|fünf|fünfter|cinquième|quinto)$/i,
];
const DAY_WORD = '(?:day|tag|jour|jornada|d[ií]a|giorno|dia|dag)';
const DAY_NUMBER = new RegExp(
  `(?:workshop |conference |meeting )?${DAY_WORD}\\s*(?:#|n[°o]\\.?)?\\s*(\\d{1,2}(?![\\d:.h]\\d)|one|two|three|four|five|iv|i{1,3}|eins|zwei|drei)(?![\\p{L}\\d])`,
  'iuy',
);
const NUMBERED_DAY = new RegExp(
  `(?:the )?(\\d(?:st|nd|rd|th|er|\\.)|first|second|third|fourth|fifth|erster|zweiter|dritter|premier|première|deuxième|troisième|primer|segundo|tercer)\\s+(?:workshop |conference |meeting )?${DAY_WORD}(?!\\p{L})`,
  'iuy',
);

function readOrdinal(text: string, at: number): Part | undefined {
  const match = execAt(DAY_NUMBER, text, at) ?? execAt(NUMBERED_DAY, text, at);
  const word = match?.[1];
  if (match === undefined || word === undefined) return undefined;
  const digits = /^\d{1,2}/.exec(word)?.[0];
  const ordinal =
    digits === undefined ? NUMBER_WORDS.findIndex((form) => form.test(word)) + 1 : Number(digits);
  return ordinal < 1 ? undefined : { is: 'ordinal', ordinal, end: at + match[0].length };
}

function readDatePart(text: string, at: number): Part | undefined {
  const date = readDate(text, at);
  return date && { is: 'date', ...date };
}

function readWeekday(text: string, at: number): Part | undefined {
  const word = execAt(/(?<!\p{L})\p{L}+(?:-feira)?/uy, text, at)?.[0];
  if (word === undefined) return undefined;
  const end = at + word.length;
  const weekday = weekdayNamed(word);
  const after = text.slice(end, end + 12);
  if (weekday === undefined) {
    const short = shortGermanWeekday(word);
    if (short === undefined || !/^[.,]{1,2} ?\d|^ \d{1,2}\.\d/.test(after)) return undefined;
    return { is: 'weekday', weekday: short, end: end + 1 };
  }
  // "Sun" and "sat" are words as well.
  if (word.length < 5 && !/^(?:\.|,|\s*$|\s*[(:|–—-]|\s*\d|\s+\p{Lu}\p{L}{2,8}\.? \d)/u.test(after))
    return undefined;
  const dot = word.length < 6 && after.startsWith('.') ? 1 : 0;
  return { is: 'weekday', weekday, end: end + dot };
}

function isHeading(heading: DayHeading, rest: string): boolean {
  if (/^[\s,;:.()[\]（）|–—·•*=-]*$/.test(rest)) return true;
  if (rest.length > 120 || NO_HEADING.test(rest)) return false;
  const named = heading.ordinal !== undefined || heading.date !== undefined;
  if (/^\s*[,:;()[\]（）|–—·•-]/.test(rest)) return named || !/[.!?]$/.test(rest);
  if (named)
    return /^\s+(?:[\p{Lu}\d@(]|(?:in|at|from|am|à|en|–) )/u.test(rest) && !/[.!?]\s*$/.test(rest);
  return /^\s+(?:\d|(?:early |late |all )?(?:mornings?|afternoons?|evenings?|night|day|session|program|agenda|schedule|pm|am)\b)/i.test(
    rest,
  );
}

// A sentence about the date, or a date of something else.
const NO_HEADING =
  /^[\s,:;–—-]*(?:is|was|are|were|will|has|have|had|marks|and|or|we|you|they|when|where|which|that|to|until|by|(?:paper |abstract )?submissions?|posted|published|updated|released?)\b|\b(?:deadlines?|due(?! to)|notifications?|registration (?:closes|opens|ends)|apply (?:by|before)|applications? (?:open|close|due)|last (?:updated|modified)|early[- ]bird|camera[- ]ready|all rights reserved|wrote:)/i;
