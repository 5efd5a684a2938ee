import { type Clock, clockMinutes } from './clock.ts';
import { classify } from './kind.ts';
import type { ReadLine } from './readings.ts';
import { type Reading, type Row, WORDS } from './row.ts';

/**
 * Decides which doubtful lines are rows. Numbers that may be no times ("9-10 Welcome", "0930 Welcome")
 * count where they agree with the rows around them. Times after the words ("Lunch 12:00–13:00") count
 * where the whole agenda is written so, or where they fill a gap between rows.
 */
export function chooseRows(lines: readonly ReadLine[]): ReadLine[] {
  const rows = lines.flatMap(({ reading }) => (reading.is === 'rows' ? reading.rows : []));
  const accepted = new Set(rows.filter((row) => isEarly(row) && row.span.sure));
  for (const row of unsureRows(rows, accepted)) accepted.add(row);
  for (const row of hoursAlone(rows, accepted)) accepted.add(row);
  for (const row of lateRows(lines, rows, accepted)) accepted.add(row);
  return lines.map((read, at) => {
    if (read.reading.is !== 'rows') return read;
    const hours = hoursOfDay(read.reading.rows, lines.slice(at + 1, at + 1 + LOOK_AHEAD));
    if (hours !== undefined) return { line: read.line, reading: hours };
    const kept = read.reading.rows.filter((row) => accepted.has(row));
    return { line: read.line, reading: kept.length > 0 ? { is: 'rows', rows: kept } : WORDS };
  });
}

/** "October 6, 2026 | 1:00 – 4:30 PM | City Hall" above rows without a date tells of the whole day. */
function hoursOfDay(rows: readonly Row[], following: readonly ReadLine[]): Reading | undefined {
  const row = rows[0];
  if (row?.day === undefined || row.place === 'column' || row.span.end === undefined)
    return undefined;
  const next = following.find(
    ({ reading }) => reading.is === 'rows' || reading.is === 'day',
  )?.reading;
  const first = next?.is === 'rows' ? next.rows[0] : undefined;
  if (first === undefined || first.day !== undefined) return undefined;
  if (!meet(row.span.start, first.span.start) && !A_PLACE.test(row.title)) return undefined;
  return { is: 'day', heading: row.day, zone: row.span.zone };
}

const A_PLACE =
  /\b(?:room|hall|building|cent(?:er|re)|auditorium|campus|library|hotel|university|online|zoom|virtual|hybrid|in[- ]person|street|avenue)\b/i;

function isEarly(row: Row): boolean {
  return row.place === 'first' || row.place === 'column';
}

const HALF_DAY = 12 * 60;

/** Equal on a clock's face: am and pm may not be known yet. */
function meet(one: Clock | undefined, other: Clock | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return clockMinutes(one) % HALF_DAY === clockMinutes(other) % HALF_DAY;
}

function unsureRows(rows: readonly Row[], sure: ReadonlySet<Row>): Row[] {
  const early = rows.filter((row) => isEarly(row) && !isHourAlone(row));
  const unsure = early.filter((row) => !sure.has(row));
  if (unsure.length === 0) return [];
  const chosen = new Set<Row>();
  early.forEach((row, at) => {
    if (sure.has(row)) return;
    const before = early[at - 1];
    const after = early[at + 1];
    const joined =
      meet(row.span.start, before?.span.end) ||
      (row.span.end !== undefined && meet(row.span.end, after?.span.start));
    if (joined) {
      chosen.add(row);
      // The neighbour may be as unsure, and is confirmed by the same meeting.
      for (const near of [before, after]) {
        if (
          near !== undefined &&
          (meet(row.span.start, near.span.end) || meet(row.span.end, near.span.start))
        )
          chosen.add(near);
      }
    }
  });
  for (const style of ['military', 'dot', 'letter', 'bare', 'word'] as const) {
    const same = unsure.filter((row) => row.span.start.style === style);
    if (isSeries(same, sure, style)) for (const row of same) chosen.add(row);
  }
  return [...chosen].filter((row) => !sure.has(row));
}

/** "12 Lunch": only an hour, or a number of something. */
function isHourAlone({ span }: Row): boolean {
  return span.end === undefined && span.start.style === 'bare' && span.start.half === undefined;
}

/** The hours alone that go on from the row above and leave room for the row below. */
function hoursAlone(rows: readonly Row[], sure: ReadonlySet<Row>): Row[] {
  const chosen: Row[] = [];
  let before: Row | undefined;
  let waiting: Row[] = [];
  const decide = (after: Row | undefined): void => {
    for (const row of waiting) {
      if (!goesOn(before, row, after)) continue;
      chosen.push(row);
      before = row;
    }
    waiting = [];
  };
  for (const row of rows) {
    if (isHourAlone(row)) waiting.push(row);
    if (!sure.has(row)) continue;
    decide(row);
    before = row;
  }
  decide(undefined);
  return chosen;
}

function goesOn(before: Row | undefined, row: Row, after: Row | undefined): boolean {
  const { start } = row.span;
  if ([before, after].some((near) => near !== undefined && near.indent !== row.indent))
    return false;
  if (after && (meet(start, after.span.start) || !isBefore(start, after.span.start))) return false;
  if (meet(start, before?.span.end)) return true;
  if (before && (before.span.end || meet(before.span.start, start))) return false;
  if (before && !isBefore(before.span.start, start)) return false;
  if (before && after) return after.span.end === undefined;
  // The first and the last have a neighbour on one side only: their words have to speak for them.
  return (before ?? after) !== undefined && classify(row.title).sure;
}

/** Several rows written alike, or rows like the sure ones, whose times go forward. */
function isSeries(same: readonly Row[], sure: ReadonlySet<Row>, style: Clock['style']): boolean {
  if (style === 'bare') return false;
  if (style === 'word') return sure.size > 1;
  if (style === 'dot' && !same.every((row) => row.span.start.minute % 5 === 0)) return false;
  if (style === 'military' && same.some((row) => row.span.start.minute % 5 !== 0)) return false;
  const like = [...sure].some((row) => row.span.start.style === style);
  if (!like && same.length < 3) return false;
  let forward = 0;
  same.forEach((row, at) => {
    const before = same[at - 1];
    if (before === undefined || clockMinutes(row.span.start) > clockMinutes(before.span.start))
      forward++;
  });
  return forward * 2 > same.length;
}

function lateRows(
  lines: readonly ReadLine[],
  rows: readonly Row[],
  early: ReadonlySet<Row>,
): Row[] {
  const late = rows.filter((row) => !isEarly(row));
  if (late.length > 2 * early.size && isAgenda(late)) return late;
  if (early.size === 0) return late.filter((row) => late.length === 1 && isAgenda([row]));
  const chosen: Row[] = [];
  let before: Row | undefined;
  for (const [at, { reading }] of lines.entries()) {
    if (reading.is === 'day') before = undefined;
    if (reading.is !== 'rows') continue;
    for (const row of reading.rows) {
      if (early.has(row)) before = row;
      else if (fits(row, before, nextInDay(lines, at, early))) {
        chosen.push(row);
        before = row;
      }
    }
  }
  return chosen;
}

/** Opening hours and the like end in times too: an agenda goes forward, and names what agendas name. */
function isAgenda(late: readonly Row[]): boolean {
  const known = late.filter((row) => classify(row.title).sure).length;
  const forward = late.filter((row, at) => {
    const before = late[at - 1];
    return before === undefined || isBefore(before.span.end ?? before.span.start, row.span.start);
  }).length;
  const single = late.length === 1 && late[0]?.span.end === undefined;
  return !single && known * 2 >= late.length && forward * 3 >= late.length * 2;
}

// Far enough to find the next row behind its descriptions.
const LOOK_AHEAD = 40;

function nextInDay(lines: readonly ReadLine[], at: number, early: ReadonlySet<Row>): Row[] {
  const following: Row[] = [];
  for (const { reading } of lines.slice(at + 1, at + 1 + LOOK_AHEAD)) {
    if (reading.is === 'day') break;
    if (reading.is === 'rows') following.push(...reading.rows.filter((row) => early.has(row)));
  }
  return following;
}

function fits(row: Row, before: Row | undefined, following: readonly Row[]): boolean {
  const { start, end } = row.span;
  const after = following[0];
  if (classify(row.title).kind === 'report-back') return isReportBackRow(row, before);
  if (end === undefined) return false;
  if (after !== undefined && meet(start, after.span.start)) {
    // A heading over some of the rows that follow; over all of the day it only tells the day's hours.
    return before !== undefined || following.some((later) => meet(end, later.span.start));
  }
  if (before !== undefined && meet(start, before.span.end))
    return after === undefined || isBefore(end, after.span.start);
  if (after !== undefined && meet(end, after.span.start))
    return before === undefined || isBefore(before.span.end ?? before.span.start, start);
  return false;
}

/** A line that tells of a report-back belongs to the breakout above it, unless its time only begins after it. */
function isReportBackRow(row: Row, before: Row | undefined): boolean {
  if (before === undefined || !meet(row.span.start, before.span.end)) return false;
  return row.span.end !== undefined || classify(before.title, before.hints).kind !== 'breakout';
}

/** Not later on the clock, as far as can be told without am and pm: within the six hours before. */
function isBefore(one: Clock, other: Clock): boolean {
  const ahead = (clockMinutes(other) - clockMinutes(one) + 2 * HALF_DAY) % HALF_DAY;
  return ahead <= HALF_DAY / 2;
}
