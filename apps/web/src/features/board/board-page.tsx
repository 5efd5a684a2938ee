import type { Session, SessionId, WorkshopId, WorkshopView } from '@reportback/domain';
import { useEffect } from 'react';
import { useSearchParams } from 'wouter';
import { NotFound } from '../../app/error-boundary.tsx';
import { FeedEnded } from '../../app/feed-notice.tsx';
import { useAspect } from '../../app/use-aspect.ts';
import { useBoard } from '../../app/use-board.ts';
import { WorkshopPage } from '../../app/workshop-page.tsx';
import { Loading } from '../../design/page-message.tsx';
import { BoardSheet } from './board-sheet.tsx';
import { Wall } from './wall.tsx';

/** Upright screens are phones: the wall's type, a part of the height, would not leave them a line of words. */
const upright = 1.2;

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
  const aspect = useAspect();
  const { isWall, showOnWall } = useWallChoice(view.me.role === 'screen');
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
      {isWall && aspect >= upright ? (
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

/**
 * Whether this window is the room's wall: kept in the address, so that it survives a reload and can be
 * bookmarked on the projector's laptop. A screen's own link begins there.
 */
function useWallChoice(byDefault: boolean) {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('on');
  const isWall = asked === null ? byDefault : asked === 'wall';
  const showOnWall = (onWall: boolean) => {
    setSearch(onWall ? { on: 'wall' } : byDefault ? { on: 'laptop' } : {}, { replace: true });
    if (!document.fullscreenEnabled) return;
    // Refused without harm where the browser wants to be asked otherwise: the page then fills its window.
    if (onWall) void document.documentElement.requestFullscreen().catch(() => undefined);
    else if (document.fullscreenElement !== null) void document.exitFullscreen();
  };
  useEffect(() => {
    // Escape leaves full screen by itself; who had asked for it here means to leave the wall.
    const left = () => {
      if (document.fullscreenElement === null && !byDefault) setSearch({}, { replace: true });
    };
    document.addEventListener('fullscreenchange', left);
    return () => document.removeEventListener('fullscreenchange', left);
  }, [byDefault, setSearch]);
  return { isWall, showOnWall };
}
