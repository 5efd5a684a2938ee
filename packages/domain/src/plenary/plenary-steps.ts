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

/** The step that “undo” takes back for somebody: the last of their own that is not undone, or null. */
export function stepToUndo(steps: readonly PlenaryStep[], by: Actor): PlenaryStep | null {
  return steps.findLast((step) => !step.undone && step.by === by) ?? null;
}
