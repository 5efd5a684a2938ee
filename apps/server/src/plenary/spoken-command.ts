import {
  type AskedCommand,
  commandAsked,
  type Group,
  type GroupId,
  type PlenaryCommand,
  plannedPhases,
  type Session,
  type SessionStory,
  timeUntil,
  type Workshop,
} from '@reportback/domain';
import { Refusal } from '../refusal.ts';

/** Where a command is given. */
export interface CommandPlace {
  readonly workshop: Workshop;
  readonly session: Session;
  /** The tables that sit in the session. */
  readonly groups: readonly Group[];
}

/**
 * The command that a request becomes: a group that is put on the screen is given its share of the time that is
 * left by then.
 * @param now milliseconds since 1970
 * @throws Refusal for a table that does not sit in the session
 */
export function spokenCommand(
  asked: AskedCommand,
  place: CommandPlace,
  story: SessionStory,
  now: number,
): PlenaryCommand {
  for (const group of groupsNamed(asked)) demandGroup(place, group);
  const { workshop, session, groups } = place;
  const { clock, plenary } = story;
  const plan = plannedPhases(session, workshop.timeZone, clock);
  const ids = groups.map(({ id }) => id);
  return commandAsked(asked, plenary.presentation, ids, timeUntil(clock, plan, 'amend', now));
}

function groupsNamed(asked: AskedCommand): readonly GroupId[] {
  switch (asked.is) {
    case 'present':
    case 'present-again':
    case 'set-heard':
      return [asked.group];
    case 'set-order':
      return asked.order;
    default:
      return [];
  }
}

function demandGroup({ groups }: CommandPlace, group: GroupId): void {
  if (!groups.some(({ id }) => id === group))
    throw new Refusal('bad-input', 'This session has no such table. Reload the page.');
}
