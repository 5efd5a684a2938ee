import {
  type FeedSession,
  plannedPhases,
  type RecordStanding,
  type Seat,
  type Session,
  type SessionStory,
  type Workshop,
} from '@reportback/domain';
import { actorName, isNaming } from '../plenary/actor.ts';
import { feedClock } from '../plenary/feed-clock.ts';

/**
 * What followers are told of the session itself.
 * @param now milliseconds since 1970
 */
export function feedSession(
  workshop: Workshop,
  session: Session,
  story: Pick<SessionStory, 'clock' | 'movedByAgenda' | 'messages' | 'restorations'>,
  seats: Iterable<Seat>,
  record: RecordStanding,
  now: number,
): FeedSession {
  const { id, title, phase, cardTemplate, reportBack, end } = session;
  const { messages, restorations } = story;
  const plan = plannedPhases(session, workshop.timeZone, story.clock);
  return {
    id,
    title,
    workshopTitle: workshop.title,
    disclaimer: workshop.disclaimer,
    phase,
    cardTemplate,
    reportBack,
    end,
    clock: feedClock(story, plan, phase, now),
    messages,
    restorations: restorations.map((restoration) => ({
      ...restoration,
      by: isNaming(workshop) ? actorName(restoration.by, [...seats]) : null,
    })),
    record,
  };
}
