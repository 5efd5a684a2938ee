import type { Spotlight } from '@reportback/domain';
import { useNow } from '../../app/use-now.ts';
import { classes } from '../../design/classes.ts';
import { clockFace, timeLeftInWords } from '../../design/clock-face.ts';
import styles from './screen-clock.module.css';
import { speakingClock } from './speaking-clock.ts';

/**
 * The speaking group's time for the whole room, with a bar. Over its share it counts on in amber, no larger and
 * no louder than before.
 */
export function ScreenClock({
  spotlight,
  serverAhead,
}: {
  readonly spotlight: Spotlight;
  readonly serverAhead: number;
}) {
  const clock = speakingClock(spotlight, useNow(serverAhead));
  if (clock.is === 'open')
    return (
      <>
        <p className={styles.clock} role="timer">
          <span className={styles.figures}>{clockFace(clock.passed).figures}</span>
          <span className={styles.words}>so far</span>
        </p>
        <div className={styles.bar} />
      </>
    );
  const face = clockFace(clock.left, false, clock.share);
  const passed = Math.min(100, 100 - (100 * clock.left) / clock.share);
  return (
    <>
      <p className={styles.clock} role="timer" aria-label={timeLeftInWords(clock.left)}>
        <span className={classes(styles.figures, face.is !== 'running' && styles[face.is])}>
          {face.figures}
        </span>
        <span className={styles.words}>
          {face.is === 'over' ? 'over' : 'left of'}
          <br />
          {clockFace(clock.share).figures}
        </span>
      </p>
      <div className={styles.bar}>
        <div
          className={classes(styles.passed, face.is === 'over' && styles.full)}
          style={{ width: `${passed}%` }}
        />
      </div>
    </>
  );
}
