import type { BoardCard, GroupId, Presentation } from '@reportback/domain';
import { useState } from 'react';
import { addresses } from '../../app/addresses.ts';
import { AgendaNews } from '../../app/agenda-news.tsx';
import { FeedNotice } from '../../app/feed-notice.tsx';
import { SessionLinks } from '../../app/session-links.tsx';
import { howManyHeard, turnOf } from '../../app/turn.ts';
import { boardFeed } from '../../app/use-board.ts';
import { WorkshopHeader } from '../../app/workshop-header.tsx';
import { Banner } from '../../design/banner.tsx';
import { Button } from '../../design/button.tsx';
import { classes } from '../../design/classes.ts';
import { PageTitle } from '../../design/page-title.tsx';
import { phaseNames } from '../../design/phase-bar.tsx';
import { byReadiness } from '../console/orders.ts';
import { MessageStrip } from '../plenary-phone/message-strip.tsx';
import { inSpeakingOrder } from '../presentation/presentation-steps.ts';
import styles from './board-sheet.module.css';
import type { BoardView } from './board-view.ts';
import { CardChoice, type Choice } from './card-choice.tsx';
import { inOrder, mentions, passes } from './chosen-cards.ts';
import { SheetCard } from './sheet-card.tsx';

/** The board for a laptop or a phone: every card with its points, ask and dissent. */
export function BoardSheet({
  view,
  session,
  feed,
  board,
  onWall,
}: BoardView & { readonly onWall: () => void }) {
  const { workshop } = view;
  const { presentation } = board.plenary.plenary;
  const heard = howManyHeard(presentation, board.session.phase, board.cards.length);
  const { choice, choose, shown } = useChoice(board.cards, presentation);
  const ready = board.cards.filter((card) => card.state === 'ready').length;
  return (
    <>
      <WorkshopHeader view={view} now="board" shown={session.id} />
      {board.session.disclaimer !== null && (
        <Banner about="Example">
          <b>Example.</b> {board.session.disclaimer}
        </Banner>
      )}
      <FeedNotice feed={feed} onRetry={boardFeed(workshop.id, session.id).retryNow} />
      <AgendaNews clock={board.session.clock} timeZone={workshop.timeZone} />
      <MessageStrip live={{ view, session, feed, board }} />
      <main className={styles.main}>
        <div className={styles.top}>
          <div className={styles.what}>
            <SessionLinks
              sessions={view.sessions}
              now={session.id}
              address={(other) => addresses.board(workshop.id, other)}
            />
            <PageTitle className={styles.title}>{board.session.title}</PageTitle>
            <p className={styles.progress}>
              {phaseNames[board.session.phase]}:{' '}
              {heard ?? `${ready} of ${board.cards.length} tables ready`}
            </p>
          </div>
          <div className={styles.wallButton}>
            <Button onClick={onWall}>Full screen for the room</Button>
          </div>
        </div>
        {session.prompt !== '' && <p className={styles.prompt}>{session.prompt}</p>}
        <CardChoice
          choice={choice}
          cards={board.cards}
          presentation={presentation}
          onChange={choose}
        />
        {shown.length === 0 && (
          <p className={styles.none}>
            No table is like that now.{' '}
            <Button size="small" onClick={() => choose({ filter: 'all', words: '' })}>
              Show all {board.cards.length}
            </Button>
          </p>
        )}
        <ol className={classes(styles.cards, choice.isDense && styles.dense)}>
          {shown.map((card) => (
            <SheetCard
              key={card.group}
              card={card}
              isDense={choice.isDense}
              template={board.session.cardTemplate}
              changes={board.changes.get(card.group)}
              turn={turnOf(presentation, card.group)}
              href={
                view.me.role === 'screen'
                  ? null
                  : addresses.table(workshop.id, session.id, card.group)
              }
            />
          ))}
        </ol>
      </main>
    </>
  );
}

/** An order by readiness is the one of the moment it was chosen: cards must not change places while people read. */
function useChoice(cards: readonly BoardCard[], presentation: Presentation) {
  const [choice, setChoice] = useState<Choice>({
    filter: 'all',
    order: 'table',
    words: '',
    isDense: false,
  });
  const [taken, setTaken] = useState<readonly GroupId[]>([]);
  const choose = (changed: Partial<Choice>) => {
    setChoice({ ...choice, ...changed });
    if (changed.order === 'readiness') setTaken(byReadiness(cards));
  };
  const inChosenOrder = {
    table: () => cards,
    readiness: () => inOrder(cards, taken),
    speaking: () => inSpeakingOrder(presentation, cards),
  }[choice.order]();
  const shown = inChosenOrder.filter(
    (card) => passes(card, choice.filter, presentation) && mentions(card, choice.words),
  );
  return { choice, choose, shown };
}
