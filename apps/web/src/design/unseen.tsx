import type { ReactNode } from 'react';
import styles from './unseen.module.css';

/** Words for screen readers alone, where the eye has a shape, a place or a colour. */
export function Unseen({ children }: { readonly children: ReactNode }) {
  return <span className={styles.unseen}>{children}</span>;
}

/** A live region that says its text once it changes; keep it quiet while people type. */
export function Announce({ children }: { readonly children: string }) {
  return <output className={styles.unseen}>{children}</output>;
}
