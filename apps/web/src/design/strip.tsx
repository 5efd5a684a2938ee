import type { ReactNode } from 'react';
import styles from './strip.module.css';

/**
 * A message from the organizer: a strip above the note, never over it. A screen reader hears it once.
 * @param onClose called when it is closed by hand; who shows it also ends it after a while
 */
export function Strip({
  children,
  onClose,
}: {
  readonly children: ReactNode;
  readonly onClose: () => void;
}) {
  return (
    <div className={styles.strip}>
      <output>{children}</output>
      <button type="button" className={styles.close} onClick={onClose}>
        Close
      </button>
    </div>
  );
}
