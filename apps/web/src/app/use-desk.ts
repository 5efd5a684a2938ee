import { type AskedCommand, commandAsked, type Plenary } from '@reportback/domain';
import { useMemo } from 'react';
import type { SessionPlace } from './api.ts';
import type { LiveSession } from './live-session.tsx';
import { useReadable } from './resource.ts';
import { type Foreseen, SessionDesk, withPending } from './session-desk.ts';
import { timeLeft } from './time-left.ts';

const desks = new Map<string, SessionDesk>();

/** The one desk of a session in this page. */
function sessionDesk(place: SessionPlace): SessionDesk {
  const key = `${place.workshop}/${place.session}`;
  const known = desks.get(key);
  if (known) return known;
  const made = new SessionDesk(place);
  desks.set(key, made);
  return made;
}

/** A session's plenary in the hands of somebody who leads it. */
export interface PlenaryDesk {
  /** As told, with the effect of what was asked for and is not told yet. */
  readonly plenary: Plenary;
  readonly give: (command: AskedCommand, said?: string) => void;
  readonly desk: SessionDesk;
  readonly problem: string | null;
  readonly said: string;
}

export function useDesk(live: LiveSession): PlenaryDesk {
  const { view, session, board } = live;
  const desk = sessionDesk({ workshop: view.workshop.id, session: session.id });
  const { pending, problem, said } = useReadable(desk);
  const { plenary: told, step } = board.plenary;
  const plenary = useMemo(
    () => withPending({ plenary: told, step }, pending),
    [told, step, pending],
  );
  return {
    plenary,
    give: (command, words) =>
      desk.give(command, foreseen(command, live, plenary), { plenary: told, step }, words),
    desk,
    problem,
    said,
  };
}

/** What the server will most likely make of a request: it has the last word on the time that a group is given. */
function foreseen(asked: AskedCommand, live: LiveSession, plenary: Plenary): Foreseen {
  const { view, board, feed } = live;
  const at = Date.now() + feed.serverAhead;
  const end = timeLeft(board.session.clock, at, view.workshop.timeZone);
  const left = end?.phase === 'amend' ? end.left : null;
  const groups = board.cards.map(({ group }) => group);
  return { command: commandAsked(asked, plenary.presentation, groups, left), at };
}
