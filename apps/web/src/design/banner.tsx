import type { ReactNode } from 'react';
import styles from './banner.module.css';
import { classes } from './classes.ts';

/**
 * A line across the page that stays while something holds: no connection, an example, a frozen session.
 * @param tone plain: to know; wait: something waits; bad: something was refused
 */
export function Banner({
  tone = 'plain',
  action,
  children,
}: {
  readonly tone?: 'plain' | 'wait' | 'bad';
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes(styles.banner, styles[tone])}>
      <div className={styles.words}>{children}</div>
      {action}
    </div>
  );
}
