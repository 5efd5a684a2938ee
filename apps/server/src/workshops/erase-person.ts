import type { Seat } from '@reportback/domain';
import type { Services } from '../services.ts';

/**
 * Erases a person, on the disk when it resolves: their seat with all that they said and voted, their devices' way in, and their names where others
 * wrote them into messages, findings and actions, also into those of former steps. What tables wrote into their notes
 * and cards stays; there a person's own edits lead to nobody from now on, in all versions. A record that was frozen is
 * frozen anew without them, and says so; a server that ends before that goes on with it when it starts.
 */
export async function erasePerson(
  services: Pick<Services, 'store' | 'plenary' | 'standings' | 'erasure' | 'live' | 'durable'>,
  seat: Seat,
): Promise<void> {
  const { store, plenary, standings, erasure, live, durable } = services;
  const { workshop } = seat;
  await standings.takeOut(seat, 'A person was erased.', (person, words) =>
    erasure.erase(person, words),
  );
  for (const session of await store.sessions(workshop))
    await plenary.halls.with(session.id, (hall) => hall.readAgain());
  await live.refresh(workshop);
  await standings.payOwed();
  await durable();
}
