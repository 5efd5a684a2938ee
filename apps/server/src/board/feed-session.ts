import {
  countdown,
  type FeedSession,
  plannedPhases,
  type SessionId,
  untouchedClock,
} from '@reportback/domain';
import type { WorkshopFacts } from '../workshops/live-workshops.ts';

/**
 * What followers are told of the session itself; null once it is gone.
 * @param now milliseconds since 1970
 */
export function feedSession(
  { workshop, sessions }: WorkshopFacts,
  id: SessionId,
  now: number,
): FeedSession | null {
  const session = sessions.find((each) => each.id === id);
  if (session === undefined) return null;
  const { title, phase, reportBack, end } = session;
  const plan = plannedPhases(session, workshop.timeZone, untouchedClock);
  return {
    id,
    title,
    workshopTitle: workshop.title,
    disclaimer: workshop.disclaimer,
    phase,
    reportBack,
    end,
    clock: {
      follows: false,
      held: false,
      countdown: countdown(untouchedClock, plan, phase, now),
      announced: null,
    },
    messages: [],
  };
}
