import { type Group, groupLabel, type Session, type WorkshopView } from '@reportback/domain';
import { lazy, Suspense, useEffect } from 'react';
import { Failure } from '../../app/failure.tsx';
import { useReadable } from '../../app/resource.ts';
import { useBoard } from '../../app/use-board.ts';
import { Loading } from '../../design/page-message.tsx';
import { keepOffline } from './keep-offline.ts';
import { OpenTable } from './open-table.tsx';
import { standing } from './standing.ts';
import { doorTo } from './table-door.ts';

// Only for somebody who may not even read.
const NoWayIn = lazy(() => import('./no-way-in.tsx').then((found) => ({ default: found.NoWayIn })));

/** One table in one session: what stands in its place while it is opened, or when it cannot be. */
export function Table({
  view,
  session,
  group,
}: {
  readonly view: WorkshopView;
  readonly session: Session;
  readonly group: Group;
}) {
  const feed = useBoard(view.workshop.id, session.id);
  const door = doorTo(session.id, group.id);
  const state = useReadable(door);
  const isOpen = state.is === 'open';
  useEffect(() => {
    if (isOpen) keepOffline(view);
  }, [isOpen, view]);
  const now = { ...session, phase: feed.board?.session.phase ?? session.phase };
  const access = standing(view, group.id, now);
  const title = <title>{`${groupLabel(group)} · ${session.title}`}</title>;
  if (access.is === 'none')
    return (
      <Suspense fallback={<Loading>Opening {groupLabel(group)}…</Loading>}>
        <NoWayIn view={view} session={session} group={group} because={access.because} />
      </Suspense>
    );
  switch (state.is) {
    case 'opening':
      return (
        <>
          {title}
          <Loading>Opening {groupLabel(group)}…</Loading>
        </>
      );
    case 'silent':
    case 'refused':
      return (
        <main>
          {title}
          <Failure of={state} onRetry={door.open} />
        </main>
      );
    case 'open':
      return (
        <>
          {title}
          <OpenTable
            document={state.document}
            view={view}
            session={now}
            group={group}
            access={access}
            feed={feed}
            onOpenAnew={door.open}
          />
        </>
      );
  }
}
