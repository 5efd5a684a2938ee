import type { ReactNode } from 'react';
import { Chip } from './chip.tsx';
import { classes } from './classes.ts';
import styles from './point-row.module.css';

/**
 * One point of a card: its place, its words.
 * @param is linked: its line is under the pointer or caret; changed: by someone else just now; moved:
 *   being dragged
 * @param sameAs the table that said it before
 */
export function PointRow({
  place,
  is = 'rest',
  sameAs,
  children,
}: {
  readonly place: number;
  readonly is?: 'rest' | 'linked' | 'changed' | 'moved';
  readonly sameAs?: number;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes(styles.row, styles[is])}>
      <span className={styles.place}>{place}</span>
      <div>
        {children}
        {sameAs !== undefined && (
          <p className={styles.same}>
            <Chip number={sameAs} spoken={false} /> Same as Table {sameAs}
          </p>
        )}
      </div>
    </div>
  );
}
