import {
  type AskedCommand,
  fairShare,
  type Group,
  type GroupId,
  type Plenary,
  type PlenaryCommand,
  plannedPhases,
  type Session,
  type SessionStory,
  stillToSpeak,
  timeUntil,
  type Workshop,
} from '@reportback/domain';
import { Refusal } from '../refusal.ts';

/** Where a command is given. */
export interface CommandPlace {
  readonly workshop: Workshop;
  readonly session: Session;
  readonly groups: readonly Group[];
}

/**
 * The command that a request becomes: a group that is put on the screen is given its share of the time that is
 * left by then.
 * @param now milliseconds since 1970
 * @throws Refusal for a table that the workshop does not have
 */
export function spokenCommand(
  asked: AskedCommand,
  place: CommandPlace,
  story: SessionStory,
  now: number,
): PlenaryCommand {
  switch (asked.is) {
    case 'present':
      demandGroup(place, asked.group);
      return { ...asked, share: shareOf(asked.group, place, story, now) };
    case 'set-heard':
      demandGroup(place, asked.group);
      return asked;
    case 'set-order':
      for (const group of asked.order) demandGroup(place, group);
      return asked;
    default:
      return asked;
  }
}

/** How long a group may speak that is put on the screen now; null where nobody knows when it ends. */
function shareOf(
  group: GroupId,
  { workshop, session, groups }: CommandPlace,
  { clock, plenary }: { readonly clock: SessionStory['clock']; readonly plenary: Plenary },
  now: number,
): number | null {
  const plan = plannedPhases(session, workshop.timeZone, clock);
  const left = timeUntil(clock, plan, 'amend', now);
  if (left === null) return null;
  const ids = groups.map(({ id }) => id);
  const speakers = stillToSpeak(plenary.presentation, ids, group);
  return fairShare(left, speakers.length, plenary.presentation.clock);
}

function demandGroup({ groups }: CommandPlace, group: GroupId): void {
  if (!groups.some(({ id }) => id === group))
    throw new Refusal('bad-input', `This workshop has no table “${group}”. Reload the page.`);
}
