import { execAt } from './clock.ts';
import { monthNamed, weekdayNamed } from './month-names.ts';

/** A day of the calendar as far as it was written. */
export interface WrittenDate {
  year: number | undefined;
  month: number;
  day: number;
  /** "12/05/2026" may mean 12 May or December 5: this is the other reading, with the month first. */
  orMonthFirst: { month: number; day: number } | undefined;
  /** For "13/05/2026" and "05/13/2026": what the numbers tell about the order in which the page writes dates. */
  slashed: 'day-first' | 'month-first' | undefined;
}

/** One date, or the first and the last of an event. */
export interface DateReading {
  from: WrittenDate;
  to: WrittenDate | undefined;
  end: number;
}

/** The date, or the range of dates, that begins at `at`. Names of months in several languages. */
export function readDate(text: string, at: number): DateReading | undefined {
  const first = readDaysOfMonth(text, at) ?? readSingle(text, at);
  if (first === undefined || first.to !== undefined) return first;
  const gap = execAt(TO, text, first.end);
  if (gap === undefined) return first;
  const second = readSingle(text, skipWeekday(text, first.end + gap[0].length));
  if (second === undefined || second.from.orMonthFirst !== undefined) return first;
  const from = { ...first.from, year: first.from.year ?? second.from.year };
  return { from, to: second.from, end: second.end };
}

/** `YYYY-MM-DD`, or undefined for a day that no calendar has. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

/** 0 (Sunday) to 6, of a `YYYY-MM-DD`. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** The `YYYY-MM-DD` so many days later. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

const TO = /\s*(?:[-–—−]|to|until|through|thru|bis|au|al|and|&|\+)\s*/iy;
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?`;
const OF = String.raw`\s*(?:of |de |d'|d’)?\s*`;
const MONTH = String.raw`(\p{L}{3,10})\.?`;
const YEAR = String.raw`(?:,?\s*(?:of |de |del )?((?:19|20)\d{2})(?![\d:]|\.\d|[-–]\d{2}:))?`;

const ISO = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/y;
const EAST_ASIAN = /(\d{4})年 ?(\d{1,2})月 ?(\d{1,2})日/y;
const DOTTED = /(\d{1,2})\. ?(\d{1,2})\.(?: ?((?:19|20)\d{2}|\d{2})(?![\d:.]))?(?!\d)/y;
const SLASHED = /(\d{1,2})([/-])(\d{1,2})\2((?:19|20)\d{2}|\d{2})(?![\d:])/y;
const SHORT_SLASHED = /(\d{1,2})\/(\d{1,2})(?![\d/])/y;
const DAY_MONTH = new RegExp(`${DAY}${OF}${MONTH}${YEAR}`, 'uy');
const MONTH_DAY = new RegExp(
  `${MONTH}\\s*(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:h]|\\.\\d)${YEAR}`,
  'uy',
);
const BETWEEN_DAYS = String.raw`\s*(?:[-–—−/&+]|to|until|through|thru|and|bis|und|au|et|al|y)\s*`;
const DAYS_MONTH = new RegExp(`${DAY}${BETWEEN_DAYS}${DAY}${OF}${MONTH}${YEAR}`, 'uy');
const MONTH_DAYS = new RegExp(
  `${MONTH}\\s*(\\d{1,2})(?:st|nd|rd|th)?${BETWEEN_DAYS}(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:h]|\\.\\d| ?[ap]\\.?m)${YEAR}`,
  'uy',
);

/** "15–17 September 2025", "Sept 15-16, 2025" */
function readDaysOfMonth(text: string, at: number): DateReading | undefined {
  const dayFirst = execAt(DAYS_MONTH, text, at);
  const monthFirst = dayFirst === undefined ? execAt(MONTH_DAYS, text, at) : undefined;
  const match = dayFirst ?? monthFirst;
  if (match === undefined) return undefined;
  const [from, to, name] =
    dayFirst === undefined ? [match[2], match[3], match[1]] : [match[1], match[2], match[3]];
  const month = monthNamed(name ?? '');
  if (month === undefined) return undefined;
  const year = match[4] === undefined ? undefined : Number(match[4]);
  const first = written(year, month, Number(from));
  const last = written(year, month, Number(to));
  if (first === undefined || last === undefined || last.day <= first.day) return undefined;
  return { from: first, to: last, end: at + match[0].length };
}

function readSingle(text: string, at: number): DateReading | undefined {
  const read = (
    match: RegExpExecArray | undefined,
    from: WrittenDate | undefined,
  ): DateReading | undefined =>
    match === undefined || from === undefined
      ? undefined
      : { from, to: undefined, end: at + match[0].length };

  const iso = execAt(ISO, text, at) ?? execAt(EAST_ASIAN, text, at);
  if (iso !== undefined) {
    const [month, day] = iso.length === 5 ? [iso[3], iso[4]] : [iso[2], iso[3]];
    return read(iso, written(Number(iso[1]), Number(month), Number(day)));
  }
  const dotted = execAt(DOTTED, text, at);
  if (dotted !== undefined) {
    const sure =
      dotted[3] !== undefined || /^\d\d\. ?\d\d\./.test(dotted[0]) || mayLackYear(text, at);
    if (!sure) return undefined;
    return read(dotted, written(fullYear(dotted[3]), Number(dotted[2]), Number(dotted[1])));
  }
  const slashed = execAt(SLASHED, text, at);
  if (slashed !== undefined) {
    return read(slashed, eitherOrder(Number(slashed[1]), Number(slashed[3]), fullYear(slashed[4])));
  }
  const short = mayLackYear(text, at) ? execAt(SHORT_SLASHED, text, at) : undefined;
  if (short !== undefined) {
    return read(short, eitherOrder(Number(short[1]), Number(short[2]), undefined));
  }
  const dayMonth = execAt(DAY_MONTH, text, at);
  if (dayMonth !== undefined) {
    return read(
      dayMonth,
      written(fullYear(dayMonth[3]), monthNamed(dayMonth[2] ?? ''), Number(dayMonth[1])),
    );
  }
  const monthDay = execAt(MONTH_DAY, text, at);
  return read(
    monthDay,
    monthDay && written(fullYear(monthDay[3]), monthNamed(monthDay[1] ?? ''), Number(monthDay[2])),
  );
}

function eitherOrder(
  first: number,
  second: number,
  year: number | undefined,
): WrittenDate | undefined {
  const ordered = (
    date: WrittenDate | undefined,
    slashed: WrittenDate['slashed'],
  ): WrittenDate | undefined => date && { ...date, slashed };
  if (first > 12) return ordered(written(year, second, first), 'day-first');
  if (second > 12) return ordered(written(year, first, second), 'month-first');
  if (first === second) return written(year, first, second);
  const dayFirst = written(year, second, first);
  return dayFirst && { ...dayFirst, orMonthFirst: { month: first, day: second } };
}

function written(
  year: number | undefined,
  month: number | undefined,
  day: number,
): WrittenDate | undefined {
  if (month === undefined || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return { year, month, day, orMonthFirst: undefined, slashed: undefined };
}

function fullYear(digits: string | undefined): number | undefined {
  if (digits === undefined) return undefined;
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function skipWeekday(text: string, at: number): number {
  const word = execAt(/(\p{L}{2,10})[.,]*\s+/uy, text, at);
  return word?.[1] !== undefined && weekdayNamed(word[1]) !== undefined ? at + word[0].length : at;
}

// "1.2." numbers a chapter and "1/2" is a half, unless a weekday stands before it.
function mayLackYear(text: string, at: number): boolean {
  return /\p{L}[.,]{0,2} ?$/u.test(text.slice(Math.max(0, at - 4), at));
}
