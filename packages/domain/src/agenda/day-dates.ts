import {
  type DateReading,
  daysAfter,
  isoDate,
  readDate,
  type WrittenDate,
  weekdayOf,
} from './date.ts';
import type { DayHeading } from './day-heading.ts';
import { weekdayNamed } from './month-names.ts';
import type { SourceLine } from './source-line.ts';

/** The heading that a day of the agenda stands under, as far as it has one. */
interface DayToDate {
  heading: DayHeading | undefined;
  /** The heading as written. */
  text: string;
}

export interface DatedDay {
  date: string | undefined;
  /** What keeps the written date from being read, or contradicts it. */
  problem: string | undefined;
}

/** Dates named outside of the headings of days: of the event as a whole, most often. */
type DateMention = Omit<DateReading, 'end'>;

/**
 * The dates of the days. What a heading leaves out is taken from elsewhere only where that settles it: a missing year from the dates
 * of the event, "Day 2" from dates that span as many days, day and month of "12/05/2026" from a weekday or from another
 * date that can be read in one way only.
 */
export function dateDays(
  days: readonly DayToDate[],
  mentions: readonly DateMention[],
  years: readonly number[],
): DatedDay[] {
  const headings = days.flatMap(({ heading }) =>
    heading?.date === undefined ? [] : [heading.date],
  );
  const all = [...headings, ...mentions];
  const monthFirst = monthComesFirst(all);
  const ranges = all.flatMap((mention) => eventRange(mention, monthFirst));
  const range = ranges.every(({ from, to }) => from === ranges[0]?.from && to === ranges[0].to)
    ? ranges[0]
    : undefined;
  const ordinals = days.reduce((most, { heading }) => Math.max(most, heading?.ordinal ?? 0), 0);
  const written = knownYears(all, years);
  let before: string | undefined;
  return days.map(({ heading, text }) => {
    const dated =
      heading === undefined
        ? undated(days, mentions, monthFirst)
        : dateHeading(heading, text, {
            monthFirst,
            range,
            ordinals,
            before,
            years: written,
            days: days.length,
          });
    before = dated.date ?? before;
    return dated;
  });
}

interface Around {
  monthFirst: boolean | undefined;
  range: { from: string; to: string } | undefined;
  /** The highest "Day n". */
  ordinals: number;
  /** The date of the day before in the agenda. */
  before: string | undefined;
  years: readonly number[];
  days: number;
}

const NOTHING: DatedDay = { date: undefined, problem: undefined };

function dateHeading(heading: DayHeading, text: string, around: Around): DatedDay {
  const { weekday } = heading;
  const written = heading.date?.to === undefined ? heading.date?.from : undefined;
  if (written === undefined) return { date: dateFromRange(heading, around), problem: undefined };
  const readings = readingsOf(written, weekday, around);
  if (readings.length > 1) {
    return {
      date: undefined,
      problem: `“${text}” may be ${readings.join(' or ')}: write the month as a word, or the date as ${readings[0]}.`,
    };
  }
  const date = readings[0];
  if (date === undefined) {
    const exists =
      written.year === undefined || isoDate(written.year, written.month, written.day) !== undefined;
    return exists
      ? NOTHING
      : { date: undefined, problem: `“${text}” names a day that no calendar has.` };
  }
  if (weekday !== undefined && weekdayOf(date) !== weekday) {
    return {
      date,
      problem: `${date} is a ${WEEKDAYS[weekdayOf(date)]}, but the heading says ${WEEKDAYS[weekday]}.`,
    };
  }
  return { date, problem: undefined };
}

const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

/** The days that a written date can mean: one, or two where day and month can be swapped, or none without a year. */
function readingsOf(written: WrittenDate, weekday: number | undefined, around: Around): string[] {
  const orders = ordersOf(written, around.monthFirst);
  const dates = orders.flatMap(({ month, day }) => {
    const date =
      written.year === undefined
        ? withYear(month, day, weekday, around)
        : isoDate(written.year, month, day);
    return date === undefined ? [] : [date];
  });
  if (dates.length < 2) return dates;
  const { range } = around;
  const inRange =
    range === undefined ? [] : dates.filter((date) => date >= range.from && date <= range.to);
  if (inRange.length === 1) return inRange;
  const onWeekday =
    weekday === undefined ? [] : dates.filter((date) => weekdayOf(date) === weekday);
  return onWeekday.length === 1 ? onWeekday : dates;
}

function ordersOf(
  written: WrittenDate,
  monthFirst: boolean | undefined,
): { month: number; day: number }[] {
  if (written.orMonthFirst === undefined) return [written];
  if (monthFirst === undefined) return [written, written.orMonthFirst];
  return [monthFirst ? written.orMonthFirst : written];
}

function withYear(
  month: number,
  day: number,
  weekday: number | undefined,
  around: Around,
): string | undefined {
  const { range, before, years } = around;
  const candidates = years.flatMap((year) => isoDate(year, month, day) ?? []);
  const agreeing =
    weekday === undefined ? candidates : candidates.filter((date) => weekdayOf(date) === weekday);
  const inRange =
    range === undefined
      ? undefined
      : agreeing.find((date) => date >= range.from && date <= range.to);
  if (inRange !== undefined) return inRange;
  const following =
    before === undefined ? undefined : isoDate(Number(before.slice(0, 4)), month, day);
  if (following !== undefined && (weekday === undefined || weekdayOf(following) === weekday))
    return following;
  return agreeing.length === 1 ? agreeing[0] : undefined;
}

/** "Day 2" and "Tuesday" have a date where the dates of the event leave only one. */
function dateFromRange(heading: DayHeading, around: Around): string | undefined {
  const { range, before } = around;
  const { ordinal, weekday } = heading;
  if (range !== undefined && ordinal !== undefined) {
    const date = daysAfter(range.from, ordinal - 1);
    const spans = daysAfter(range.from, around.ordinals - 1) === range.to;
    return spans && (weekday === undefined || weekdayOf(date) === weekday) ? date : undefined;
  }
  if (weekday === undefined) return undefined;
  if (range !== undefined) {
    const dates = Array.from({ length: 8 }, (_, after) => daysAfter(range.from, after)).filter(
      (date) => date <= range.to,
    );
    const same = dates.filter((date) => weekdayOf(date) === weekday);
    return same.length === 1 ? same[0] : undefined;
  }
  const next = before === undefined ? undefined : daysAfter(before, 1);
  return next !== undefined && weekdayOf(next) === weekday ? next : undefined;
}

/** A single day without a heading is the day of the event, where the page names only one. */
function undated(
  days: readonly DayToDate[],
  mentions: readonly DateMention[],
  monthFirst: boolean | undefined,
): DatedDay {
  if (days.length !== 1) return NOTHING;
  const dates = mentions.map(({ from, to }) => {
    const [order, other] = ordersOf(from, monthFirst);
    if (to !== undefined || from.year === undefined || order === undefined || other !== undefined)
      return undefined;
    return isoDate(from.year, order.month, order.day);
  });
  const [date] = dates;
  return dates.every((other) => other === date) ? { date, problem: undefined } : NOTHING;
}

/** Whether numeric dates put the month first: known once one of them can be read in one way only. */
function monthComesFirst(mentions: readonly DateMention[]): boolean | undefined {
  const slashed = mentions.flatMap(({ from }) =>
    from.slashed === undefined ? [] : [from.slashed],
  );
  if (slashed.includes('month-first') === slashed.includes('day-first')) return undefined;
  return slashed.includes('month-first');
}

function eventRange(
  { from, to }: DateMention,
  monthFirst: boolean | undefined,
): { from: string; to: string }[] {
  if (to === undefined) return [];
  const year = from.year ?? to.year;
  if (year === undefined || ordersOf(from, monthFirst).length > 1) return [];
  const first = isoDate(year, from.month, from.day);
  const last = isoDate(to.year ?? year, to.month, to.day);
  return first === undefined || last === undefined || last <= first
    ? []
    : [{ from: first, to: last }];
}

function knownYears(mentions: readonly DateMention[], years: readonly number[]): number[] {
  const written = mentions.flatMap(({ from, to }) => [from.year ?? [], to?.year ?? []].flat());
  return [...new Set(written.length > 0 ? written : years)];
}

/** The dates in a line that tells of the event; none in lines about deadlines and the like. */
export function datesOfEvent(line: SourceLine): DateMention[] {
  const text = line.text.slice(0, 300);
  if (!/\d/.test(text) || NOT_THE_EVENT.test(text)) return [];
  const mentions: DateMention[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!/[\p{L}\d]/u.test(text.charAt(at)) || /[\p{L}\d/.-]/u.test(text.charAt(at - 1))) continue;
    const word = /^\p{L}+/u.exec(text.slice(at, at + 12))?.[0];
    if (word !== undefined && weekdayNamed(word) !== undefined) continue;
    const reading = readDate(text, at);
    if (reading === undefined) continue;
    mentions.push({ from: reading.from, to: reading.to });
    at = reading.end - 1;
  }
  return mentions;
}

const NOT_THE_EVENT =
  /\b(?:deadlines?|due|submit|submissions?|notifications?|regist(?:er|ration)|apply|applications? (?:open|close|due)|updated|posted|published|released?|modified|abstracts?|early[- ]bird|camera[- ]ready|copyright|rights reserved|rsvp|wrote|last year|previous(?:ly)?|since|founded|hotel|book(?:ing)?)\b|©/i;
