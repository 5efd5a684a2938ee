import type { GroupId, Session, WorkshopView, WritersView } from '@reportback/domain';
import { api } from './api.ts';
import { Resource } from './resource.ts';

/** Who wrote in a table's note, asked when somebody wants to know. */
export function writersOf(
  { workshop }: WorkshopView,
  { id }: Session,
  group: GroupId,
): Resource<WritersView> {
  return new Resource(() => api.writers({ workshop: workshop.id, session: id, group }));
}
