import type { Seat } from '@reportback/domain';
import type { Services } from '../services.ts';

/**
 * Erases a person: their seat with all that they said and voted, their devices' way in, and their names where others
 * wrote them into messages, findings and actions, also into those of former steps. What tables wrote into their notes
 * and cards stays; there a person's own edits lead to nobody from now on, in all versions. A record that was frozen is
 * frozen anew without them, and says so.
 */
export async function erasePerson(
  { store, plenary, standings, live }: Pick<Services, 'store' | 'plenary' | 'standings' | 'live'>,
  seat: Seat,
): Promise<void> {
  const { id, workshop, name, citeAs } = seat;
  await store.deleteSeat(id);
  for (const session of await store.sessions(workshop))
    await plenary.halls.with(session.id, (hall) => hall.eraseNames([name, citeAs]));
  await standings.takeOut(seat, 'A person was erased.');
  await live.refresh(workshop);
}
