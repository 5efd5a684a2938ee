import { Button } from '../../design/button.tsx';
import { classes } from '../../design/classes.ts';
import { lengthInWords } from './length-in-words.ts';
import type { Row } from './rows.ts';
import { reportBackTime, roomierStart } from './speaking-time.ts';
import styles from './timeline.module.css';

/** What is to become of a report-back that has little time. */
export type Choice = 'gallery' | 'keep';

/** When a session reports back, how long each table has, and the ways out where that is too little. */
export function ReportBackRow({
  row,
  tables,
  choice,
  onChoose,
  onMove,
}: {
  readonly row: Row;
  readonly tables: number;
  readonly choice: Choice | null;
  readonly onChoose: (choice: Choice | null) => void;
  /** Lets it start earlier. */
  readonly onMove: (start: string) => void;
}) {
  const time = reportBackTime(row, tables);
  const isTight = time?.isTight === true && choice === null;
  const roomier = roomierStart(row, tables);
  return (
    <div className={classes(styles.reportBack, isTight && styles.tight)}>
      <p className={styles.line}>
        <span className={styles.time}>{row.reportBack}</span>
        <span className={styles.title}>
          {choice === 'gallery' ? 'Gallery of the cards' : 'Report-back'}
        </span>
        <span className={styles.kind}>
          {time === null || choice === 'gallery' ? '' : `${time.figures} a table`}
        </span>
        <span className={styles.length}>{time === null ? '' : lengthInWords(time.minutes)}</span>
      </p>
      {time !== null && isTight && (
        <div className={styles.advice}>
          <p>
            <b>
              {time.minutes} minutes for {tables} tables.
            </b>{' '}
            With changeovers that is about {time.inWords} a table.
          </p>
          <div className={styles.ways}>
            {roomier !== null && (
              <Button size="small" onClick={() => onMove(roomier)}>
                Start at {roomier}
              </Button>
            )}
            <Button size="small" onClick={() => onChoose('gallery')}>
              Gallery instead of speeches
            </Button>
            <Button size="small" kind="text" onClick={() => onChoose('keep')}>
              Keep it
            </Button>
          </div>
        </div>
      )}
      {time?.isTight === true && choice !== null && (
        <p className={styles.chosen}>
          {choice === 'gallery'
            ? 'Everybody looks at the cards for themselves. '
            : `About ${time.inWords} a table, as decided. `}
          <button type="button" className={styles.again} onClick={() => onChoose(null)}>
            Decide again
          </button>
        </p>
      )}
    </div>
  );
}
