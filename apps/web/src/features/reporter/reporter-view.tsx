import { type BoardCard, labelOf, type Spotlight } from '@reportback/domain';
import { noHeadline } from '../../app/card-words.ts';
import type { LiveSession } from '../../app/live-session.tsx';
import { alsoSaidBy, countVoices, voiceWords } from '../../app/spoken-points.ts';
import { useNow } from '../../app/use-now.ts';
import { Chip } from '../../design/chip.tsx';
import { classes } from '../../design/classes.ts';
import { Clock } from '../../design/clock.tsx';
import { clockFace } from '../../design/clock-face.ts';
import { PageTitle } from '../../design/page-title.tsx';
import { speakingClock } from '../presentation/speaking-clock.ts';
import styles from './reporter-view.module.css';

/** The own card in the speaker's hand: large, with the time, the point on the screen, and what others said before. */
export function ReporterView({
  live,
  card,
  spotlight,
}: {
  readonly live: LiveSession;
  readonly card: BoardCard;
  readonly spotlight: Spotlight;
}) {
  const { view, board, feed } = live;
  const { plenary } = board.plenary;
  const template = board.session.cardTemplate;
  const heard = new Set(plenary.presentation.heard);
  const isSpeaker = card.reporter !== null && card.reporter === view.me.seat?.name;
  return (
    <section className={styles.view}>
      <PageTitle className={styles.who}>
        <Chip number={card.number} /> {isSpeaker ? 'You are speaking' : 'Your table is speaking'}
      </PageTitle>
      <OwnTime spotlight={spotlight} serverAhead={feed.serverAhead} />
      <h2 className={styles.headline}>{card.headline === '' ? noHeadline(card) : card.headline}</h2>
      <ol>
        {card.points.map((point, index) => {
          const isNow = index === spotlight.shown - 1;
          const saidBefore = alsoSaidBy(plenary, board.cards, point.id).filter(({ group }) =>
            heard.has(group),
          );
          return (
            <li
              key={point.id}
              aria-current={isNow ? 'step' : undefined}
              className={classes(
                styles.point,
                isNow && styles.now,
                index < spotlight.shown - 1 && styles.said,
              )}
            >
              <span className={styles.place}>{index + 1}</span>
              <div>
                <p className={styles.text}>{point.text}</p>
                {saidBefore.map(({ number }) => (
                  <p key={number} className={styles.note}>
                    <Chip number={number} spoken={false} /> Table {number} said this. Add your
                    difference.
                  </p>
                ))}
                <p className={styles.note}>{voiceWords(countVoices(board.plenary, [point.id]))}</p>
              </div>
            </li>
          );
        })}
      </ol>
      {card.ask !== '' && (
        <div className={styles.more}>
          <h3 className={styles.label}>{labelOf(template, 'ask')}</h3>
          <p className={styles.text}>{card.ask}</p>
        </div>
      )}
      {card.dissent !== '' && (
        <div className={styles.more}>
          <h3 className={styles.label}>{labelOf(template, 'dissent')}</h3>
          <p className={styles.text}>{card.dissent}</p>
        </div>
      )}
    </section>
  );
}

function OwnTime({
  spotlight,
  serverAhead,
}: {
  readonly spotlight: Spotlight;
  readonly serverAhead: number;
}) {
  const clock = speakingClock(spotlight, useNow(serverAhead));
  if (clock.is === 'open')
    return (
      <p className={styles.time}>
        <span className={styles.passed}>{clockFace(clock.passed).figures}</span> so far
      </p>
    );
  const passed = Math.min(100, 100 - (100 * clock.left) / clock.share);
  return (
    <>
      <p className={styles.time}>
        <Clock left={clock.left} whole={clock.share} size="large" />
        {clock.left < 0 ? 'over' : 'left of'} {clockFace(clock.share).figures}
      </p>
      <div className={styles.bar}>
        <div
          className={classes(styles.fill, clock.left < 0 && styles.full)}
          style={{ width: `${passed}%` }}
        />
      </div>
    </>
  );
}
