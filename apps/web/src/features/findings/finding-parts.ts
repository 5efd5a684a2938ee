import type { LiveSession } from '../../app/live-session.tsx';
import type { PlenaryDesk } from '../../app/use-desk.ts';
import type { Sorted } from './sorting.ts';

/** What both faces of the findings show. */
export interface FindingParts {
  readonly live: LiveSession;
  readonly hand: PlenaryDesk;
  readonly sorted: Sorted;
  readonly maySort: boolean;
}
