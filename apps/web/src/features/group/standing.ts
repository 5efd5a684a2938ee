import {
  type DocumentAccess,
  documentAccess,
  type GroupId,
  type Session,
  tableAt,
  type WorkshopView,
} from '@reportback/domain';

/** What the visitor may do with a table's document, by what the page knows now. */
export function standing(
  { workshop, me }: WorkshopView,
  group: GroupId,
  { id, phase }: Pick<Session, 'id' | 'phase'>,
): DocumentAccess {
  return documentAccess(
    { role: me.role, seated: me.seat !== null, group: tableAt(me.seat, id) },
    { group, phase, othersReadable: workshop.othersReadable },
  );
}
