import type { SessionId, SessionMark } from '@reportback/domain';
import type { Database } from 'better-sqlite3';

/** How far a session has come, as of the transaction in which this is asked; null for one that is gone. */
export function sessionMark(database: Database, session: SessionId): SessionMark | null {
  const isThere = database.prepare('SELECT 1 FROM session WHERE id = ?').get(session);
  if (isThere === undefined) return null;
  const lastStep = database
    .prepare<[string], number | null>('SELECT max(number) FROM session_step WHERE session = ?')
    .pluck()
    .get(session);
  const documents = database
    .prepare<[string], { name: string; head_seq: number }>(
      'SELECT name, head_seq FROM document WHERE session = ?',
    )
    .all(session);
  return {
    lastStep: lastStep ?? 0,
    documents: new Map(documents.map(({ name, head_seq }) => [name, head_seq])),
  };
}
