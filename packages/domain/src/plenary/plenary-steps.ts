import type { Actor } from './actor.ts';
import { type Plenary, untouchedPlenary } from './plenary.ts';
import { type PlenaryCommand, plenaryAfter } from './plenary-command.ts';

/** One command as it was given; the steps of a session are kept for good, undone ones too. */
export interface PlenaryStep {
  /** Its number among all of the session's steps; ascending. */
  readonly number: number;
  readonly command: PlenaryCommand;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Whose undo takes it back. */
  readonly by: Actor;
  readonly undone: boolean;
}

/**
 * The plenary as its steps have left it. An undone step is as if it had never been given: what came after it
 * is applied to a plenary without it, and has no effect where it depended on it.
 */
export function plenaryOf(steps: readonly PlenaryStep[]): Plenary {
  return steps.reduce(
    (plenary, step) => (step.undone ? plenary : plenaryAfter(plenary, step.command, step.at)),
    untouchedPlenary,
  );
}

/**
 * The step that “undo” takes back for somebody: the last of their own that is not undone, or null.
 * @param of only steps of this part; null for any
 */
export function stepToUndo(
  steps: readonly PlenaryStep[],
  by: Actor,
  of: UndoPart | null,
): PlenaryStep | null {
  const isOfPart = ({ command }: PlenaryStep) => of === null || partsOf[command.is].includes(of);
  return steps.findLast((step) => !step.undone && step.by === by && isOfPart(step)) ?? null;
}

/** Where an “undo” stands: it takes back only what is seen there, so that nothing changes out of sight. */
export type UndoPart = 'presentation' | 'findings';

const presentation: readonly UndoPart[] = ['presentation'];
const findings: readonly UndoPart[] = ['findings'];
const partsOf: Readonly<Record<PlenaryCommand['is'], readonly UndoPart[]>> = {
  'set-mode': presentation,
  'set-order': presentation,
  'set-fair-clock': presentation,
  present: presentation,
  'present-again': presentation,
  'show-points': presentation,
  'end-presentation': presentation,
  'set-heard': presentation,
  // Joined while a table speaks, and while the room sorts.
  'join-point': ['presentation', 'findings'],
  'part-point': ['presentation', 'findings'],
  'make-finding': findings,
  'name-finding': findings,
  'state-finding': findings,
  'sort-point': findings,
  'place-finding': findings,
  'order-findings': findings,
  'merge-findings': findings,
  'split-finding': findings,
  'remove-finding': findings,
  'open-vote': findings,
  'close-vote': findings,
  'put-action': findings,
  'remove-action': findings,
  // A table's own words, taken back where they were said.
  'say-done': [],
  'cite-finding': [],
  'part-from-finding': [],
};
