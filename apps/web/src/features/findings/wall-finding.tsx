import type { BoardCard } from '@reportback/domain';
import { Chip } from '../../design/chip.tsx';
import { classes } from '../../design/classes.ts';
import cell from '../board/wall-cell.module.css';
import type { WallLayout } from '../board/wall-layout.ts';
import { type SortedFinding, tablesOf } from './sorting.ts';
import styles from './wall-finding.module.css';

/** One finding on the wall: its number, the tables that raised it, its votes, and its name, whole at any length. */
export function WallFinding({
  sorted,
  place,
  density,
  mostChips,
  votes,
}: {
  readonly sorted: SortedFinding;
  readonly place: number;
  readonly density: WallLayout['density'];
  /** Where more tables raised it, only their number is told. */
  readonly mostChips: number;
  /** Null while they are not told. */
  readonly votes: number | null;
}) {
  const name = (
    <p data-fit="headline" className={cell.headline}>
      {sorted.finding.name}
    </p>
  );
  const state = votes !== null && (
    <span className={classes(cell.state, cell.ready)}>
      {votes} {votes === 1 ? 'vote' : 'votes'}
    </span>
  );
  if (density === 'sixteenth')
    return (
      <li className={classes(cell.cell, cell.sixteenth)}>
        <span className={styles.place}>{place}</span>
        {name}
        {state}
      </li>
    );
  const tables = tablesOf(sorted);
  return (
    <li className={classes(cell.cell, cell[density])}>
      <p className={cell.head}>
        <span className={styles.place}>{place}</span>
        {tables.length > mostChips ? (
          <span className={cell.state}>{tables.length} tables</span>
        ) : (
          tables.map(({ group, number }: BoardCard) => (
            <Chip key={group} number={number} className={styles.chip} />
          ))
        )}
        {state}
      </p>
      {name}
    </li>
  );
}
