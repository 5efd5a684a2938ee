import type { AgendaDay, AgendaItem } from './agenda.ts';

/** What rows of an agenda say against each other. */
export interface Contradiction {
  /** The `line` of the row that it is about. */
  readonly line: number;
  /** One sentence: what was found, and what to do. */
  readonly message: string;
  /** No workshop can be made of it: a session would end before it begins. */
  readonly isBlocking: boolean;
}

/**
 * What a day's rows say against themselves and each other: a row that ends before it starts, a report-back outside of
 * its session, rows that overlap. A row that holds those after it is their heading and overlaps nothing.
 */
export function contradictionsIn(days: readonly AgendaDay[]): readonly Contradiction[] {
  return days.flatMap(({ items }) =>
    items.flatMap((item, index) => [
      ...withinItself(item, index === items.length - 1),
      ...withNext(item, items[index + 1]),
    ]),
  );
}

function withinItself(item: AgendaItem, isLast: boolean): readonly Contradiction[] {
  const { line, start, end, title, kind, reportBack } = item;
  const found: Contradiction[] = [];
  const isSession = kind === 'breakout';
  // The last row of a day may go on past midnight; no session does.
  if (end !== null && end <= start && (isSession || !isLast))
    found.push({
      line,
      message: `“${title}” would end at ${end}, before it starts at ${start}. Correct one of the two.`,
      isBlocking: isSession,
    });
  else if (
    isSession &&
    reportBack !== null &&
    (reportBack <= start || (end !== null && reportBack >= end))
  )
    found.push({
      line,
      message: `The report-back at ${reportBack} is not between ${start} and ${end ?? 'the end'} of “${title}”.`,
      isBlocking: true,
    });
  return found;
}

function withNext(item: AgendaItem, next: AgendaItem | undefined): readonly Contradiction[] {
  if (next === undefined || item.kind === 'other') return [];
  if (next.start < item.start)
    return [
      {
        line: next.line,
        message: `“${next.title}” at ${next.start} stands after “${item.title}” at ${item.start}. Correct one of the times.`,
        isBlocking: false,
      },
    ];
  // The row of its own in which a session reports back lies within the session.
  const isItsReport = item.kind === 'breakout' && next.kind === 'report-back';
  if (item.end === null || item.end <= item.start || next.start >= item.end || isItsReport)
    return [];
  return [
    {
      line: next.line,
      message: `“${next.title}” starts at ${next.start}, while “${item.title}” runs until ${item.end}.`,
      isBlocking: false,
    },
  ];
}
