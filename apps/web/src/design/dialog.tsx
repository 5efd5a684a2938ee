import { type ReactNode, type RefObject, useId, useLayoutEffect, useRef } from 'react';
import styles from './dialog.module.css';

/**
 * Asks before what cannot be undone, and for nothing else. It is the browser's own modal dialog: focus stays
 * in it, Escape closes it, the focus returns to where it was, and it needs no style that a strict content
 * security policy would refuse.
 * @param actions the buttons, the safe one first: it has the focus when the dialog opens
 * @param returnTo where the focus goes afterwards, when what had it before is gone by then, as a menu's item is
 * @param onClose called on Escape; mount the dialog to open it, unmount it to close it
 */
export function Dialog({
  title,
  actions,
  returnTo,
  onClose,
  children,
}: {
  readonly title: string;
  readonly actions: ReactNode;
  readonly returnTo?: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  // A layout effect ends while the dialog is still in the page; later it could not give the focus back.
  useLayoutEffect(() => {
    const dialog = element.current;
    const next = returnTo?.current;
    dialog?.showModal();
    return () => {
      dialog?.close();
      next?.focus();
    };
  }, [returnTo]);

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
