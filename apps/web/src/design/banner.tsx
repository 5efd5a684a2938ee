import type { ReactNode } from 'react';
import styles from './banner.module.css';
import { classes } from './classes.ts';

/**
 * A line across the page that stays while something holds: no connection, an example, a frozen session.
 * @param about names the banner for screen readers: “Example”, “Connection”
 * @param tone plain: to know; wait: something waits; bad: something was refused
 * @param isNews whether a screen reader shall say it when it comes
 */
export function Banner({
  about,
  tone = 'plain',
  isNews = false,
  action,
  children,
}: {
  readonly about: string;
  readonly tone?: 'plain' | 'wait' | 'bad';
  readonly isNews?: boolean;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={classes(styles.banner, styles[tone])} aria-label={about}>
      {isNews ? (
        <output className={styles.words}>{children}</output>
      ) : (
        <div className={styles.words}>{children}</div>
      )}
      {action}
    </section>
  );
}
