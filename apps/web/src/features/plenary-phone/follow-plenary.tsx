import { type BoardCard, permits, tableAt } from '@reportback/domain';
import { addresses } from '../../app/addresses.ts';
import { AgendaNews } from '../../app/agenda-news.tsx';
import { FeedNotice } from '../../app/feed-notice.tsx';
import type { LiveSession } from '../../app/live-session.tsx';
import { boardFeed } from '../../app/use-board.ts';
import { hasVoice, useFetchedVoices } from '../../app/use-voices.ts';
import { Banner } from '../../design/banner.tsx';
import { ButtonLink } from '../../design/button.tsx';
import { PageMessage } from '../../design/page-message.tsx';
import { Announce } from '../../design/unseen.tsx';
import { Ballot } from '../findings/ballot.tsx';
import { nextToSpeak } from '../presentation/presentation-steps.ts';
import { ReporterView } from '../reporter/reporter-view.tsx';
import { CardUp } from './card-up.tsx';
import styles from './follow-plenary.module.css';
import { HeardCards } from './heard-cards.tsx';
import { MessageStrip } from './message-strip.tsx';
import { PlenaryFoot } from './plenary-foot.tsx';

/** What the phone shows of the plenary now, with what its owner may add to it. */
export function FollowPlenary({ live }: { readonly live: LiveSession }) {
  const { view, session, board, feed } = live;
  const { problem } = useFetchedVoices(live);
  const { presentation } = board.plenary.plenary;
  const card = board.cards.find(({ group }) => group === presentation.spotlight?.group);
  const isOwn = card !== undefined && card.group === tableAt(view.me.seat, session.id);
  return (
    <div className={styles.page}>
      <FeedNotice feed={feed} onRetry={boardFeed(view.workshop.id, session.id).retryNow} />
      {board.session.disclaimer !== null && (
        <Banner about="Example">
          <b>Example.</b> {board.session.disclaimer}
        </Banner>
      )}
      <AgendaNews clock={board.session.clock} timeZone={view.workshop.timeZone} />
      <MessageStrip live={live} />
      {permits[view.me.role].sit && !hasVoice(view) && (
        <Banner
          about="Your name"
          action={
            <ButtonLink size="small" href={addresses.join(view.workshop.id)}>
              Say your name
            </ButtonLink>
          }
        >
          Say your name to add something: each person counts once.
        </Banner>
      )}
      {problem !== null && (
        <Banner about="What you added" tone="bad" isNews>
          {problem}
        </Banner>
      )}
      <main className={styles.main}>
        {hasVoice(view) && <Ballot live={live} />}
        {card && presentation.spotlight ? (
          isOwn ? (
            <ReporterView live={live} card={card} spotlight={presentation.spotlight} />
          ) : (
            <CardUp live={live} card={card} spotlight={presentation.spotlight} />
          )
        ) : (
          <Waiting live={live} />
        )}
        <HeardCards live={live} up={card ?? null} />
      </main>
      <PlenaryFoot live={live} />
      <Announce>{card ? `Now: ${nameOf(card)}.` : ''}</Announce>
    </div>
  );
}

function nameOf({ number, name }: BoardCard): string {
  return name === '' ? `Table ${number}` : `Table ${number}, ${name}`;
}

/** While no card is up. */
function Waiting({ live }: { readonly live: LiveSession }) {
  const { view, session, board } = live;
  const { presentation } = board.plenary.plenary;
  const { phase } = board.session;
  const own = board.cards.find(({ group }) => group === tableAt(view.me.seat, session.id));
  const next = nextToSpeak(presentation, board.cards);
  const toOwnTable = own && (
    <ButtonLink href={addresses.table(view.workshop.id, session.id, own.group)}>
      Your table’s note and card
    </ButtonLink>
  );
  const toBoard = (
    <ButtonLink href={addresses.board(view.workshop.id, session.id)}>The board</ButtonLink>
  );
  const actions = (
    <>
      {toOwnTable}
      {toBoard}
    </>
  );
  if (phase === 'gathering' || phase === 'discuss' || phase === 'distil')
    return (
      <PageMessage title="The tables are still writing." actions={actions}>
        <p>This page follows the report-back once it begins. You can leave it open.</p>
      </PageMessage>
    );
  if (presentation.mode === 'gallery')
    return (
      <PageMessage title="Walk through the cards">
        <p>
          Open any card below. Say “us too”, ask a question or object; you can take it back at any
          time.
        </p>
      </PageMessage>
    );
  if (next === null)
    return (
      <PageMessage title="All tables have been heard." actions={actions}>
        <p>You can still add to their points below.</p>
      </PageMessage>
    );
  return (
    <PageMessage title={own?.group === next.group ? 'You are next.' : 'In a moment'}>
      <p>
        {nameOf(next)} is {presentation.heard.length === 0 ? 'the first' : 'next'}
        {next.reporter === null ? '.' : `: ${next.reporter} reports.`}
      </p>
    </PageMessage>
  );
}
