import { type GroupId, namedIn, type SessionId, type WorkshopId } from '@reportback/domain';
import { NotFound } from '../../app/error-boundary.tsx';
import { WorkshopPage } from '../../app/workshop-page.tsx';
import { Table } from './table.tsx';

/** `/w/:workshop/s/:session/g/:group`: a group's note and report card, where it spends most of the day. */
export default function TablePage({
  workshop,
  session,
  group,
}: {
  readonly workshop: WorkshopId;
  readonly session: SessionId;
  readonly group: GroupId;
}) {
  return (
    <WorkshopPage workshop={workshop}>
      {(view) => {
        const shown = view.sessions.find(({ id }) => id === session);
        const table = view.groups.find(({ id }) => id === group);
        if (shown === undefined || table === undefined)
          return (
            <NotFound reason="This workshop has no such table. Open it from the list of tables." />
          );
        return (
          <Table
            key={`${session}.${group}`}
            view={view}
            session={shown}
            group={namedIn(table, shown)}
          />
        );
      }}
    </WorkshopPage>
  );
}
