import { fairShare } from '../fair-clock.ts';
import type { GroupId } from '../ids.ts';
import { type Presentation, stillToSpeak } from './plenary.ts';
import type { AskedCommand } from './plenary-api.ts';
import type { PlenaryCommand } from './plenary-command.ts';

/**
 * The command that a request becomes: a group that is put on the screen is given its share of the time that is left
 * by then.
 * @param presentation as it is before
 * @param groups all groups of the session
 * @param left until the end of the report-back, in milliseconds; null where nobody knows
 */
export function commandAsked(
  asked: AskedCommand,
  presentation: Presentation,
  groups: readonly GroupId[],
  left: number | null,
): PlenaryCommand {
  if (asked.is !== 'present' && asked.is !== 'present-again') return asked;
  // Whoever is on the screen has not been heard when the room goes back.
  const before = asked.is === 'present' ? presentation : { ...presentation, spotlight: null };
  const speakers = stillToSpeak(before, groups, asked.group);
  const share = left === null ? null : fairShare(left, speakers.length, presentation.clock);
  return { ...asked, share };
}
