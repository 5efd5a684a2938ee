import {
  beginsUnannounced,
  type ClockCommand,
  clockAfter,
  plannedPhases,
  type Session,
  type SessionDeed,
  type SessionStory,
  type Workshop,
} from '@reportback/domain';
import { Refusal } from '../refusal.ts';

/**
 * A word to a session's clock as a deed.
 * @param now milliseconds since 1970
 * @throws Refusal when taking minutes back would have the agenda move everybody without having said so
 */
export function decideClock(
  { workshop, session }: { readonly workshop: Workshop; readonly session: Session },
  { clock }: Pick<SessionStory, 'clock'>,
  command: ClockCommand,
  now: number,
): SessionDeed {
  if (command.is === 'take-back') {
    const after = clockAfter(clock, command, now);
    const plan = plannedPhases(session, workshop.timeZone, after);
    const sudden = beginsUnannounced(after, plan, session.phase, now);
    if (sudden !== null)
      throw new Refusal(
        'not-now',
        'Without these minutes the agenda would move everybody at once, before they could be told. Move the phase by hand instead.',
      );
  }
  return { is: 'clock', command };
}
