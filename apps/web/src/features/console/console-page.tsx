import {
  parseSessionId,
  permits,
  type Session,
  type WorkshopId,
  type WorkshopView,
} from '@reportback/domain';
import { useSearchParams } from 'wouter';
import { addresses } from '../../app/addresses.ts';
import { FeedEnded, FeedNotice } from '../../app/feed-notice.tsx';
import { SessionLinks } from '../../app/session-links.tsx';
import { ToEntrance } from '../../app/to-entrance.tsx';
import { boardFeed, useBoard } from '../../app/use-board.ts';
import { useCurrentSession } from '../../app/use-current-session.ts';
import { WorkshopHeader } from '../../app/workshop-header.tsx';
import { WorkshopPage } from '../../app/workshop-page.tsx';
import { Loading, PageMessage } from '../../design/page-message.tsx';
import styles from './console-page.module.css';
import { ExampleBanner } from './example-banner.tsx';
import { SessionBar } from './session-bar.tsx';
import { TableOverview } from './table-overview.tsx';

/**
 * `/w/:workshop`: the whole room at a glance, for who leads it. Anybody else is led to where their link
 * begins, so that this address can be given to all.
 */
export default function ConsolePage({ workshop }: { readonly workshop: WorkshopId }) {
  return (
    <WorkshopPage workshop={workshop}>
      {(view) =>
        permits[view.me.role].facilitate ? <Console view={view} /> : <ToEntrance view={view} />
      }
    </WorkshopPage>
  );
}

/** The session is kept in the address, so that a reload and a second window show the same. */
function Console({ view }: { readonly view: WorkshopView }) {
  const [search] = useSearchParams();
  const current = useCurrentSession(view);
  const asked = search.get('session');
  const wanted = asked === null ? null : parseSessionId(asked);
  const session = view.sessions.find((each) => each.id === wanted) ?? current;
  return (
    <>
      <title>{`${view.workshop.title}: console`}</title>
      <WorkshopHeader view={view} now="console" shown={session?.id ?? null} />
      <ExampleBanner view={view} />
      {session === null ? (
        <main>
          <PageMessage title="No breakout session yet.">
            <p>The agenda of this workshop has no time for work in small groups.</p>
          </PageMessage>
        </main>
      ) : (
        <LiveConsole key={session.id} view={view} session={session} />
      )}
    </>
  );
}

function LiveConsole({
  view,
  session,
}: {
  readonly view: WorkshopView;
  readonly session: Session;
}) {
  const { workshop } = view;
  const feed = useBoard(workshop.id, session.id);
  if (feed.is === 'ended') return <FeedEnded because={feed.because} />;
  return (
    <main>
      <FeedNotice feed={feed} onRetry={boardFeed(workshop.id, session.id).retryNow} />
      <div className={styles.sessions}>
        <SessionLinks
          sessions={view.sessions}
          now={session.id}
          address={(other) => addresses.console(workshop.id, other)}
        />
      </div>
      <SessionBar view={view} session={session} feed={feed} />
      {feed.board === null ? (
        <Loading>Asking the tables…</Loading>
      ) : (
        <TableOverview
          cards={feed.board.cards}
          address={(group) => addresses.table(workshop.id, session.id, group)}
        />
      )}
    </main>
  );
}
