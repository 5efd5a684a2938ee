import {
  type Group,
  newId,
  parseGroupId,
  parseLinkId,
  type WorkshopId,
  type WorkshopStore,
} from '@reportback/domain';
import { Refusal } from '../refusal.ts';
import { mostTables, type Random } from './new-workshop.ts';

/**
 * Adds a table to a workshop, numbered after the last, with a link of its own. Its notes are made when
 * somebody opens them.
 * @throws Refusal when there are as many as there can be
 */
export async function addTable(
  { store, random }: { readonly store: WorkshopStore; readonly random: Random },
  workshop: WorkshopId,
  name: string,
): Promise<Group> {
  const groups = await store.groups(workshop);
  if (groups.length >= mostTables)
    throw new Refusal('not-now', `A workshop can have ${mostTables} tables; this one has them.`);
  const number = Math.max(0, ...groups.map((group) => group.number)) + 1;
  const group: Group = { id: parseGroupId(newId(random)), workshop, number, name };
  await store.addGroup(group, {
    id: parseLinkId(newId(random)),
    workshop,
    role: 'participant',
    group: group.id,
    generation: 1,
    revokedAt: null,
  });
  return group;
}
