import type { ReactNode } from 'react';
import styles from './banner.module.css';
import { classes } from './classes.ts';

/**
 * A line across the page that stays while something holds: no connection, an example, a frozen session.
 * @param tone plain: to know; wait: something waits; bad: something was refused
 * @param isNews whether a screen reader shall say it when it comes
 */
export function Banner({
  tone = 'plain',
  isNews = false,
  action,
  children,
}: {
  readonly tone?: 'plain' | 'wait' | 'bad';
  readonly isNews?: boolean;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes(styles.banner, styles[tone])}>
      {isNews ? (
        <output className={styles.words}>{children}</output>
      ) : (
        <div className={styles.words}>{children}</div>
      )}
      {action}
    </div>
  );
}
