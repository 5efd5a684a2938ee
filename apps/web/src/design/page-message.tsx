import type { ReactNode } from 'react';
import styles from './page-message.module.css';
import { PageTitle } from './page-title.tsx';

/**
 * What stands where a page's content would be: why it is not there, and what to do next.
 * @param detail a small line for whoever is asked for help
 */
export function PageMessage({
  title,
  actions,
  detail,
  children,
}: {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly detail?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <section className={styles.message}>
      <PageTitle>{title}</PageTitle>
      {children !== undefined && <div className={styles.body}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      {detail !== undefined && <p className={styles.detail}>{detail}</p>}
    </section>
  );
}

/** While something is on its way; quiet at first, because it is usually there within a blink. */
export function Loading({ children }: { readonly children: ReactNode }) {
  return <output className={styles.loading}>{children}</output>;
}

/**
 * An empty place: how to fill it, in the type that it will be filled with.
 * @param hint what else helps, in the app's own voice
 */
export function Empty({
  children,
  hint,
}: {
  readonly children: ReactNode;
  readonly hint?: ReactNode;
}) {
  return (
    <div>
      <p className={styles.empty}>{children}</p>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
    </div>
  );
}

/** What a card lacks: a hollow ring and the word. */
export function Missing({ children }: { readonly children: ReactNode }) {
  return <span className={styles.missing}>{children}</span>;
}
