import type { BoardCard } from '@reportback/domain';
import { noHeadline, stateAndPoints, stateWord } from '../../app/card-words.ts';
import { type Turn, turnWords } from '../../app/turn.ts';
import { Chip, TableName } from '../../design/chip.tsx';
import { classes } from '../../design/classes.ts';
import { Unseen } from '../../design/unseen.tsx';
import { ChangeMark, TypingMark } from './change-mark.tsx';
import styles from './wall-cell.module.css';
import type { WallLayout } from './wall-layout.ts';

/** One table on the wall: who, how far, and the headline, whole at any length. */
export function WallCell({
  card,
  density,
  changes,
  turn,
}: {
  readonly card: BoardCard;
  readonly density: WallLayout['density'];
  readonly changes: number | undefined;
  readonly turn: Turn;
}) {
  const isEmpty = card.headline === '';
  const headline = (
    <p data-fit="headline" className={classes(styles.headline, isEmpty && styles.none)}>
      {isEmpty ? absence(card, density) : card.headline}
      {!isEmpty && card.state === 'writing' && <TypingMark changes={changes} />}
    </p>
  );
  return (
    <li
      className={classes(
        styles.cell,
        styles[density],
        isEmpty && styles.empty,
        turn !== null && styles[turn],
      )}
    >
      <ChangeMark changes={changes} />
      {density === 'sixteenth' ? (
        <>
          <Chip number={card.number} className={styles.number} />
          {headline}
          {turn !== null ? (
            <span className={styles.state}>{turnWords(turn)}</span>
          ) : card.state === 'ready' ? (
            <span className={styles.state}>Ready</span>
          ) : (
            <Unseen>{stateWord(card)}</Unseen>
          )}
        </>
      ) : (
        <>
          <p className={styles.head}>
            <TableName number={card.number} name={card.name} className={styles.name} />
            <span
              className={classes(styles.state, (turn ?? card.state) === 'ready' && styles.ready)}
            >
              {turn === null ? stateAndPoints(card) : turnWords(turn)}
            </span>
          </p>
          {headline}
        </>
      )}
    </li>
  );
}

/** Where sixteen tables stand, a name is shown only in the place of a headline. */
function absence(card: BoardCard, density: WallLayout['density']): string {
  return density === 'sixteenth' && card.name !== ''
    ? `${card.name}: ${noHeadline(card).toLowerCase()}`
    : noHeadline(card);
}
