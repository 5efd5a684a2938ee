import type { SessionId, WorkshopId } from '@reportback/domain';
import type { Services } from '../services.ts';

/**
 * Deletes a workshop with all that hangs below it, for good, and sends away whoever is in it. All of it is gone from the disk when
 * this resolves; a server that ends before that goes on with it when it starts.
 */
export async function removeWorkshop(
  services: Pick<Services, 'store' | 'live' | 'durable'> & SessionMemory,
  id: WorkshopId,
): Promise<void> {
  const { store, live, durable } = services;
  const sessions = await store.sessions(id);
  await store.deleteWorkshop(id);
  for (const session of sessions) forgetSession(services, session.id);
  await live.refresh(id);
  await store.finishDeletions();
  await durable();
}

/** What keeps things of sessions in memory beyond the moment. */
type SessionMemory = Pick<Services, 'documents' | 'activities' | 'standings' | 'quota'>;

/** Forgets a session that was deleted: nothing of it is to stay until the server ends. */
export function forgetSession(memory: SessionMemory, session: SessionId): void {
  memory.documents.forget(session);
  memory.activities.forget(session);
  memory.standings.forget(session);
  memory.quota.forget(session);
}
