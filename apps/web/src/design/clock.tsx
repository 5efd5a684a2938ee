import { classes } from './classes.ts';
import styles from './clock.module.css';
import { clockFace, timeLeftInWords } from './clock-face.ts';

/**
 * A countdown: the last two minutes in blue, over counts up in amber, held is grey.
 * @param left milliseconds; negative once it is over
 * @param size large: the console's and the reporter's
 */
export function Clock({
  left,
  held = false,
  size = 'medium',
}: {
  readonly left: number;
  readonly held?: boolean;
  readonly size?: 'medium' | 'large';
}) {
  const face = clockFace(left, held);
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
