import type { WorkshopId } from '@reportback/domain';
import type { Services } from '../services.ts';

/**
 * Deletes a workshop with all that hangs below it, for good, and sends away whoever is in it. It is one step on the disk, which is
 * there when this resolves.
 */
export async function removeWorkshop(
  services: Pick<Services, 'store' | 'documents' | 'live' | 'durable'>,
  id: WorkshopId,
): Promise<void> {
  const { store, documents, live, durable } = services;
  const sessions = await store.sessions(id);
  await store.deleteWorkshop(id);
  for (const session of sessions) documents.forget(session.id);
  await live.refresh(id);
  await durable();
}
