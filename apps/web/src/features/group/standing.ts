import {
  type DocumentAccess,
  documentAccess,
  type GroupId,
  type Session,
  sitsIn,
  tableAt,
  type WorkshopView,
} from '@reportback/domain';

/** What the visitor may do with a table's document, by what the page knows now. */
export function standing(
  { workshop, me }: WorkshopView,
  group: GroupId,
  session: Pick<Session, 'id' | 'phase' | 'tables'>,
): DocumentAccess {
  return documentAccess(
    { role: me.role, seated: me.seat !== null, group: tableAt(me.seat, session.id) },
    {
      group,
      phase: session.phase,
      othersReadable: workshop.othersReadable,
      sits: sitsIn(group, session),
    },
  );
}
