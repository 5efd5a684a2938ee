import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './dialog.module.css';

/**
 * Asks before what cannot be undone, and for nothing else. It is the browser's own modal dialog: focus stays
 * in it, Escape closes it, the focus returns to where it was, and it needs no style that a strict content
 * security policy would refuse.
 * @param actions the buttons, the safe one first: it has the focus when the dialog opens
 * @param onClose called on Escape; mount the dialog to open it, unmount it to close it
 */
export function Dialog({
  title,
  actions,
  onClose,
  children,
}: {
  readonly title: string;
  readonly actions: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = element.current;
    // A menu whose item led here first gives the focus back to its button; the dialog remembers that one.
    const opening = setTimeout(() => dialog?.showModal());
    return () => {
      clearTimeout(opening);
      dialog?.close();
    };
  }, []);

  return (
    <dialog
      ref={element}
      className={styles.dialog}
      aria-labelledby={titleId}
      onCancel={(cancelled) => {
        cancelled.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      <div className={styles.body}>{children}</div>
      <div className={styles.actions}>{actions}</div>
    </dialog>
  );
}
