import type { GroupId } from '@reportback/domain';
import { Link } from 'wouter';
import { Chip } from '../../design/chip.tsx';
import styles from './needs-you.module.css';
import { type Needy, needyFirst } from './table-needs.ts';

/** More than these are in the list of tables too. */
const most = 6;

/** The tables that somebody should look after, the most pressing first. */
export function NeedsYou({
  tables,
  address,
}: {
  readonly tables: readonly Needy[];
  readonly address: (group: GroupId) => string;
}) {
  const all = needyFirst(tables.filter(({ needs }) => needs.length > 0));
  const deserted = all.filter(({ needs: [first] }) => first?.is === 'nobody');
  // Many empty tables are one thing to know, not many.
  const isOneLine = deserted.length > 2;
  const needy = isOneLine ? all.filter((each) => !deserted.includes(each)) : all;
  return (
    <section className={styles.part} aria-labelledby="needs-you">
      <h2 id="needs-you" className={styles.title}>
        Needs you
      </h2>
      {all.length === 0 ? (
        <p className={styles.none}>No table, just now.</p>
      ) : (
        <ul>
          {needy.slice(0, most).map(({ card, needs }) => (
            <li key={card.group} className={styles.table}>
              <Chip number={card.number} />
              <Link className={styles.words} href={address(card.group)}>
                <b>{card.name === '' ? `Table ${card.number}` : card.name}</b>
                {needs[0]?.is === 'unsaved' || needs[0]?.is === 'refused' ? ': ' : ' '}
                {needs[0]?.words}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {isOneLine && (
        <p className={styles.none}>
          {deserted.length} tables have nobody at them:{' '}
          {deserted.map(({ card }) => card.number).join(', ')}.
        </p>
      )}
      {needy.length > most && <p className={styles.none}>And {needy.length - most} more.</p>}
    </section>
  );
}
