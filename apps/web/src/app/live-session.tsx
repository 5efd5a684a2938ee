import type { Board, FeedState } from '@reportback/client/board-feed';
import type { Session, SessionId, WorkshopId, WorkshopView } from '@reportback/domain';
import type { ReactNode } from 'react';
import { Loading } from '../design/page-message.tsx';
import { NotFound } from './error-boundary.tsx';
import { FeedEnded } from './feed-notice.tsx';
import { useBoard } from './use-board.ts';
import { WorkshopPage } from './workshop-page.tsx';

/** A session as it is told live, to whoever follows it. */
export interface LiveSession {
  readonly view: WorkshopView;
  readonly session: Session;
  readonly feed: FeedState;
  readonly board: Board;
}

/**
 * A page that follows one session: shows what stands in its place while the session is on its way, gone or
 * not the visitor's, and else what `children` make of it.
 */
export function LiveSessionPage({
  workshop,
  session,
  children,
}: {
  readonly workshop: WorkshopId;
  readonly session: SessionId;
  readonly children: (live: LiveSession) => ReactNode;
}) {
  return (
    <WorkshopPage workshop={workshop}>
      {(view) => {
        const found = view.sessions.find((each) => each.id === session);
        return found === undefined ? (
          <NotFound reason="This workshop has no such session. It may have been removed." />
        ) : (
          <Follow view={view} session={found}>
            {children}
          </Follow>
        );
      }}
    </WorkshopPage>
  );
}

function Follow({
  view,
  session,
  children,
}: {
  readonly view: WorkshopView;
  readonly session: Session;
  readonly children: (live: LiveSession) => ReactNode;
}) {
  const feed = useBoard(view.workshop.id, session.id);
  if (feed.is === 'ended') return <FeedEnded because={feed.because} />;
  if (feed.board === null)
    return (
      <main>
        <Loading>
          {feed.is === 'offline'
            ? 'The server does not answer. We try again by ourselves…'
            : 'Opening the session…'}
        </Loading>
      </main>
    );
  return children({ view, session, feed, board: feed.board });
}
