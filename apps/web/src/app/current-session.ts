import type { Phase, Session } from '@reportback/domain';
import type { LocalTime } from './local-time.ts';

const underWay: readonly Phase[] = ['discuss', 'distil', 'report-back', 'amend'];

/**
 * The session that people mean when they come in: the last one that a facilitator has begun and not frozen;
 * before that the one that the agenda has now or next today; else the first that is not frozen, else the last.
 * @param sessions in the order of the agenda
 * @param now at the workshop's place
 * @returns null for a workshop without sessions
 */
export function currentSession(sessions: readonly Session[], now: LocalTime): Session | null {
  const begun = sessions.findLast((session) => underWay.includes(session.phase));
  if (begun) return begun;
  const today = sessions.find(
    (session) => session.date === now.date && (session.end === null || session.end > now.time),
  );
  if (today && today.phase !== 'frozen') return today;
  return sessions.find((session) => session.phase !== 'frozen') ?? sessions.at(-1) ?? null;
}
