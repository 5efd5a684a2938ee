import type { FeedSession, SessionId } from '@reportback/domain';
import type { WorkshopFacts } from '../workshops/live-workshops.ts';

/** What followers are told of the session itself; null once it is gone. */
export function feedSession(
  { workshop, sessions }: WorkshopFacts,
  id: SessionId,
): FeedSession | null {
  const session = sessions.find((each) => each.id === id);
  if (session === undefined) return null;
  const { title, phase, reportBack, end } = session;
  return {
    id,
    title,
    workshopTitle: workshop.title,
    disclaimer: workshop.disclaimer,
    phase,
    reportBack,
    end,
  };
}
