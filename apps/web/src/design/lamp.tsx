import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './lamp.module.css';
import { Unseen } from './unseen.tsx';

/** Where the text of this page is: on the server's disk, on its way, only here, or refused. */
export type LampState = 'saved' | 'saving' | 'local' | 'refused';

const words: Readonly<Record<LampState, string>> = {
  saved: 'Saved',
  saving: 'Saving',
  local: 'Only on this device',
  refused: 'Not accepted',
};

const shapes: Readonly<Record<LampState, ReactNode>> = {
  saved: <circle cx="6" cy="6" r="5" />,
  saving: (
    <>
      <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.5a4.5 4.5 0 0 0 0 9z" />
    </>
  ),
  local: <rect x="1" y="1" width="10" height="10" rx="1" />,
  refused: (
    <path d="M1.5 1.5l9 9m0-9l-9 9" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
  ),
};

/**
 * One word, one shape, one colour; the shape alone is enough.
 * @param said other words than the usual
 * @param bare shows the shape alone; the words are for screen readers
 */
export function Lamp({
  state,
  said = words[state],
  bare = false,
}: {
  readonly state: LampState;
  readonly said?: string;
  readonly bare?: boolean;
}) {
  return (
    <span className={classes(styles.lamp, styles[state])} data-lamp={state}>
      <svg className={styles.shape} viewBox="0 0 12 12" aria-hidden="true">
        {shapes[state]}
      </svg>
      {bare ? <Unseen>{said}</Unseen> : said}
    </span>
  );
}
