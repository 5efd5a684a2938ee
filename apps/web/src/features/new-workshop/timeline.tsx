import { useState } from 'react';
import { dayInWords } from '../../app/local-time.ts';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import type { Choice } from './report-back-row.tsx';
import {
  type Corrections,
  contradictionsOf,
  type Row,
  type RowDay,
  sessionsOf,
  withNewRow,
  withRow,
} from './rows.ts';
import styles from './timeline.module.css';
import { TimelineRow } from './timeline-row.tsx';

/**
 * The day as it was understood, row by row, each to correct where it stands. Rows can come and go.
 * @param open the key of the row that is being corrected
 * @param onShow called with the number of a line of the text, from 1
 */
export function Timeline({
  days,
  corrections,
  tablesIn,
  choices,
  open,
  onOpen,
  onCorrect,
  onChoose,
  onShow,
}: {
  readonly days: readonly RowDay[];
  readonly corrections: Corrections;
  /** How many tables report back in a session, by the key of its row. */
  readonly tablesIn: (key: string) => number;
  readonly choices: Readonly<Record<string, Choice>>;
  readonly open: string | null;
  readonly onOpen: (key: string | null) => void;
  readonly onCorrect: (corrections: Corrections) => void;
  readonly onChoose: (key: string, choice: Choice | null) => void;
  readonly onShow: (line: number) => void;
}) {
  const sessions = sessionsOf(days).map(({ key }) => key);
  const contradictions = contradictionsOf(days);
  const add = (day: number, rows: readonly Row[], kind: 'breakout' | 'plenary') => {
    const added = withNewRow(corrections, { day, rows, kind });
    onCorrect(added.corrections);
    onOpen(added.key);
  };
  return (
    <>
      {days.map((day, index) => (
        // Days have no identity but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <section key={index} className={styles.day}>
          <DayHeading
            day={day}
            number={days.length === 1 ? null : index + 1}
            onChange={(date) =>
              onCorrect({ ...corrections, dates: { ...corrections.dates, [index]: date } })
            }
          />
          <ol>
            {day.rows.map((row) => (
              <TimelineRow
                key={row.key}
                row={row}
                session={sessions.indexOf(row.key) + 1}
                tables={tablesIn(row.key)}
                choice={choices[row.key] ?? null}
                contradictions={contradictions.get(row.key) ?? []}
                isOpen={row.key === open}
                onOpen={(isOpen) => onOpen(isOpen ? row.key : null)}
                onChange={(change) => onCorrect(withRow(corrections, row.key, change))}
                onChoose={(choice) => onChoose(row.key, choice)}
                onRemove={() => {
                  onOpen(null);
                  onCorrect({ ...corrections, removed: [...corrections.removed, row.key] });
                }}
                onShow={onShow}
              />
            ))}
          </ol>
          <div className={styles.add}>
            <Button kind="text" size="small" onClick={() => add(index, day.rows, 'breakout')}>
              Add a session
            </Button>
            <Button kind="text" size="small" onClick={() => add(index, day.rows, 'plenary')}>
              Add another row
            </Button>
          </div>
        </section>
      ))}
      {corrections.removed.length > 0 && (
        <p className={styles.chosen}>
          {corrections.removed.length === 1 ? '1 row' : `${corrections.removed.length} rows`} taken
          out.{' '}
          <button
            type="button"
            className={styles.again}
            onClick={() => onCorrect({ ...corrections, removed: corrections.removed.slice(0, -1) })}
          >
            Bring the last one back
          </button>
        </p>
      )}
    </>
  );
}

/** The day in words, to set or to change. */
function DayHeading({
  day,
  number,
  onChange,
}: {
  readonly day: RowDay;
  readonly number: number | null;
  readonly onChange: (date: string) => void;
}) {
  const [isChanging, setIsChanging] = useState(false);
  const name = number === null ? 'Day' : `Day ${number}`;
  if (isChanging)
    return (
      <form
        className={styles.date}
        aria-label={name}
        onSubmit={(submitted) => {
          submitted.preventDefault();
          setIsChanging(false);
        }}
      >
        <Field
          label={name}
          type="date"
          value={day.date ?? ''}
          onChange={({ target }) => {
            if (target.value !== '') onChange(target.value);
          }}
        />
        <Button type="submit" size="small">
          Done
        </Button>
      </form>
    );
  return (
    <h3 className={styles.date}>
      {day.date === null ? `${name}: no date yet` : dayInWords(day.date)}{' '}
      <button type="button" className={styles.again} onClick={() => setIsChanging(true)}>
        {day.date === null ? 'Set it' : 'Change'}
      </button>
    </h3>
  );
}
