import type { LiveSession } from '../../app/live-session.tsx';
import { countVoices, type PointFamily, remarkWords } from '../../app/spoken-points.ts';
import { Chip } from '../../design/chip.tsx';
import styles from './point-words.module.css';
import { idsOf } from './sorting.ts';

/** The words of points that count as one, none of them lost, with their tables and what the room said. */
export function PointWords({
  live,
  family,
}: {
  readonly live: LiveSession;
  readonly family: PointFamily;
}) {
  const { first, others } = family;
  const counts = countVoices(live.board.plenary, idsOf(family));
  // Every table that said it counts, too.
  const support = counts.usToo + others.length;
  return (
    <span className={styles.point}>
      <span className={styles.chips}>
        <Chip number={first.card.number} />
        {others.map(({ id, card }) => (
          <Chip key={id} number={card.number} />
        ))}
      </span>
      <span className={styles.words}>
        {first.text}
        {others.map(({ id, card, text }) => (
          <span key={id} className={styles.other}>
            Table {card.number}: {text}
          </span>
        ))}
      </span>
      <span className={styles.count}>
        {support > 0 && `+${support}`}
        {remarkWords(counts).map((words) => (
          <span key={words} className={styles.remark}>
            {words}
          </span>
        ))}
      </span>
    </span>
  );
}
