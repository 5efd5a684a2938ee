import type { WorkshopId } from '@reportback/domain';
import type { Services } from '../services.ts';

/** Deletes a workshop with all that hangs below it, for good, and sends away whoever is in it. */
export async function removeWorkshop(
  { store, documents, live }: Pick<Services, 'store' | 'documents' | 'live'>,
  id: WorkshopId,
): Promise<void> {
  const sessions = await store.sessions(id);
  await store.deleteWorkshop(id);
  for (const session of sessions) documents.forget(session.id);
  await live.refresh(id);
}
