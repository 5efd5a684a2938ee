import type { VersionEntry } from '@reportback/domain';
import { Link } from 'wouter';
import { localTime } from '../../app/local-time.ts';
import { classes } from '../../design/classes.ts';
import styles from './version-list.module.css';
import { authorWords, byDay, reasonWords } from './version-words.ts';

/** When, why, and who wrote; the newest first. */
export function VersionList({
  versions,
  shown,
  timeZone,
}: {
  readonly versions: readonly VersionEntry[];
  readonly shown: number | null;
  readonly timeZone: string;
}) {
  return byDay(versions, timeZone).map(({ day, versions: ofDay }) => (
    <section key={day} className={styles.day} aria-label={day}>
      <h2 className={styles.title}>{day}</h2>
      <ul>
        {ofDay.map((version) => (
          <li key={version.id} className={styles.version}>
            <Link
              href={`?version=${version.id}`}
              className={classes(styles.link, version.id === shown && styles.shown)}
              aria-current={version.id === shown ? 'true' : undefined}
            >
              <time className={styles.time} dateTime={new Date(version.at).toISOString()}>
                {localTime(version.at, timeZone).time}
              </time>
              <span className={styles.words}>
                {reasonWords(version.why)}
                <span className={styles.by}>{authorWords(version)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  ));
}
