import type { AgendaItem, AgendaKind, AgendaProblem } from './agenda.ts';
import { clockMinutes } from './clock.ts';
import {
  clockText,
  type HourStyle,
  minutesWithin,
  type RowTimes,
  resolveDay,
} from './day-clock.ts';
import { classify } from './kind.ts';
import { readReportBackLine, takeReportBack, type WrittenReportBack } from './report-back.ts';
import type { Row } from './row.ts';

/** A row whose times are known, on its way to an item. */
interface Draft {
  row: Row;
  times: RowTimes;
  title: string;
  kind: AgendaKind;
  /** Words of the title told the kind. */
  sure: boolean;
  /** Minutes; also where the agenda gave none. */
  end: number | undefined;
  reportBack: number | undefined;
}

/** The items of one day from its rows, and what contradicts itself in them. */
export function readItems(
  rows: readonly Row[],
  style: HourStyle,
): { items: AgendaItem[]; problems: AgendaProblem[] } {
  const problems: AgendaProblem[] = [];
  const report = (row: Row, message: string): void => {
    problems.push({ line: row.line, text: row.raw, message });
  };
  const titled = joinContinued(rows).filter((row) => {
    if (row.title === '') report(row, 'The row has a time but no title.');
    return row.title !== '';
  });
  const times = resolveDay(titled, style);
  let drafts = titled.map((row, at) => draft(row, times[at] ?? NO_TIMES));
  drafts = foldReportBacks(drafts);
  fillEnds(drafts);
  for (const item of drafts) {
    if (item.times.contradiction !== undefined) report(item.row, item.times.contradiction);
    readOwnReportBack(item);
    if (isOutside(item)) {
      report(
        item.row,
        `The report-back at ${clockText(item.reportBack ?? 0)} lies outside of its breakout.`,
      );
    }
  }
  markHeadings(drafts);
  setLaterReportBacks(drafts);
  return { items: drafts.map(toItem), problems };
}

const NO_TIMES: RowTimes = { start: 0, end: undefined, contradiction: undefined };

function draft(row: Row, times: RowTimes): Draft {
  const { kind, sure } = classify(row.title, row.hints);
  return { row, times, title: row.title, kind, sure, end: times.end, reportBack: undefined };
}

/** A cell that reaches down over several rows is one item with a later end. */
function joinContinued(rows: readonly Row[]): Row[] {
  const joined: Row[] = [];
  for (const row of rows) {
    const above = row.continues ? joined.findLast((other) => other.title === row.title) : undefined;
    if (above === undefined) joined.push(row);
    else above.span = { ...above.span, end: row.span.end ?? above.span.end };
  }
  return joined;
}

/** "11:40 Report out", indented below its breakout and inside its time, belongs to the breakout's row. */
function foldReportBacks(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = [];
  for (const item of drafts) {
    const above = kept.at(-1);
    if (above !== undefined && isInside(item, above)) above.reportBack = item.times.start;
    else kept.push(item);
  }
  return kept;
}

function isInside(item: Draft, breakout: Draft): boolean {
  if (breakout.kind !== 'breakout' || item.row.place === 'column') return false;
  const { start } = item.times;
  const end = breakout.times.end ?? start;
  if (start < breakout.times.start || start > end) return false;
  // Below a breakout, "report highlights" is enough to tell.
  if (item.row.indent > breakout.row.indent)
    return item.kind === 'report-back' || REPORTS.test(item.title);
  const isLateAndSingle = item.row.place === 'last' && item.times.end === undefined;
  return item.kind === 'report-back' && isLateAndSingle && start < end;
}

const REPORTS = /\b(?:reports?|share|present|feedback|plenary)\b/i;

/** Without an end of its own a row lasts until the next one that starts later. */
function fillEnds(drafts: readonly Draft[]): void {
  const later: number[] = [];
  for (const item of [...drafts].reverse()) {
    const { start } = item.times;
    for (let next = later.at(-1); next !== undefined && next <= start; next = later.at(-1))
      later.pop();
    item.end ??= later.at(-1);
    later.push(start);
  }
}

// A description below a row may be long; its report-back stands near the top.
const DETAILS_READ = 30;

function readOwnReportBack(item: Draft): void {
  if (item.kind !== 'breakout') return;
  const column = item.row.reportBack;
  const own = takeReportBack(item.title);
  if (own !== undefined) item.title = own.title;
  const written: WrittenReportBack | undefined =
    (column && { is: 'at', clock: column.start }) ??
    own?.reportBack ??
    item.row.details
      .slice(0, DETAILS_READ)
      .map(readReportBackLine)
      .find((found) => found !== undefined);
  if (written !== undefined) item.reportBack ??= reportBackMinutes(written, item);
}

function isOutside({ reportBack, times, end }: Draft): boolean {
  if (reportBack === undefined) return false;
  return reportBack < times.start || (end !== undefined && reportBack > end);
}

function reportBackMinutes(written: WrittenReportBack, item: Draft): number | undefined {
  const { start } = item.times;
  if (written.is === 'last') return item.end === undefined ? undefined : item.end - written.minutes;
  const end = item.end ?? start + 12 * 60;
  return (
    minutesWithin(written.clock, start, end) ??
    minutesWithin(written.clock, start, start + 12 * 60) ??
    clockMinutes(written.clock)
  );
}

// More rows than a heading can stand over.
const HEADING_REACH = 60;

/**
 * A row whose span contains the rows after it is their heading. Breaks and report-backs inside a row do not make it
 * one, and neither does a report-back or a breakout lose its kind to rows that are none themselves.
 */
function markHeadings(drafts: readonly Draft[]): void {
  drafts.forEach((item, at) => {
    const inside = rowsInside(drafts, at);
    const headed = inside.filter(({ kind }) => kind !== 'break' && kind !== 'report-back');
    if (headed.length === 0 || item.kind === 'break') return;
    const alone = inside.length === 1 && headed[0]?.times.start !== item.times.start;
    if (alone) return;
    if (item.kind === 'report-back') return;
    if (item.kind === 'breakout' && !headed.some(({ kind }) => kind === 'breakout')) {
      const works = headed.filter((row) => !row.sure || GROUP_WORK.test(row.title));
      if (works.length === 0) return;
      for (const row of works) row.kind = 'breakout';
    }
    item.kind = 'other';
    item.reportBack = undefined;
  });
}

// Under the heading of a breakout these are the work of its groups.
const GROUP_WORK = /\b(?:discuss\w*|work\w*|brainstorm\w*|writ\w*|draft\w*|exercise\w*)\b/i;

function rowsInside(drafts: readonly Draft[], at: number): Draft[] {
  const heading = drafts[at];
  const end = heading?.times.end;
  if (heading === undefined || end === undefined) return [];
  const inside: Draft[] = [];
  for (const item of drafts.slice(at + 1, at + 1 + HEADING_REACH)) {
    const { start, end: itsEnd } = item.times;
    const contained = start >= heading.times.start && start < end && (itsEnd ?? start) <= end;
    if (!contained || (start === heading.times.start && itsEnd === end)) break;
    inside.push(item);
  }
  return inside;
}

/** A report-back of its own is that of every breakout before it that has none. */
function setLaterReportBacks(drafts: readonly Draft[]): void {
  let waiting: Draft[] = [];
  for (const item of drafts) {
    if (item.kind === 'breakout') waiting.push(item);
    if (item.kind !== 'report-back') continue;
    for (const breakout of waiting) {
      if (breakout.times.start <= item.times.start) breakout.reportBack ??= item.times.start;
    }
    waiting = waiting.filter(({ reportBack }) => reportBack === undefined);
  }
}

function toItem({ row, times, title, kind, end, reportBack }: Draft): AgendaItem {
  return {
    line: row.line,
    start: clockText(times.start),
    end: end === undefined ? null : clockText(end),
    title,
    kind,
    reportBack: reportBack === undefined ? null : clockText(reportBack),
  };
}
