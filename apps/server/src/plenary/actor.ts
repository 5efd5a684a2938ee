import { type Actor, agendaActor, roles, type Seat, type Workshop } from '@reportback/domain';
import type { Asker } from '../access/gate.ts';

/** How many characters of a pass's hash tell devices apart; too few to lead back to the pass. */
const deviceMark = 12;

/** Who asks, for the steps of a session: the seat, on any device, or else the device. */
export function actorOf({ seat, link, pass }: Asker): Actor {
  return seat?.id ?? `${link.role}-${pass.secretHash.slice(0, deviceMark)}`;
}

/** Whether people are told who wrote what; under any other policy not even the table's history says it. */
export function isNaming({ attribution }: Pick<Workshop, 'attribution'>): boolean {
  return attribution === 'by-name';
}

/** As people are shown who did something: the seat's name, a role, or “agenda”. */
export function actorName(actor: Actor, seats: readonly Seat[]): string {
  if (actor === agendaActor) return actor;
  const seat = seats.find(({ id }) => id === actor);
  if (seat !== undefined) return seat.name;
  // A seat that was deleted leaves no name behind.
  return roles.find((role) => actor.startsWith(`${role}-`)) ?? 'somebody';
}
