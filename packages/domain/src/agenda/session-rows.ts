import type { SessionId } from '../ids.ts';
import type { Session } from '../workshop.ts';
import type { AgendaDay, AgendaItem } from './agenda.ts';
import { freeLine, rowAt, withoutRow, withRow } from './agenda-rows.ts';

/**
 * The lines of the rows that sessions stand in: a breakout at the session's time on its day, by its title where several
 * are. A session may stand in none, where the agenda was written by hand.
 */
export function sessionLines(
  days: readonly AgendaDay[],
  sessions: readonly Session[],
): ReadonlyMap<SessionId, number> {
  const lines = new Map<SessionId, number>();
  const taken = new Set<number>();
  // Rows of the same title first, so that no session takes another's.
  for (const alike of [isItsRow, isAtItsTime])
    for (const session of sessions) {
      if (lines.has(session.id)) continue;
      const row = breakouts(days).find(
        ({ date, item }) =>
          !taken.has(item.line) &&
          (date === null || session.date === null || date === session.date) &&
          alike(item, session),
      );
      if (row === undefined) continue;
      taken.add(row.item.line);
      lines.set(session.id, row.item.line);
    }
  return lines;
}

/** An agenda and the sessions that are led by it. */
export interface Programme {
  readonly days: readonly AgendaDay[];
  /** In the order of their positions. */
  readonly sessions: readonly Session[];
}

/**
 * With a session: a new one, or another in place of the one with its id. Its row says the same as the session, with the
 * row in which its tables report back, and the positions follow the order of the rows.
 */
export function withSession({ days, sessions }: Programme, session: Session): Programme {
  const before = sessions.find(({ id }) => id === session.id) ?? null;
  const line = sessionLines(days, sessions).get(session.id) ?? null;
  const { title, start, end, reportBack, date } = session;
  const moved = withReport({ days, sessions }, before, session);
  const row = { line: line ?? freeLine(moved), kind: 'breakout', title, start, end } as const;
  return inOrder(
    withRow(moved, { ...row, reportBack, date }),
    before === null
      ? [...sessions, session]
      : sessions.map((each) => (each.id === session.id ? session : each)),
  );
}

/** Without a session, its row, and the row in which its tables would report back. */
export function withoutSession({ days, sessions }: Programme, session: Session): Programme {
  const line = sessionLines(days, sessions).get(session.id);
  const left = line === undefined ? days : withoutRow(days, line);
  const report = ownReportRow({ days, sessions }, session);
  return inOrder(
    report === null ? left : withoutRow(left, report.line),
    sessions.filter(({ id }) => id !== session.id),
  );
}

/**
 * The row in which a session's tables report back, moved with the session's times. One that other sessions report back in too stays
 * for them; this session then gets one of its own. Where its day has one at that time already, it reports back in that.
 */
function withReport(
  { days, sessions }: Programme,
  before: Session | null,
  { reportBack, end, date }: Session,
): readonly AgendaDay[] {
  const report = before === null ? null : reportRow({ days, sessions }, before);
  if (before === null || report === null) return days;
  const { row, day, isShared } = report;
  if (reportBack === null) return isShared ? days : withoutRow(days, row.line);
  const there = date === null || date === day.date ? day : days.find((each) => each.date === date);
  const atThatTime = there?.items.find(
    ({ kind, start }) => kind === 'report-back' && start === reportBack,
  );
  if (isShared && atThatTime !== undefined) return days;
  if (atThatTime !== undefined && atThatTime !== row) return withoutRow(days, row.line);
  const endsWith = row.end === before.end ? end : row.end;
  const moved = { ...row, start: reportBack, end: endsWith, date };
  if (!isShared) return withRow(days, moved);
  return withRow(days, {
    ...moved,
    line: freeLine(days),
    end: endsWith === null || endsWith > reportBack ? endsWith : end,
    date: date ?? day.date ?? null,
  });
}

/** The row of its own day in which a session's tables report back; null where there is none, or where it is shared. */
function ownReportRow(programme: Programme, session: Session): AgendaItem | null {
  const found = reportRow(programme, session);
  return found === null || found.isShared ? null : found.row;
}

/**
 * The row of its day in which a session's tables report back; null where there is none.
 * @returns also whether another session's tables do so in it too, as after breakouts side by side
 */
function reportRow(
  { days, sessions }: Programme,
  session: Session,
): { readonly row: AgendaItem; readonly day: AgendaDay; readonly isShared: boolean } | null {
  const { reportBack } = session;
  if (reportBack === null) return null;
  const lines = sessionLines(days, sessions);
  const dayOf = ({ id, date }: Session): AgendaDay | undefined => {
    const line = lines.get(id);
    return days.find((day) =>
      line === undefined
        ? date !== null && day.date === date
        : day.items.some((item) => item.line === line),
    );
  };
  const day = dayOf(session);
  const row = day?.items.find(({ kind, start }) => kind === 'report-back' && start === reportBack);
  if (day === undefined || row === undefined) return null;
  const isShared = sessions.some(
    (other) => other.id !== session.id && other.reportBack === reportBack && dayOf(other) === day,
  );
  return { row, day, isShared };
}

/** Positions from 1, in the order of the agenda; whoever stands in no row of it comes where its time is. */
function inOrder(days: readonly AgendaDay[], sessions: readonly Session[]): Programme {
  const lines = sessionLines(days, sessions);
  const order = days.flatMap(({ items }) => items.map(({ line }) => line));
  const placeOf = ({ id }: Session) => {
    const line = lines.get(id);
    return line === undefined || rowAt(days, line) === null ? order.length : order.indexOf(line);
  };
  const sorted = sessions.toSorted(
    (one, other) => placeOf(one) - placeOf(other) || compare(timeOf(one), timeOf(other)),
  );
  return { days, sessions: sorted.map((each, index) => ({ ...each, position: index + 1 })) };
}

function breakouts(days: readonly AgendaDay[]) {
  return days.flatMap(({ date, items }) =>
    items.filter(({ kind }) => kind === 'breakout').map((item) => ({ date: date ?? null, item })),
  );
}

function isItsRow(item: AgendaItem, session: Session): boolean {
  return isAtItsTime(item, session) && item.title === session.title;
}

function isAtItsTime({ start }: AgendaItem, session: Session): boolean {
  return start === session.start;
}

const timeOf = ({ date, start }: Session): string => `${date ?? ''} ${start}`;

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
