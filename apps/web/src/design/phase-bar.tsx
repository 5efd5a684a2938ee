import { type Phase, phases } from '@reportback/domain';
import { classes } from './classes.ts';
import styles from './phase-bar.module.css';

/** What each phase is called on screen. */
export const phaseNames: Readonly<Record<Phase, string>> = {
  gathering: 'Gathering',
  discuss: 'Discuss',
  distil: 'Distil',
  'report-back': 'Report-back',
  amend: 'Amend',
  frozen: 'Frozen',
};

/**
 * Where a session stands, in words.
 * @param look words: a line of words that fills the height of the page's header, now underlined;
 *   timed: each word under its part of a line, with its time
 * @param times local times, where the agenda has them; shown by the timed look
 */
export function PhaseBar({
  now,
  look = 'words',
  times = {},
}: {
  readonly now: Phase;
  readonly look?: 'words' | 'timed';
  readonly times?: Readonly<Partial<Record<Phase, string>>>;
}) {
  const place = phases.indexOf(now);
  return (
    <ol className={styles[look]} aria-label="Phases of the session">
      {phases.map((phase, index) => (
        <li
          key={phase}
          className={classes(
            styles.phase,
            index < place && styles.done,
            index === place && styles.now,
          )}
          aria-current={index === place ? 'step' : undefined}
        >
          {phaseNames[phase]}
          {look === 'timed' && times[phase] !== undefined && (
            <span className={styles.time}>{times[phase]}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
