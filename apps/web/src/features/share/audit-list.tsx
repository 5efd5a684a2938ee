import type { AuditView } from '@reportback/domain';
import { localTime } from '../../app/local-time.ts';
import { type Resource, useReadable } from '../../app/resource.ts';
import styles from './audit-list.module.css';

/** Who did what, the newest first; closed until somebody wants to know. */
export function AuditList({
  of,
  timeZone,
}: {
  readonly of: Resource<AuditView>;
  readonly timeZone: string;
}) {
  const found = useReadable(of);
  if (found.is !== 'answer') return null;
  const { entries } = found.value;
  return (
    <details className={styles.audit}>
      <summary className={styles.title}>
        Who did what{entries.length > 0 && ` (${entries.length})`}
      </summary>
      {entries.length === 0 ? (
        <p className={styles.none}>Nothing has been changed yet.</p>
      ) : (
        <ol className={styles.entries}>
          {entries.map((entry, index) => (
            <Entry key={entries.length - index} entry={entry} timeZone={timeZone} />
          ))}
        </ol>
      )}
    </details>
  );
}

function Entry({
  entry: { at, by, did },
  timeZone,
}: {
  readonly entry: AuditView['entries'][number];
  readonly timeZone: string;
}) {
  const { date, time } = localTime(at, timeZone);
  return (
    <li className={styles.entry}>
      <time className={styles.when} dateTime={new Date(at).toISOString()}>
        {date} {time}
      </time>
      <span>
        <b>{by}</b> {did}
      </span>
    </li>
  );
}
