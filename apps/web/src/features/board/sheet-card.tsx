import { type BoardCard, type CardTemplate, labelOf } from '@reportback/domain';
import { Link } from 'wouter';
import { noHeadline, stateWord } from '../../app/card-words.ts';
import { type Turn, turnWords } from '../../app/turn.ts';
import { TableName } from '../../design/chip.tsx';
import { classes } from '../../design/classes.ts';
import { ChangeMark, TypingMark } from './change-mark.tsx';
import styles from './sheet-card.module.css';

/**
 * One table's card with all that it says.
 * @param href of the table's own page; null for who may not go there
 */
export function SheetCard({
  card,
  template,
  isDense,
  changes,
  turn,
  href,
}: {
  readonly card: BoardCard;
  readonly template: CardTemplate;
  /** Headline only. */
  readonly isDense: boolean;
  readonly changes: number | undefined;
  readonly turn: Turn;
  readonly href: string | null;
}) {
  const isEmpty = card.headline === '';
  const name = <TableName number={card.number} name={card.name} />;
  return (
    <li
      className={classes(
        styles.card,
        isEmpty && styles.empty,
        turn === 'speaking' && styles.speaking,
        isDense && styles.dense,
      )}
    >
      <ChangeMark changes={changes} />
      <div className={styles.head}>
        {href === null ? (
          name
        ) : (
          <Link href={href} className={styles.link}>
            {name}
          </Link>
        )}
        <span
          className={classes(
            styles.state,
            (turn !== null || card.state === 'ready') && styles.ready,
          )}
        >
          {turn === null ? stateWord(card) : turnWords(turn)}
        </span>
      </div>
      <h2 className={classes(styles.headline, isEmpty && styles.none)}>
        {isEmpty ? noHeadline(card) : card.headline}
        {!isEmpty && card.state === 'writing' && <TypingMark changes={changes} />}
      </h2>
      {isDense ? null : <Details card={card} template={template} />}
    </li>
  );
}

function Details({
  card,
  template,
}: {
  readonly card: BoardCard;
  readonly template: CardTemplate;
}) {
  return (
    <>
      {card.points.length > 0 && (
        <ol className={styles.points}>
          {card.points.map((point) => (
            <li key={point.id} className={styles.point}>
              {point.text}
            </li>
          ))}
        </ol>
      )}
      {card.ask !== '' && (
        <p className={styles.more}>
          <b>{labelOf(template, 'ask')}</b> {card.ask}
        </p>
      )}
      {card.dissent !== '' && (
        <p className={styles.more}>
          <b>{labelOf(template, 'dissent')}</b> {card.dissent}
        </p>
      )}
      {card.reporter !== null && <p className={styles.reporter}>{card.reporter} reports</p>}
    </>
  );
}
