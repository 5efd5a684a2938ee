import { fairShare, usualFairClock } from '@reportback/domain';
import { minutesBetween } from '../../app/local-time.ts';
import { later, type Row } from './rows.ts';

const minute = 60_000;
const second = 1000;

/** Below this a table can say its headline and hardly a point. */
const tight = 90 * second;
/** In this a table can say its headline and its points. */
const comfortable = 120 * second;
/** What the tables need to work at all, in minutes. */
const leastWork = 10;

/** How much time each table has in a report-back. */
export interface SpeakingTime {
  readonly figures: string;
  readonly inWords: string;
  readonly isTight: boolean;
}

/**
 * How long each table can speak in a report-back.
 * @param minutes that the agenda gives the report-back
 */
export function speakingTime(minutes: number, tables: number): SpeakingTime | null {
  const share = fairShare(minutes * minute, tables, usualFairClock);
  if (share === null) return null;
  // To five seconds, downwards: nobody plans to the second, and nobody should be promised too much.
  const seconds = Math.floor(share / second / 5) * 5;
  return {
    figures: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
    inWords: seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`,
    isTight: share < tight,
  };
}

/** The time that a session's report-back gives each of its tables; null where its times do not say. */
export function reportBackTime(
  { kind, reportBack, end }: Pick<Row, 'kind' | 'reportBack' | 'end'>,
  tables: number,
): (SpeakingTime & { readonly minutes: number }) | null {
  if (kind !== 'breakout' || reportBack === null || end === null || reportBack >= end) return null;
  const minutes = minutesBetween(reportBack, end);
  const time = speakingTime(minutes, tables);
  return time === null ? null : { ...time, minutes };
}

/**
 * An earlier start, to five minutes, with which every table can say its card; null where it would leave the tables too
 * little time for their work.
 */
export function roomierStart(
  { start, reportBack, end }: Pick<Row, 'start' | 'reportBack' | 'end'>,
  tables: number,
): string | null {
  if (reportBack === null || end === null) return null;
  const needed = ((comfortable + usualFairClock.changeover) * tables) / minute;
  const latest = later(end, -Math.ceil(needed));
  const minutes = Number(latest.slice(3));
  const wanted = later(latest, -(minutes % 5));
  return wanted < reportBack && minutesBetween(start, wanted) >= leastWork && wanted > start
    ? wanted
    : null;
}
