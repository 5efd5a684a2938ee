import { classes } from './classes.ts';
import styles from './clock.module.css';
import { clockFace, timeLeftInWords } from './clock-face.ts';

/**
 * A countdown: the last two minutes, or the last quarter of a short one, in blue, over counts up in amber, held is grey.
 * @param left milliseconds; negative once it is over
 * @param whole what it counts down from, milliseconds, where that is known
 * @param size large: the console's and the reporter's
 */
export function Clock({
  left,
  held = false,
  whole,
  size = 'medium',
}: {
  readonly left: number;
  readonly held?: boolean;
  readonly whole?: number;
  readonly size?: 'medium' | 'large';
}) {
  const face = clockFace(left, held, whole);
  return (
    <span
      role="timer"
      aria-label={timeLeftInWords(left)}
      className={classes(styles.clock, styles[face.is], styles[size])}
    >
      {face.figures}
    </span>
  );
}
