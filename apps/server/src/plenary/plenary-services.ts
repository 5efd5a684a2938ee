import type { PlenaryStore, WorkshopStore } from '@reportback/domain';
import type { Clock, RoomRegistry } from '@reportback/sync';
import type { BoardSource } from '../board/session-board.ts';
import type { LiveWorkshops } from '../workshops/live-workshops.ts';
import type { Random } from '../workshops/new-workshop.ts';
import { AgendaClock } from './agenda-clock.ts';
import { CardPoints } from './card-points.ts';
import { Halls } from './halls.ts';
import { PhaseMoves } from './phase-moves.ts';

/** What the plenary's routes and boards work with. */
export interface PlenaryServices {
  readonly halls: Halls;
  readonly phases: PhaseMoves;
  readonly agenda: AgendaClock;
  readonly points: CardPoints;
}

/** Puts the plenary's parts together. */
export function plenaryServices(parts: {
  readonly store: WorkshopStore;
  readonly plenaries: PlenaryStore;
  readonly live: LiveWorkshops;
  readonly rooms: RoomRegistry;
  readonly source: BoardSource;
  readonly clock: Clock;
  readonly random: Random;
  readonly failed: (error: unknown) => void;
}): PlenaryServices {
  const halls = new Halls(parts.plenaries);
  const phases = new PhaseMoves({ ...parts, halls });
  return {
    halls,
    phases,
    agenda: new AgendaClock({ ...parts, halls, phases }),
    points: new CardPoints(parts.source, parts.clock),
  };
}
