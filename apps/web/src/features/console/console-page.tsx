import {
  type GroupId,
  parseSessionId,
  permits,
  type Session,
  type WorkshopId,
  type WorkshopView,
} from '@reportback/domain';
import { useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { addresses } from '../../app/addresses.ts';
import { ExpiryBanner } from '../../app/expiry-banner.tsx';
import { FeedEnded, FeedNotice } from '../../app/feed-notice.tsx';
import type { LiveSession } from '../../app/live-session.tsx';
import { SessionLinks } from '../../app/session-links.tsx';
import { ToEntrance } from '../../app/to-entrance.tsx';
import { notStored, storesWithin, unsavedText } from '../../app/unsaved-text.ts';
import { boardFeed, useBoard } from '../../app/use-board.ts';
import { useCurrentSession } from '../../app/use-current-session.ts';
import { useDesk } from '../../app/use-desk.ts';
import { useNow } from '../../app/use-now.ts';
import { WorkshopHeader } from '../../app/workshop-header.tsx';
import { WorkshopPage } from '../../app/workshop-page.tsx';
import { Banner } from '../../design/banner.tsx';
import { Button } from '../../design/button.tsx';
import { Loading, PageMessage } from '../../design/page-message.tsx';
import { Announce } from '../../design/unseen.tsx';
import { Announcement, ClockControls } from './clock-controls.tsx';
import styles from './console-page.module.css';
import { ExampleBanner } from './example-banner.tsx';
import { NeedsYou } from './needs-you.tsx';
import { PresentationRemote } from './presentation-remote.tsx';
import { SessionBar } from './session-bar.tsx';
import { MessageToTables } from './table-message.tsx';
import { type Needy, needsOf } from './table-needs.ts';
import { TableOverview } from './table-overview.tsx';
import { type Tables, useTables } from './use-tables.ts';

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
      <ExpiryBanner view={view} />
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
      {feed.board === null ? (
        <>
          <SessionBar view={view} session={session} feed={feed} />
          <Loading>Asking the tables…</Loading>
        </>
      ) : (
        <Leading live={{ view, session, feed, board: feed.board }} />
      )}
    </main>
  );
}

/** The room as it is now, and what leads it on. */
function Leading({ live }: { readonly live: LiveSession }) {
  const { view, session, feed, board } = live;
  const { timeZone } = view.workshop;
  const hand = useDesk(live);
  const { desk, problem, said } = hand;
  const activities = useTables(view.workshop.id, session.id);
  const now = useNow(feed.serverAhead);
  const [to, setTo] = useState<GroupId | null>(null);
  const message = useRef<HTMLTextAreaElement>(null);
  const { phase, cardTemplate } = board.session;
  const tables = board.cards.map((card) => ({
    card,
    needs: needsOf(card, activities.of.get(card.group), { phase, now }),
  }));
  const address = (group: GroupId) => addresses.table(view.workshop.id, session.id, group);
  const isReporting = board.session.phase === 'report-back' || board.session.phase === 'amend';
  return (
    <>
      <Announcement clock={board.session.clock} desk={desk} timeZone={timeZone} now={now} />
      {problem !== null && (
        <Banner
          about="What you asked for"
          tone="bad"
          isNews
          action={
            <Button size="small" onClick={desk.dismiss}>
              Close
            </Button>
          }
        >
          {problem}
        </Banner>
      )}
      <SessionBar
        view={view}
        session={session}
        feed={feed}
        warning={unsaved(tables, activities, now)}
      >
        {board.session.phase !== 'frozen' && (
          <ClockControls clock={board.session.clock} desk={desk}>
            <Button className={styles.message} onClick={() => message.current?.focus()}>
              Message
            </Button>
          </ClockControls>
        )}
      </SessionBar>
      <div className={styles.columns}>
        {isReporting && (
          <div className={styles.remote}>
            <PresentationRemote live={live} hand={hand} />
          </div>
        )}
        <TableOverview
          tables={tables}
          activities={activities}
          template={cardTemplate}
          now={now}
          address={address}
          history={(group) => addresses.history(view.workshop.id, session.id, group)}
          onTell={(group) => {
            setTo(group);
            message.current?.focus();
          }}
        />
        <div className={styles.side}>
          <NeedsYou tables={tables} address={address} />
          <MessageToTables
            place={{ workshop: view.workshop.id, session: session.id }}
            cards={board.cards}
            messages={board.session.messages}
            desk={desk}
            timeZone={timeZone}
            now={now}
            to={to}
            onTo={setTo}
            text={message}
          />
        </div>
      </div>
      <Announce>{said}</Announce>
    </>
  );
}

/** What is known not to have arrived yet, in sentences. */
function unsaved(
  tables: readonly Needy[],
  { isKnown, plenary, unsavedFor }: Tables,
  now: number,
): readonly string[] {
  const away = tables.flatMap(({ card, needs }) =>
    needs
      .filter(({ is }) => is === 'unsaved' || is === 'refused')
      .map(({ words }) => `${card.name === '' ? `Table ${card.number}` : card.name}: ${words}`),
  );
  return [
    ...away,
    ...unsavedText(plenary, now).map(({ words }) => `The plenary’s note: ${words}`),
    ...(unsavedFor > storesWithin ? [notStored] : []),
    ...(isKnown ? [] : ['What is still on devices could not be asked yet.']),
  ];
}
