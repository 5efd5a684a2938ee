import type { AgendaItem, Contradiction } from '@reportback/domain';
import { minutesBetween } from '../../app/local-time.ts';
import { classes } from '../../design/classes.ts';
import { Unseen } from '../../design/unseen.tsx';
import { lengthInWords } from './length-in-words.ts';
import { type Choice, ReportBackRow } from './report-back-row.tsx';
import { RowForm } from './row-form.tsx';
import type { Row, RowValues } from './rows.ts';
import styles from './timeline.module.css';

const shortNames: Readonly<Record<Exclude<AgendaItem['kind'], 'breakout'>, string>> = {
  'report-back': 'Report-back',
  break: 'Break',
  plenary: 'Plenary',
  other: '',
};

/** One row: what it says, or its form while it is being corrected; and what it contradicts. */
export function TimelineRow({
  row,
  session,
  tables,
  choice,
  contradictions,
  isOpen,
  onOpen,
  onChange,
  onChoose,
  onRemove,
  onShow,
}: {
  readonly row: Row;
  /** From 1; 0 for what is no session. */
  readonly session: number;
  readonly tables: number;
  readonly choice: Choice | null;
  readonly contradictions: readonly Contradiction[];
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onChange: (change: Partial<RowValues>) => void;
  readonly onChoose: (choice: Choice | null) => void;
  readonly onRemove: () => void;
  readonly onShow: (line: number) => void;
}) {
  const { line, kind, start, end, reportBack, title } = row;
  const isSession = kind === 'breakout';
  const worksUntil = isSession ? (reportBack ?? end) : end;
  const hasReport = isSession && reportBack !== null;
  return (
    <li
      className={classes(
        styles.item,
        isSession && styles.breakout,
        kind === 'break' && styles.break,
        contradictions.length > 0 && styles.contradicted,
      )}
    >
      {isOpen ? (
        <RowForm
          row={row}
          onChange={onChange}
          onDone={() => onOpen(false)}
          onRemove={onRemove}
          onShowLine={line === null ? null : () => onShow(line)}
        />
      ) : (
        <button type="button" className={styles.row} onClick={() => onOpen(true)}>
          <span className={styles.time}>{start}</span>
          <span className={styles.title}>{title === '' ? 'No title yet' : title}</span>
          <span className={styles.kind}>
            {kind === 'breakout' ? `Session ${session}` : shortNames[kind]}
          </span>
          <span className={styles.length}>
            {worksUntil === null ? '' : lengthInWords(minutesBetween(start, worksUntil))}
          </span>
          <Unseen>. Correct this row</Unseen>
        </button>
      )}
      {contradictions.map(({ message }) => (
        <p key={message} className={styles.contradiction} role="alert">
          {message}
        </p>
      ))}
      {hasReport && (
        <ReportBackRow
          row={row}
          tables={tables}
          choice={choice}
          onChoose={onChoose}
          onMove={(earlier) => onChange({ reportBack: earlier })}
        />
      )}
    </li>
  );
}
