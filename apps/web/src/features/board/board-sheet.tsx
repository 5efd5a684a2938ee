import { addresses } from '../../app/addresses.ts';
import { FeedNotice } from '../../app/feed-notice.tsx';
import { SessionLinks } from '../../app/session-links.tsx';
import { howManyHeard, turnOf } from '../../app/turn.ts';
import { boardFeed } from '../../app/use-board.ts';
import { WorkshopHeader } from '../../app/workshop-header.tsx';
import { Banner } from '../../design/banner.tsx';
import { Button } from '../../design/button.tsx';
import { PageTitle } from '../../design/page-title.tsx';
import { phaseNames } from '../../design/phase-bar.tsx';
import styles from './board-sheet.module.css';
import type { BoardView } from './board-view.ts';
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
        <ol className={styles.cards}>
          {board.cards.map((card) => (
            <SheetCard
              key={card.group}
              card={card}
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
