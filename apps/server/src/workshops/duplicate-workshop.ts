import { newId, parseSessionId, tablesUnderIds, type WorkshopId } from '@reportback/domain';
import { noSuchWorkshop } from '../refusal.ts';
import { type Making, newTables, unusedJoinCode } from './new-workshop.ts';

/**
 * Makes a workshop like another: its agenda, sessions, prompts, tables and settings; nobody's seat and nothing that
 * anybody wrote, with links and a code of its own.
 * @throws Refusal `not-found`
 */
export async function duplicateWorkshop(making: Making, of: WorkshopId): Promise<WorkshopId> {
  const { store, clock, random } = making;
  const template = await store.workshop(of);
  if (template === null) throw noSuchWorkshop(of);
  const sessions = await store.sessions(of);
  const groups = await store.groups(of);
  const names = groups.map(({ name }) => name);
  const tables = newTables(random, groups.length, names);
  const copies = new Map(groups.map(({ id }, index) => [id, tables.groups[index]?.id]));
  await store.create({
    ...tables,
    workshop: {
      ...template,
      id: tables.id,
      title: `${template.title.slice(0, 190)} (copy)`,
      disclaimer: null,
      joinCode: await unusedJoinCode(making),
      createdAt: clock.wallTime(),
    },
    sessions: sessions.map(({ tables: own, ...session }) => ({
      ...session,
      ...tablesUnderIds({ ...(own && { tables: own }) }, (id) => copies.get(id)),
      id: parseSessionId(newId(random)),
      workshop: tables.id,
      phase: 'gathering',
    })),
    seats: [],
  });
  return tables.id;
}
