import type { BoardCard, GroupId } from '@reportback/domain';
import { useMedia } from '../../app/use-media.ts';
import styles from './table-overview.module.css';
import { TableRows } from './table-rows.tsx';
import { TableTiles } from './table-tiles.tsx';

/** Up to here tables have a row each; more stand in columns, so that sixty fit a laptop without scrolling. */
const rowed = 16;

/** Every table of the session: who is there, what it is doing, how full its card is. */
export function TableOverview({
  cards,
  address,
  history,
}: {
  readonly cards: readonly BoardCard[];
  readonly address: (group: GroupId) => string;
  readonly history: (group: GroupId) => string;
}) {
  const isWide = useMedia('(min-width: 900px)');
  const people = cards.reduce((sum, card) => sum + card.people, 0);
  const ready = cards.filter((card) => card.state === 'ready').length;
  return (
    <section className={styles.overview} aria-label="Tables">
      {isWide && cards.length <= rowed ? (
        <TableRows cards={cards} address={address} history={history} />
      ) : (
        <TableTiles cards={cards} address={address} />
      )}
      <p className={styles.sum}>
        {people === 1 ? '1 person' : `${people} people`} at {cards.length} tables now. {ready}{' '}
        ready.
      </p>
    </section>
  );
}
