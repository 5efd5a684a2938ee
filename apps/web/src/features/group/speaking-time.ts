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
