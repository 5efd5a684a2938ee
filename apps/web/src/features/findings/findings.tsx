import { permits } from '@reportback/domain';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { addresses } from '../../app/addresses.ts';
import type { LiveSession } from '../../app/live-session.tsx';
import { useDesk } from '../../app/use-desk.ts';
import { useMedia } from '../../app/use-media.ts';
import { hasVoice, useFetchedVoices } from '../../app/use-voices.ts';
import { Banner } from '../../design/banner.tsx';
import { Button } from '../../design/button.tsx';
import { Menu, MenuItem } from '../../design/menu.tsx';
import { PageTitle } from '../../design/page-title.tsx';
import { Announce } from '../../design/unseen.tsx';
import { ActionItems } from './action-items.tsx';
import styles from './findings.module.css';
import { SessionHistory } from './session-history.tsx';
import { sortPoints } from './sorting.ts';
import { SortingBoard } from './sorting-board.tsx';
import { SortingList } from './sorting-list.tsx';
import { VoteControls, votesLeft } from './vote-controls.tsx';

/** Where there is little room, what is rare gives way to what is done all the time. */
const narrow = '(max-width: 1100px)';

/** The findings of a session: to be sorted by those who lead it, to be read and voted on by the others. */
export function Findings({
  live,
  onWall,
}: {
  readonly live: LiveSession;
  /** Shows them as large as the room needs; null on a screen that is too narrow for it. */
  readonly onWall: (() => void) | null;
}) {
  const { view, board } = live;
  const hand = useDesk(live);
  const { plenary, desk, problem, said } = hand;
  const votes = useFetchedVoices(live);
  const [isList, setIsList] = useState(false);
  const sorted = sortPoints(plenary, board.cards);
  const maySort = permits[view.me.role].facilitate && board.session.phase !== 'frozen';
  const points = board.cards.reduce((sum, card) => sum + card.points.length, 0);
  const parts = { live, hand, sorted, maySort };
  return (
    <main className={styles.main}>
      <div className={styles.head}>
        <PageTitle className={styles.title}>Findings</PageTitle>
        <p className={styles.sum}>
          {points === 1 ? '1 point' : `${points} points`}
          <span className={styles.roomy}> from {board.cards.length} tables</span>,{' '}
          {sorted.unsorted.length} unsorted
        </p>
        <div className={styles.vote}>
          <VoteControls {...parts} />
        </div>
        <div className={styles.tools}>
          {maySort && (
            <Button size="small" onClick={() => void desk.undo('findings')}>
              Undo
            </Button>
          )}
          <MoreTools
            live={live}
            isList={maySort ? isList : null}
            onList={setIsList}
            onWall={onWall}
          />
        </div>
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
      {votes.problem !== null && (
        <Banner about="Your vote" tone="bad" isNews>
          {votes.problem}
        </Banner>
      )}
      {isList ? <SortingList {...parts} /> : <SortingBoard {...parts} />}
      <div className={styles.after}>
        <ActionItems hand={hand} mayChange={maySort} />
        {permits[view.me.role].facilitate && <SessionHistory live={live} hand={hand} />}
      </div>
      <Announce>{said}</Announce>
      <Announce>
        {plenary.vote.is === 'open' && hasVoice(view) && votes.isLoaded ? votesLeft(votes.own) : ''}
      </Announce>
    </main>
  );
}

/**
 * What is rarer than sorting: side by side where there is room, else in a menu.
 * @param isList null for who does not sort, and has no list to sort in
 */
function MoreTools({
  live: { view, session },
  isList,
  onList,
  onWall,
}: {
  readonly live: LiveSession;
  readonly onWall: (() => void) | null;
  readonly isList: boolean | null;
  readonly onList: (isList: boolean) => void;
}) {
  const [, navigate] = useLocation();
  const leads = view.me.role === 'screen' || permits[view.me.role].facilitate;
  const show = leads ? onWall : null;
  const note =
    view.me.role === 'screen' ? null : addresses.plenaryNote(view.workshop.id, session.id);
  const listWords = isList === true ? 'As a board' : 'As a list';
  const isNarrow = useMedia(narrow);
  if (note === null && isList === null && show === null) return null;
  if (isNarrow)
    return (
      <Menu
        trigger={
          <Button size="small" aria-label="More">
            <Ellipsis size={20} strokeWidth={1.5} aria-hidden="true" />
          </Button>
        }
      >
        {isList !== null && <MenuItem onChoose={() => onList(!isList)}>{listWords}</MenuItem>}
        {show !== null && <MenuItem onChoose={show}>For the room</MenuItem>}
        {note !== null && <MenuItem onChoose={() => navigate(note)}>Plenary note</MenuItem>}
      </Menu>
    );
  return (
    <>
      {isList !== null && (
        <Button size="small" onClick={() => onList(!isList)}>
          {listWords}
        </Button>
      )}
      {show !== null && (
        <Button size="small" onClick={show}>
          For the room
        </Button>
      )}
      {note !== null && <Link href={note}>Plenary note</Link>}
    </>
  );
}
