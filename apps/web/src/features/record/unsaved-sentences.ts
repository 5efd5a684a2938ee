import {
  type ActivityView,
  type Group,
  groupLabel,
  type Session,
  type TableActivity,
} from '@reportback/domain';
import type { Loadable } from '../../app/answer.ts';
import { notStored, storesWithin, unsavedText } from '../../app/unsaved-text.ts';

/** What happens in a session, as the server answered last. */
export interface AskedSession {
  readonly session: Session;
  readonly activity: Loadable<ActivityView>;
}

/** What a freeze would leave out. */
export interface Unsaved {
  /** What has not come from some device, in sentences. */
  readonly sentences: readonly string[];
  /** The sessions that could not be asked, by their titles. */
  readonly unknown: readonly string[];
}

/** What is known not to have arrived, session by session: one that cannot be asked takes nothing from the others. */
export function unsavedIn(asked: readonly AskedSession[], groups: readonly Group[]): Unsaved {
  const sentences: string[] = [];
  const unknown: string[] = [];
  let isStored = true;
  for (const { session, activity } of asked) {
    if (activity.is === 'loading') continue;
    if (activity.is !== 'answer') {
      unknown.push(session.title);
      continue;
    }
    const { serverTime, tables, plenary, unsavedFor } = activity.value;
    if (unsavedFor > storesWithin) isStored = false;
    const tell = (place: string, what: TableActivity) => {
      for (const { words } of unsavedText(what, serverTime))
        sentences.push(`${session.title}, ${place}: ${words}`);
    };
    for (const table of tables) {
      const group = groups.find(({ id }) => id === table.group);
      tell(group === undefined ? 'a table' : groupLabel(group), table);
    }
    tell('the plenary’s note', plenary);
  }
  // The server stores for all sessions at once.
  return { sentences: isStored ? sentences : [...sentences, notStored], unknown };
}
