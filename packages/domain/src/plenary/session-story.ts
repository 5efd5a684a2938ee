import type { TableMessage } from '../board-feed.ts';
import type { Restoration } from '../history.ts';
import type { CommandId, GroupId } from '../ids.ts';
import type { Phase, PhaseMove } from '../phase.ts';
import {
  type ClockCommand,
  clockAfter,
  type SessionClock,
  untouchedClock,
} from '../session-clock.ts';
import { unreachable } from '../unreachable.ts';
import { type Actor, agendaActor } from './actor.ts';
import { type Plenary, untouchedPlenary } from './plenary.ts';
import { type PlenaryCommand, plenaryAfter } from './plenary-command.ts';
import { type PlenaryStep, plenaryOf } from './plenary-steps.ts';

/** What can be done to a session with authority. */
export type SessionDeed =
  | { readonly is: 'plenary'; readonly command: PlenaryCommand }
  /** The plenary's step of that number counts no longer, or again. */
  | { readonly is: 'undo' | 'redo'; readonly step: number }
  /** To `frozen` locks the documents, out of it unlocks them. */
  | { readonly is: 'phase'; readonly from: Phase; readonly to: Phase }
  | { readonly is: 'clock'; readonly command: ClockCommand }
  /** An empty text takes the message down. */
  | { readonly is: 'message'; readonly text: string; readonly to: GroupId | null }
  /** A table's document was brought back to what it was when that version was kept; milliseconds since 1970. */
  | { readonly is: 'restored'; readonly group: GroupId; readonly version: number }
  /** A table stands by its card, known by its fingerprint; null takes that back. */
  | { readonly is: 'sign-off'; readonly group: GroupId; readonly card: string | null };

/** One deed as it was done. All of a session's steps are kept for good: they are its whole history. */
export interface SessionStep {
  /** From 1, gapless within a session. */
  readonly number: number;
  readonly id: CommandId;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: Actor;
  readonly did: SessionDeed;
}

/** What a session's steps have made of it. */
export interface SessionStory {
  /** The number of the last step; 0 before the first. */
  readonly last: number;
  readonly plenarySteps: readonly PlenaryStep[];
  readonly plenary: Plenary;
  readonly clock: SessionClock;
  readonly messages: readonly TableMessage[];
  /** The last one of each table, oldest first. */
  readonly restorations: readonly (Omit<Restoration, 'by'> & { readonly by: Actor })[];
  /** The last sign-off of each table that did not take it back. */
  readonly signOffs: readonly SignedCard[];
  /** When which phase began, oldest first; what was before the first move is not known. */
  readonly phases: readonly { readonly phase: Phase; readonly at: number }[];
  /** The last move of the phase where the agenda made it; null once a person moved it. */
  readonly movedByAgenda: PhaseMove | null;
}

/** A table's sign-off, and the card that it stands for. */
export interface SignedCard {
  readonly group: GroupId;
  /** The card's fingerprint: another one has been changed since. */
  readonly card: string;
  readonly by: Actor;
  readonly at: number;
}

export const untoldStory: SessionStory = {
  last: 0,
  plenarySteps: [],
  plenary: untouchedPlenary,
  clock: untouchedClock,
  messages: [],
  restorations: [],
  signOffs: [],
  phases: [],
  movedByAgenda: null,
};

/** @param steps all of a session's, ascending */
export function storyOf(steps: readonly SessionStep[]): SessionStory {
  return steps.reduce(storyAfter, untoldStory);
}

export function storyAfter(story: SessionStory, step: SessionStep): SessionStory {
  return { ...story, ...chapter(story, step), last: step.number };
}

function chapter(
  story: SessionStory,
  { number, id, at, by, did }: SessionStep,
): Partial<SessionStory> {
  switch (did.is) {
    case 'plenary': {
      const step: PlenaryStep = { number, command: did.command, at, by, undone: false };
      return {
        plenarySteps: [...story.plenarySteps, step],
        plenary: plenaryAfter(story.plenary, did.command, at),
      };
    }
    case 'undo':
    case 'redo': {
      const undone = did.is === 'undo';
      const plenarySteps = story.plenarySteps.map((step) =>
        step.number === did.step ? { ...step, undone } : step,
      );
      return { plenarySteps, plenary: plenaryOf(plenarySteps) };
    }
    case 'phase': {
      // What a person moved back must not be moved forth at once by a time that has just passed.
      const isRearmed = by !== agendaActor && story.clock.followsSince !== null;
      return {
        phases: [...story.phases, { phase: did.to, at }],
        movedByAgenda: by === agendaActor ? { from: did.from, to: did.to, at } : null,
        ...(isRearmed && { clock: { ...story.clock, followsSince: at } }),
      };
    }
    case 'clock':
      return { clock: clockAfter(story.clock, did.command, at) };
    case 'message': {
      const others = story.messages.filter(({ to }) => to !== did.to);
      const { text, to } = did;
      return { messages: text === '' ? others : [...others, { id, text, at, to }] };
    }
    case 'restored': {
      const others = story.restorations.filter(({ group }) => group !== did.group);
      const { group, version } = did;
      return { restorations: [...others, { id, group, at, by, version }] };
    }
    case 'sign-off': {
      const { group, card } = did;
      const others = story.signOffs.filter((each) => each.group !== group);
      return { signOffs: card === null ? others : [...others, { group, card, by, at }] };
    }
    default:
      return unreachable(did);
  }
}
