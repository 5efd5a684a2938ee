import type { SessionId, WorkshopId } from '@reportback/domain';
import { addresses } from '../../app/addresses.ts';
import { FeedNotice } from '../../app/feed-notice.tsx';
import { type LiveSession, LiveSessionPage } from '../../app/live-session.tsx';
import { SessionLinks } from '../../app/session-links.tsx';
import { boardFeed } from '../../app/use-board.ts';
import { useWallChoice } from '../../app/use-wall-choice.ts';
import { WorkshopHeader } from '../../app/workshop-header.tsx';
import { Banner } from '../../design/banner.tsx';
import { Findings } from './findings.tsx';
import styles from './findings-page.module.css';
import { WallFindings } from './wall-findings.tsx';

/** `/w/:workshop/s/:session/findings`: what the room makes of the points of all tables, and what it votes for. */
export default function FindingsPage({
  workshop,
  session,
}: {
  readonly workshop: WorkshopId;
  readonly session: SessionId;
}) {
  return (
    <LiveSessionPage workshop={workshop} session={session}>
      {(live) => <FindingsOf live={live} />}
    </LiveSessionPage>
  );
}

function FindingsOf({ live }: { readonly live: LiveSession }) {
  const workshop = live.view.workshop.id;
  const session = live.session.id;
  const { isWall, hasRoom, aspect, showOnWall } = useWallChoice(live.view.me.role === 'screen');
  if (isWall)
    return (
      <>
        <title>{`${live.session.title}: findings`}</title>
        <WallFindings live={live} aspect={aspect} onLeave={() => showOnWall(false)} />
      </>
    );
  return (
    <>
      <title>{`${live.session.title}: findings`}</title>
      <WorkshopHeader view={live.view} now="findings" shown={session} />
      <FeedNotice feed={live.feed} onRetry={boardFeed(workshop, session).retryNow} />
      {live.board.session.disclaimer !== null && (
        <Banner about="Example">
          <b>Example.</b> {live.board.session.disclaimer}
        </Banner>
      )}
      <div className={styles.sessions}>
        <SessionLinks
          sessions={live.view.sessions}
          now={session}
          address={(other) => addresses.findings(workshop, other)}
        />
      </div>
      <Findings key={session} live={live} onWall={hasRoom ? () => showOnWall(true) : null} />
    </>
  );
}
