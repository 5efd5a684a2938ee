import { permits } from '@reportback/domain';
import { useState } from 'react';
import { Link } from 'wouter';
import { addresses } from '../../app/addresses.ts';
import type { LiveSession } from '../../app/live-session.tsx';
import { useDesk } from '../../app/use-desk.ts';
import { hasVoice } from '../../app/use-voices.ts';
import { Banner } from '../../design/banner.tsx';
import { Button } from '../../design/button.tsx';
import { PageTitle } from '../../design/page-title.tsx';
import { Announce } from '../../design/unseen.tsx';
import { ActionItems } from './action-items.tsx';
import { Ballot } from './ballot.tsx';
import styles from './findings.module.css';
import { SessionHistory } from './session-history.tsx';
import { sortPoints } from './sorting.ts';
import { SortingBoard } from './sorting-board.tsx';
import { SortingList } from './sorting-list.tsx';
import { VoteControls } from './vote-controls.tsx';

/** The findings of a session: to be sorted by those who lead it, to be read and voted on by the others. */
export function Findings({ live }: { readonly live: LiveSession }) {
  const { view, board } = live;
  const hand = useDesk(live);
  const { plenary, desk, problem, said } = hand;
  const [isList, setIsList] = useState(false);
  const sorted = sortPoints(plenary, board.cards);
  const maySort = permits[view.me.role].facilitate && board.session.phase !== 'frozen';
  const points = board.cards.reduce((sum, card) => sum + card.points.length, 0);
  const parts = { live, hand, sorted, maySort };
  return (
    <main className={styles.main}>
      <div className={styles.head}>
        <PageTitle>Findings</PageTitle>
        <p className={styles.sum}>
          {points} points from {board.cards.length} tables, {sorted.unsorted.length} unsorted
        </p>
        {view.me.role !== 'screen' && (
          <Link href={addresses.plenaryNote(view.workshop.id, live.session.id)}>Plenary note</Link>
        )}
        <VoteControls {...parts} />
        {maySort && (
          <div className={styles.tools}>
            <Button size="small" onClick={() => setIsList(!isList)}>
              {isList ? 'As a board' : 'As a list'}
            </Button>
            <Button size="small" onClick={() => void desk.undo()}>
              Undo
            </Button>
          </div>
        )}
      </div>
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
      {hasVoice(view) && (
        <div className={styles.ballot}>
          <Ballot live={live} />
        </div>
      )}
      {isList ? <SortingList {...parts} /> : <SortingBoard {...parts} />}
      <div className={styles.after}>
        <ActionItems hand={hand} mayChange={maySort} />
        {permits[view.me.role].facilitate && <SessionHistory live={live} hand={hand} />}
      </div>
      <Announce>{said}</Announce>
    </main>
  );
}
