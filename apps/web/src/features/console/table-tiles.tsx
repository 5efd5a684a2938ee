import type { BoardCard, GroupId } from '@reportback/domain';
import { Link } from 'wouter';
import { stateWord } from '../../app/card-words.ts';
import { TableName } from '../../design/chip.tsx';
import { classes } from '../../design/classes.ts';
import { Boxes, whatItLacks } from './card-filling.tsx';
import styles from './table-tiles.module.css';

/** The tables in as many columns as there is room for: one on a phone, four of fifteen on a laptop. */
export function TableTiles({
  cards,
  address,
}: {
  readonly cards: readonly BoardCard[];
  readonly address: (group: GroupId) => string;
}) {
  return (
    <ul className={classes(styles.tiles, cards.length > 24 && styles.dense)}>
      {cards.map((card) => (
        <li key={card.group} className={styles.tile}>
          <Link href={address(card.group)} className={styles.link}>
            <TableName number={card.number} name={card.name} className={styles.name} />
            <span className={styles.state}>{whatItLacks(card) ?? stateWord(card)}</span>
          </Link>
          <Boxes card={card} />
        </li>
      ))}
    </ul>
  );
}
