import type { Session } from '@reportback/domain';
import { type ReactNode, useEffect, useState } from 'react';
import styles from './folded-session.module.css';

/** Where a session stands on the settings page: an address that ends so opens it. */
export function sessionAnchor({ id }: Pick<Session, 'id'>): string {
  return `session-${id}`;
}

/** Opens a session's settings and brings them into view. */
export function revealSession(session: Pick<Session, 'id'>): void {
  const found = document.getElementById(sessionAnchor(session));
  if (!(found instanceof HTMLDetailsElement)) return;
  found.open = true;
  found.scrollIntoView();
}

/**
 * A session's settings, folded to one line until they are wanted. What was typed stays when it is folded again, and the line says so;
 * a search within the page finds what is in it and opens it where the browser can.
 * @param opens whether it is open at first
 */
export function FoldedSession({
  session,
  opens,
  children,
}: {
  readonly session: Session;
  readonly opens: boolean;
  readonly children: ReactNode;
}) {
  const [opensAtFirst] = useState(opens);
  const { id, position, title, start, end } = session;
  useEffect(() => {
    const revealIfNamed = () => {
      if (window.location.hash === `#${sessionAnchor({ id })}`) revealSession({ id });
    };
    revealIfNamed();
    window.addEventListener('hashchange', revealIfNamed);
    return () => window.removeEventListener('hashchange', revealIfNamed);
  }, [id]);
  return (
    <details id={sessionAnchor(session)} className={styles.session} open={opensAtFirst}>
      <summary className={styles.line}>
        <h3 className={styles.name}>
          <span className={styles.number}>Session {position}</span> {title}
        </h3>
        <span className={styles.time}>{end === null ? start : `${start}–${end}`}</span>
        <span className={styles.typed}>Changes to save</span>
      </summary>
      {children}
    </details>
  );
}
