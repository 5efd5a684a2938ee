import {
  announcedMove,
  countdown,
  type FeedClock,
  type Phase,
  type PlannedPhase,
  type SessionStory,
} from '@reportback/domain';

/** What followers are told of a session's clock. @param now milliseconds since 1970 */
export function feedClock(
  { clock, movedByAgenda }: Pick<SessionStory, 'clock' | 'movedByAgenda'>,
  plan: readonly PlannedPhase[],
  phase: Phase,
  now: number,
): FeedClock {
  return {
    follows: clock.followsSince !== null,
    held: clock.heldSince !== null,
    added: clock.added,
    countdown: countdown(clock, plan, phase, now),
    announced: announcedMove(clock, plan, phase, now),
    moved: clock.followsSince === null ? null : movedByAgenda,
  };
}
