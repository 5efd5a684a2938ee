import { fairShare, type Session, usualFairClock } from '@reportback/domain';
import { minutesBetween } from '../../app/local-time.ts';

/**
 * How long a table will have in the report-back if every table speaks, in milliseconds; null where the
 * agenda does not say how long the report-back takes.
 * @param tables of the workshop
 */
export function speakingTime(
  { reportBack, end }: Pick<Session, 'reportBack' | 'end'>,
  tables: number,
): number | null {
  if (reportBack === null || end === null) return null;
  return fairShare(minutesBetween(reportBack, end) * 60_000, tables, usualFairClock);
}

/** “about 3 minutes”, “about 70 seconds”: in steps that a speaker can plan with. */
export function aboutHowLong(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 100) return `about ${Math.max(10, Math.round(seconds / 10) * 10)} seconds`;
  const minutes = Math.round(seconds / 30) / 2;
  const half = minutes % 1 === 0 ? '' : '½';
  return `about ${Math.floor(minutes)}${half} minutes`;
}
