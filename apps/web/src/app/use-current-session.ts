import type { Session, WorkshopView } from '@reportback/domain';
import { currentSession } from './current-session.ts';
import { localTime } from './local-time.ts';
import { useThisMinute } from './use-now.ts';

/** The session that people mean now; see {@link currentSession}. */
export function useCurrentSession({
  workshop,
  sessions,
}: Pick<WorkshopView, 'workshop' | 'sessions'>): Session | null {
  return currentSession(sessions, localTime(useThisMinute(), workshop.timeZone));
}
