import type { Session, SessionId } from '@reportback/domain';
import { Link } from 'wouter';
import { classes } from '../design/classes.ts';
import styles from './session-links.module.css';

/**
 * The sessions of a workshop on one line, to go from one to the other; nothing where there is but one.
 * @param address of the same page for another session
 */
export function SessionLinks({
  sessions,
  now,
  address,
}: {
  readonly sessions: readonly Session[];
  readonly now: SessionId;
  readonly address: (session: SessionId) => string;
}) {
  if (sessions.length < 2) return null;
  return (
    <nav className={styles.sessions} aria-label="Sessions">
      {sessions.map((session) => (
        <Link
          key={session.id}
          href={address(session.id)}
          className={classes(styles.session, session.id === now && styles.now)}
          aria-current={session.id === now ? 'page' : undefined}
          title={session.title}
        >
          {session.start} <span className={styles.title}>{session.title}</span>
        </Link>
      ))}
    </nav>
  );
}
