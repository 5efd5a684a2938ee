import type { Session, SessionId, WorkshopId, WorkshopView } from '@reportback/domain';
import { NotFound } from '../../app/error-boundary.tsx';
import { FeedEnded } from '../../app/feed-notice.tsx';
import { useBoard } from '../../app/use-board.ts';
import { useWallChoice } from '../../app/use-wall-choice.ts';
import { WorkshopPage } from '../../app/workshop-page.tsx';
import { Loading } from '../../design/page-message.tsx';
import { BoardSheet } from './board-sheet.tsx';
import { Wall } from './wall.tsx';

/** `/w/:workshop/s/:session/board`: all cards of a session, live, for the wall or for a laptop. */
export default function BoardPage({
  workshop,
  session,
}: {
  readonly workshop: WorkshopId;
  readonly session: SessionId;
}) {
  return (
    <WorkshopPage workshop={workshop}>
      {(view) => {
        const found = view.sessions.find((each) => each.id === session);
        return found === undefined ? (
          <NotFound reason="This workshop has no such session. It may have been removed." />
        ) : (
          <LiveBoard view={view} session={found} />
        );
      }}
    </WorkshopPage>
  );
}

function LiveBoard({ view, session }: { readonly view: WorkshopView; readonly session: Session }) {
  const feed = useBoard(view.workshop.id, session.id);
  const { isWall, aspect, showOnWall } = useWallChoice(view.me.role === 'screen');
  if (feed.is === 'ended') return <FeedEnded because={feed.because} />;
  if (feed.board === null)
    return (
      <Loading>
        {feed.is === 'offline'
          ? 'The server does not answer. We try again by ourselves…'
          : 'Opening the board…'}
      </Loading>
    );
  const { board } = feed;
  return (
    <>
      <title>{`${session.title}: board`}</title>
      {isWall ? (
        <Wall
          view={view}
          feed={feed}
          board={board}
          aspect={aspect}
          onLeave={() => showOnWall(false)}
        />
      ) : (
        <BoardSheet
          view={view}
          session={session}
          feed={feed}
          board={board}
          onWall={() => showOnWall(true)}
        />
      )}
    </>
  );
}
