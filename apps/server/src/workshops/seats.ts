import {
  type GroupId,
  type Seat,
  type Session,
  type TablesView,
  tableAt,
  tablesIn,
  type WorkshopId,
  type WorkshopStore,
} from '@reportback/domain';
import { Refusal } from '../refusal.ts';

/** The most seats that a workshop can have, so that a link that leaked cannot fill the disk. */
export const mostSeats = 5_000;

/** @throws Refusal when the workshop has no room for another seat */
export async function demandSpace(store: WorkshopStore, workshop: WorkshopId): Promise<void> {
  if ((await store.seats(workshop)).length >= mostSeats)
    throw new Refusal(
      'not-now',
      `This workshop has ${mostSeats} seats already, its most. Ask the organizers to replace the join link.`,
    );
}

/** Who sits at which table in a session, or for null usually, in the order in which they came. */
export async function tablesOf(
  store: WorkshopStore,
  workshop: WorkshopId,
  session: Session | null,
): Promise<TablesView> {
  const taken = await store.takenSeats(workshop);
  const here = (await store.seats(workshop)).filter(({ id }) => taken.has(id));
  const all = await store.groups(workshop);
  const groups = session === null ? all : tablesIn(all, session);
  return {
    tables: groups.map(({ id }) => ({
      group: id,
      people: here
        .filter((seat) => (session === null ? seat.group : tableAt(seat, session.id)) === id)
        .map(({ name }) => name),
    })),
  };
}

/** A seat that nobody has said anything about. */
export function emptySeat(id: Seat['id'], workshop: WorkshopId, group: GroupId | null): Seat {
  return {
    id,
    workshop,
    name: '',
    affiliation: '',
    country: '',
    citeAs: '',
    consent: false,
    group,
  };
}
