import styles from './change-mark.module.css';

/**
 * The mark of a change: an edge that shows for a moment and goes. Each change is another element, which
 * begins its animation anew; nothing is kept and nothing is timed.
 * @param changes how often it changed while this page followed; nothing is marked before the first
 */
export function ChangeMark({ changes }: { readonly changes: number | undefined }) {
  return changes === undefined ? null : (
    <span key={changes} className={styles.edge} aria-hidden="true" />
  );
}

/** The same at the end of words that are being typed. */
export function TypingMark({ changes }: { readonly changes: number | undefined }) {
  return changes === undefined ? null : (
    <span key={changes} className={styles.caret} aria-hidden="true" />
  );
}
