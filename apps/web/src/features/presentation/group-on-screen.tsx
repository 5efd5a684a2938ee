import {
  type BoardCard,
  groupLabel,
  labelOf,
  type Plenary,
  type Spotlight,
} from '@reportback/domain';
import type { LiveSession } from '../../app/live-session.tsx';
import { alsoSaidBy, countVoices, remarkWords } from '../../app/spoken-points.ts';
import { Chip } from '../../design/chip.tsx';
import { classes } from '../../design/classes.ts';
import styles from './group-on-screen.module.css';
import { ScreenClock } from './screen-clock.tsx';
import { useFitting } from './use-fitting.ts';

/** One group, as large as its words allow: headline, the points shown so far, what the room says to them, its ask. */
export function GroupOnScreen({
  live,
  plenary,
  card,
  spotlight,
}: {
  readonly live: LiveSession;
  readonly plenary: Plenary;
  readonly card: BoardCard;
  readonly spotlight: Spotlight;
}) {
  const { board, feed } = live;
  const template = board.session.cardTemplate;
  const body = useFitting(card, spotlight.shown);
  const isAsking = spotlight.shown > card.points.length;
  return (
    <>
      <header className={styles.head}>
        <Chip number={card.number} className={styles.chip} />
        <div className={styles.who}>
          <h1 className={styles.name}>{card.name === '' ? groupLabel(card) : card.name}</h1>
          <p className={styles.reporter}>
            {card.reporter === null ? 'No reporter named' : `${card.reporter} reports`}
          </p>
        </div>
        <ScreenClock spotlight={spotlight} serverAhead={feed.serverAhead} />
      </header>
      <div ref={body} className={styles.body}>
        <p className={classes(styles.headline, card.headline === '' && styles.none)}>
          {card.headline === '' ? 'No headline' : card.headline}
        </p>
        {card.points.length > 0 && (
          <ol className={styles.points}>
            {card.points.map((point, index) => (
              <li
                key={point.id}
                className={classes(styles.point, index >= spotlight.shown && styles.later)}
                data-last={index === spotlight.shown - 1 || undefined}
              >
                <span className={styles.place}>{index + 1}</span>
                <div className={styles.words}>
                  <p className={styles.text}>{point.text}</p>
                  <SameAs tables={alsoSaidBy(plenary, board.cards, point.id)} />
                </div>
                <Voices counts={countVoices(board.plenary, [point.id])} />
              </li>
            ))}
          </ol>
        )}
        {(card.ask !== '' || card.dissent !== '') && (
          <dl
            className={classes(styles.more, !isAsking && styles.later)}
            data-last={isAsking || undefined}
          >
            {card.ask !== '' && (
              <div className={styles.part}>
                <dt>{labelOf(template, 'ask')}</dt>
                <dd className={styles.text}>{card.ask}</dd>
              </div>
            )}
            {card.dissent !== '' && (
              <div className={styles.part}>
                <dt>{labelOf(template, 'dissent')}</dt>
                <dd className={styles.text}>{card.dissent}</dd>
              </div>
            )}
          </dl>
        )}
      </div>
    </>
  );
}

function SameAs({ tables }: { readonly tables: readonly BoardCard[] }) {
  const [first, ...others] = tables;
  if (first === undefined) return null;
  return (
    <p className={styles.same}>
      {tables.map(({ number }) => (
        <Chip key={number} number={number} spoken={false} />
      ))}
      {others.length === 0
        ? `Same as Table ${first.number}`
        : `Same as Tables ${tables.map(({ number }) => number).join(', ')}`}
    </p>
  );
}

function Voices({ counts }: { readonly counts: ReturnType<typeof countVoices> }) {
  return (
    <div className={styles.voices}>
      {counts.usToo > 0 && (
        <p>
          <b>+{counts.usToo}</b> us too
        </p>
      )}
      {remarkWords(counts).map((words) => (
        <p key={words} className={styles.remarks}>
          {words}
        </p>
      ))}
    </div>
  );
}
