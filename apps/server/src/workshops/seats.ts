import type { GroupId, Seat, TablesView, WorkshopId, WorkshopStore } from '@reportback/domain';
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

/** Who sits at which table, in the order in which they came. */
export async function tablesOf(store: WorkshopStore, workshop: WorkshopId): Promise<TablesView> {
  const taken = await store.takenSeats(workshop);
  const here = (await store.seats(workshop)).filter(({ id }) => taken.has(id));
  const groups = await store.groups(workshop);
  return {
    tables: groups.map(({ id }) => ({
      group: id,
      people: here.flatMap(({ group, name }) => (group === id ? [name] : [])),
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
