import type { Phase, Session } from '@reportback/domain';
import { instantOf, localTime } from './local-time.ts';

/** What a session waits for by its agenda. */
export interface NextMoment {
  readonly is: 'start' | 'report-back' | 'end';
  /** Local, `HH:MM`. */
  readonly time: string;
  /** Milliseconds since 1970; past when the room is late. */
  readonly instant: number;
}

const hour = 3_600_000;

/** A countdown is shown until the room is this late; after that the day went otherwise. */
const lateAtMost = 2 * hour;

/**
 * What the agenda has next for a session in its phase.
 * @param now milliseconds since 1970, the server's
 * @returns null when there is nothing to count down to: the agenda is silent, has it on another day, or had it
 *   long ago
 */
export function nextMoment(
  session: Session,
  phase: Phase,
  now: number,
  timeZone: string,
): NextMoment | null {
  const today = localTime(now, timeZone).date;
  if (session.date !== null && session.date !== today) return null;
  const at = (is: NextMoment['is'], time: string | null): NextMoment | null => {
    if (time === null) return null;
    const instant = instantOf({ date: today, time }, timeZone);
    return now - instant > lateAtMost ? null : { is, time, instant };
  };
  switch (phase) {
    case 'gathering':
      return at('start', session.start);
    case 'discuss':
    case 'distil':
      return at('report-back', session.reportBack) ?? at('end', session.end);
    case 'report-back':
      return at('end', session.end);
    case 'amend':
    case 'frozen':
      return null;
  }
}
