import type { AgendaProblem } from '@reportback/domain';
import styles from './timeline.module.css';

/** The lines that could not be read, each leading to its place in the text. */
export function UnreadLines({
  problems,
  onShow,
}: {
  readonly problems: readonly AgendaProblem[];
  /** Called with a line number, from 1. */
  readonly onShow: (line: number) => void;
}) {
  if (problems.length === 0) return null;
  return (
    <ul className={styles.problems} aria-label="Lines that could not be read">
      {problems.map((problem) => (
        <li key={`${problem.line} ${problem.message}`} className={styles.problem}>
          <button type="button" className={styles.row} onClick={() => onShow(problem.line)}>
            <b>Line {problem.line}</b> {problem.text.trim()}
          </button>
          <p>{problem.message}</p>
        </li>
      ))}
    </ul>
  );
}
