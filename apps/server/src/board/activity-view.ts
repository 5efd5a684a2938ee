import {
  type ActivityView,
  type GroupId,
  plenaryGroup,
  type SessionId,
  type TableActivity,
  tablesIn,
  type WorkshopId,
} from '@reportback/domain';
import type { Services } from '../services.ts';
import { documentName } from '../workshops/group-documents.ts';

/** What happens at the tables of a session, and in the plenary’s note. Whoever was erased is told of as nobody. */
export async function activityView(
  { store, activities, rooms, clock }: Services,
  workshop: WorkshopId,
  session: SessionId,
): Promise<ActivityView> {
  const names = new Map((await store.seats(workshop)).map(({ id, name }) => [id, name]));
  const all = await store.groups(workshop);
  const asked = await store.session(session);
  const groups = asked === null ? all : tablesIn(all, asked);
  const activityOf = (group: GroupId): TableActivity => {
    const { editedAt, here, away, refused } = activities.of(documentName(session, group));
    return {
      group,
      editedAt,
      here: here.flatMap((seat) => names.get(seat) ?? []),
      away: away.flatMap(({ seat, since }) => {
        const name = names.get(seat);
        return name === undefined ? [] : [{ name, since }];
      }),
      refused: refused.flatMap(({ seat, because }) => {
        const name = names.get(seat);
        return name === undefined ? [] : [{ name, because }];
      }),
    };
  };
  return {
    serverTime: clock.wallTime(),
    unsavedFor: rooms.statistics.unsavedFor,
    tables: groups.map(({ id }) => activityOf(id)),
    plenary: activityOf(plenaryGroup),
  };
}
