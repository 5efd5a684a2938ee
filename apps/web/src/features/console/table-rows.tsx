import type { BoardCard, GroupId } from '@reportback/domain';
import { Link } from 'wouter';
import { stateWord } from '../../app/card-words.ts';
import { TableName } from '../../design/chip.tsx';
import { classes } from '../../design/classes.ts';
import { Unseen } from '../../design/unseen.tsx';
import { Disc } from './card-filling.tsx';
import styles from './table-rows.module.css';

/** The tables in rows, for a wide screen and up to sixteen of them. */
export function TableRows({
  cards,
  address,
  history,
}: {
  readonly cards: readonly BoardCard[];
  readonly address: (group: GroupId) => string;
  readonly history: (group: GroupId) => string;
}) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Table</th>
          <th scope="col">Here</th>
          <th scope="col">Now</th>
          <th scope="col" className={styles.centre}>
            Headline
          </th>
          <th scope="col" className={styles.centre}>
            Points
          </th>
          <th scope="col" className={styles.centre}>
            Ask
          </th>
          <th scope="col">Reporter</th>
          <th scope="col">
            <Unseen>History</Unseen>
          </th>
        </tr>
      </thead>
      <tbody>
        {cards.map((card) => (
          <tr key={card.group}>
            <th scope="row" className={styles.name}>
              <Link href={address(card.group)} className={styles.link}>
                <TableName number={card.number} name={card.name} />
              </Link>
            </th>
            <td>{card.people}</td>
            <td className={classes(card.state === 'ready' && styles.ready)}>
              {card.state === 'empty' ? 'Nothing written' : stateWord(card)}
            </td>
            <td className={styles.centre}>
              <Disc isThere={card.headline !== ''} />
            </td>
            <td className={styles.centre}>
              {card.points.length === 0 ? <Disc isThere={false} /> : card.points.length}
            </td>
            <td className={styles.centre}>
              <Disc isThere={card.ask !== ''} />
            </td>
            <td>{card.reporter ?? <span className={styles.missing}>none yet</span>}</td>
            <td className={styles.end}>
              <Link href={history(card.group)} className={styles.link}>
                Versions
                <Unseen> of Table {card.number}</Unseen>
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
