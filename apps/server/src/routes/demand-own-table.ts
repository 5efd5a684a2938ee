import { documentAccess, type GroupId, sitsIn, tableAt } from '@reportback/domain';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { demandGroup } from './seat.ts';
import type { SessionCall } from './session-call.ts';

/**
 * @param what only the people of a table do: “cite findings in its points”
 * @throws Refusal for somebody who may not write that table's card
 */
export async function demandOwnTable(
  { store }: Pick<Services, 'store'>,
  { asker, workshop, session }: SessionCall,
  group: GroupId,
  what: string,
): Promise<void> {
  await demandGroup(store, workshop, group);
  const access = documentAccess(
    {
      role: asker.link.role,
      seated: asker.seat !== null,
      group: tableAt(asker.seat, session.id),
    },
    { group, phase: session.phase, othersReadable: false, sits: sitsIn(group, session) },
  );
  if (access.is !== 'write') throw new Refusal('no-access', `Only the people of a table ${what}.`);
}
