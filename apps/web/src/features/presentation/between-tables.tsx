import { type BoardCard, fairShare, groupLabel, type Plenary } from '@reportback/domain';
import { aboutHowLong } from '../../app/about-how-long.ts';
import type { LiveSession } from '../../app/live-session.tsx';
import { timeLeft } from '../../app/time-left.ts';
import { useNow } from '../../app/use-now.ts';
import { Chip } from '../../design/chip.tsx';
import styles from './between-tables.module.css';
import { nextToSpeak } from './presentation-steps.ts';

interface Between {
  readonly live: LiveSession;
  readonly plenary: Plenary;
}

/** The projector while no group is on it: before the first, in a gallery, and after the last. */
export function BetweenTables({ live, plenary }: Between) {
  const { presentation } = plenary;
  if (presentation.mode === 'gallery') return <Gallery live={live} plenary={plenary} />;
  const next = nextToSpeak(presentation, live.board.cards);
  return next === null ? (
    <AllHeard live={live} plenary={plenary} />
  ) : (
    <ComingUp live={live} plenary={plenary} next={next} />
  );
}

function ComingUp({ live, plenary, next }: Between & { readonly next: BoardCard }) {
  const { view, board, feed } = live;
  const { heard, clock } = plenary.presentation;
  const now = useNow(feed.serverAhead);
  const waiting = board.cards.length - heard.length;
  const end = timeLeft(board.session.clock, now, view.workshop.timeZone);
  const share = end !== null && end.phase === 'amend' ? fairShare(end.left, waiting, clock) : null;
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{board.session.title}</h1>
      <p className={styles.next}>
        <Chip number={next.number} className={styles.chip} />
        <span>{next.name === '' ? groupLabel(next) : next.name}</span>
      </p>
      <p className={styles.line}>
        {next.reporter === null ? 'reports' : `${next.reporter} reports`}{' '}
        {heard.length === 0 ? 'first' : 'next'}
      </p>
      <p className={styles.line}>
        {waiting === 1 ? '1 table' : `${waiting} tables`}
        {share !== null && share > 0 && `, ${aboutHowLong(share)} each`}
      </p>
    </div>
  );
}

function Gallery({ live, plenary }: Between) {
  const { board } = live;
  const visited = new Set(
    board.plenary.coverage.filter(({ visitors }) => visitors > 0).map(({ group }) => group),
  );
  const unseen = board.cards.filter(({ group }) => !visited.has(group));
  const seen = board.cards.length - unseen.length;
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{board.session.title}</h1>
      <p className={styles.large}>Walk through the cards on your phone</p>
      <p className={styles.line}>
        Say “us too”, ask, object. {seen} of {board.cards.length} cards have had visitors.
      </p>
      {unseen.length > 0 && seen > 0 && (
        <div className={styles.unseen}>
          <p>Nobody has looked at</p>
          <ul className={styles.chips}>
            {unseen.map(({ group, number }) => (
              <li key={group}>
                <Chip number={number} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {plenary.vote.is === 'open' && <p className={styles.line}>The vote is open, too.</p>}
    </div>
  );
}

function AllHeard({ live, plenary }: Between) {
  const { board } = live;
  const votes = new Map(board.plenary.votes?.map((each) => [each.finding, each.votes]));
  const most = Math.max(1, ...votes.values());
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{board.session.title}</h1>
      {plenary.findings.length === 0 ? (
        <p className={styles.large}>All {board.cards.length} tables have been heard</p>
      ) : (
        <ol className={styles.findings}>
          {plenary.findings.map(({ id, name }, index) => (
            <li key={id} className={styles.finding}>
              <span className={styles.place}>{index + 1}</span>
              <span className={styles.name}>{name}</span>
              {votes.size > 0 && (
                <span className={styles.votes}>
                  <span
                    className={styles.bar}
                    style={{ width: `${(24 * (votes.get(id) ?? 0)) / most}vh` }}
                  />
                  {votes.get(id) ?? 0}
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
      {plenary.vote.is === 'open' && (
        <p className={styles.line}>
          Vote on your phone, {plenary.vote.perSeat} each. {board.plenary.voters} have voted.
        </p>
      )}
    </div>
  );
}
