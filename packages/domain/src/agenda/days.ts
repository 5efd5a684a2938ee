import type { WrittenDate } from './date.ts';
import type { DayHeading } from './day-heading.ts';
import type { ReadLine } from './readings.ts';
import type { Row } from './row.ts';
import type { SourceLine } from './source-line.ts';

/** The rows under one heading of a day, or before the first. */
export interface DraftDay {
  heading: DayHeading | undefined;
  headingLine: SourceLine | undefined;
  rows: Row[];
}

/** Puts the rows under their days. A heading without rows leaves no day; rows and columns may name their own. */
export function splitDays(lines: readonly ReadLine[]): DraftDay[] {
  const days: DraftDay[] = [];
  const columns = new Map<DayHeading, DraftDay>();
  let current: DraftDay = { heading: undefined, headingLine: undefined, rows: [] };
  const put = (row: Row, day: DraftDay): void => {
    if (day.rows.length === 0) days.push(day);
    day.rows.push(row);
  };
  for (const { line, reading } of lines) {
    if (reading.is === 'day') current = follow(current, reading.heading, line);
    if (reading.is !== 'rows') continue;
    for (const row of reading.rows) {
      if (row.column !== undefined) {
        const day = columns.get(row.column) ?? { heading: row.column, headingLine: line, rows: [] };
        columns.set(row.column, day);
        put(row, day);
        continue;
      }
      if (row.day !== undefined) current = follow(current, row.day, line);
      put(row, current);
    }
  }
  return days;
}

/** The day after a heading: a new one, the same one named again, or one of which two lines tell a part each. */
function follow(current: DraftDay, heading: DayHeading, line: SourceLine): DraftDay {
  const isRange = heading.date?.to !== undefined;
  if (isRange && heading.ordinal === undefined) return current;
  const own: DayHeading = isRange ? { ...heading, date: undefined } : heading;
  if (current.rows.length > 0) {
    return isSameDay(current.heading, own)
      ? current
      : { heading: own, headingLine: line, rows: [] };
  }
  return merge(current, own, line);
}

function isSameDay(before: DayHeading | undefined, after: DayHeading): boolean {
  if (before === undefined) return false;
  if (before.date !== undefined && after.date !== undefined)
    return isSameDate(before.date.from, after.date.from);
  if (before.ordinal !== undefined && after.ordinal !== undefined)
    return before.ordinal === after.ordinal;
  return before.weekday !== undefined && before.weekday === after.weekday;
}

function isSameDate(one: WrittenDate, other: WrittenDate): boolean {
  const sameYear = one.year === undefined || other.year === undefined || one.year === other.year;
  return sameYear && one.month === other.month && one.day === other.day;
}

/** "Day 1" above "Tuesday, 12 May 2026"; a date that is followed by another one had no rows. */
function merge(current: DraftDay, heading: DayHeading, line: SourceLine): DraftDay {
  const before = current.heading;
  const newDay =
    before === undefined ||
    heading.date !== undefined ||
    (heading.ordinal ?? 1) !== (before.ordinal ?? 1) ||
    (heading.weekday !== undefined &&
      before.weekday !== undefined &&
      heading.weekday !== before.weekday);
  if (newDay) {
    const ordinal = heading.ordinal ?? (before?.date === undefined ? before?.ordinal : undefined);
    const weekday = heading.weekday ?? (before?.date === undefined ? before?.weekday : undefined);
    return { heading: { ...heading, ordinal, weekday }, headingLine: line, rows: [] };
  }
  const merged = {
    ...before,
    ordinal: heading.ordinal ?? before.ordinal,
    weekday: heading.weekday ?? before.weekday,
  };
  return { heading: merged, headingLine: current.headingLine, rows: [] };
}
