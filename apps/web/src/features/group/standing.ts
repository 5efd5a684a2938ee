import {
  type DocumentAccess,
  documentAccess,
  type GroupId,
  type Phase,
  type WorkshopView,
} from '@reportback/domain';

/** What the visitor may do with a table's document, by what the page knows now. */
export function standing(
  { workshop, me }: WorkshopView,
  group: GroupId,
  phase: Phase,
): DocumentAccess {
  return documentAccess(
    { role: me.role, seated: me.seat !== null, group: me.seat?.group ?? null },
    { group, phase, othersReadable: workshop.othersReadable },
  );
}
