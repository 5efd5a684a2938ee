import type { BoardCard, Spotlight } from '@reportback/domain';
import { noHeadline } from '../../app/card-words.ts';
import type { LiveSession } from '../../app/live-session.tsx';
import { useNow } from '../../app/use-now.ts';
import { TableName } from '../../design/chip.tsx';
import { clockFace } from '../../design/clock-face.ts';
import { PageTitle } from '../../design/page-title.tsx';
import { speakingClock } from '../presentation/speaking-clock.ts';
import styles from './card-up.module.css';
import { CardWords } from './card-words.tsx';

/** The card on the screen, on the phones of those who listen. */
export function CardUp({
  live,
  card,
  spotlight,
}: {
  readonly live: LiveSession;
  readonly card: BoardCard;
  readonly spotlight: Spotlight;
}) {
  return (
    <section className={styles.card}>
      <div className={styles.head}>
        <TableName number={card.number} name={card.name} className={styles.name} />
        <TimeLeft spotlight={spotlight} serverAhead={live.feed.serverAhead} />
      </div>
      <PageTitle className={styles.headline}>
        {card.headline === '' ? noHeadline(card) : card.headline}
      </PageTitle>
      <CardWords live={live} card={card} />
    </section>
  );
}

function TimeLeft({
  spotlight,
  serverAhead,
}: {
  readonly spotlight: Spotlight;
  readonly serverAhead: number;
}) {
  const clock = speakingClock(spotlight, useNow(serverAhead));
  if (clock.is === 'open') return null;
  const { figures, is } = clockFace(clock.left);
  return (
    <span className={styles.left}>{is === 'over' ? `${figures} over` : `${figures} left`}</span>
  );
}
