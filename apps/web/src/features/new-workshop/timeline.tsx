import type { AgendaItem, AgendaView } from '@reportback/domain';
import { dayInWords, minutesBetween } from '../../app/local-time.ts';
import { classes } from '../../design/classes.ts';
import { speakingTime } from './speaking-time.ts';
import styles from './timeline.module.css';

const kindNames: Readonly<Record<Exclude<AgendaItem['kind'], 'breakout'>, string>> = {
  'report-back': 'Report-back',
  break: 'Break',
  plenary: 'Plenary',
  other: '',
};

/**
 * What an agenda was understood as, row by row; choosing a row shows its line in the text.
 * @param onShow called with a line number, from 1
 */
export function Timeline({
  view,
  tables,
  onShow,
}: {
  readonly view: AgendaView;
  readonly tables: number;
  readonly onShow: (line: number) => void;
}) {
  const { agenda, breakouts } = view;
  const sessionOf = (item: AgendaItem) =>
    breakouts.findIndex((each) => each.line === item.line && each.start === item.start) + 1;
  return (
    <>
      {agenda.problems.length > 0 && (
        <ul className={styles.problems} aria-label="Lines that could not be read">
          {agenda.problems.map((problem) => (
            <li key={problem.line} className={styles.problem}>
              <button type="button" className={styles.row} onClick={() => onShow(problem.line)}>
                <b>Line {problem.line}</b> {problem.text.trim()}
              </button>
              <p>{problem.message}</p>
            </li>
          ))}
        </ul>
      )}
      {agenda.days.map((day, index) => (
        <section key={day.date ?? index} className={styles.day}>
          {(day.date !== undefined || agenda.days.length > 1) && (
            <h3 className={styles.date}>
              {day.date === undefined ? `Day ${index + 1}` : dayInWords(day.date)}
            </h3>
          )}
          <ol>
            {day.items.map((item) => (
              <Item
                key={`${item.line} ${item.start}`}
                item={item}
                session={sessionOf(item)}
                tables={tables}
                onShow={onShow}
              />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function Item({
  item,
  session,
  tables,
  onShow,
}: {
  readonly item: AgendaItem;
  /** From 1; 0 for what is no breakout. */
  readonly session: number;
  readonly tables: number;
  readonly onShow: (line: number) => void;
}) {
  const isBreakout = item.kind === 'breakout';
  const worksUntil = isBreakout ? (item.reportBack ?? item.end) : item.end;
  return (
    <li
      className={classes(
        styles.item,
        isBreakout && styles.breakout,
        item.kind === 'break' && styles.break,
      )}
    >
      <button type="button" className={styles.row} onClick={() => onShow(item.line)}>
        <span className={styles.time}>{item.start}</span>
        <span className={styles.title}>{item.title}</span>
        <span className={styles.kind}>
          {item.kind === 'breakout' ? `Session ${session}` : kindNames[item.kind]}
        </span>
        <span className={styles.length}>
          {worksUntil === null ? '' : lengthInWords(minutesBetween(item.start, worksUntil))}
        </span>
      </button>
      {isBreakout && item.reportBack !== null && (
        <ReportBack start={item.reportBack} end={item.end} tables={tables} />
      )}
    </li>
  );
}

function ReportBack({
  start,
  end,
  tables,
}: {
  readonly start: string;
  readonly end: string | null;
  readonly tables: number;
}) {
  const minutes = end === null ? null : minutesBetween(start, end);
  const each = minutes === null ? null : speakingTime(minutes, tables);
  return (
    <div className={classes(styles.reportBack, each?.isTight && styles.tight)}>
      <p className={styles.line}>
        <span className={styles.time}>{start}</span>
        <span className={styles.title}>Report-back</span>
        <span className={styles.kind}>{each === null ? '' : `${each.figures} a table`}</span>
        <span className={styles.length}>{minutes === null ? '' : lengthInWords(minutes)}</span>
      </p>
      {each?.isTight && (
        <p className={styles.advice}>
          <b>
            {minutes} minutes for {tables} tables.
          </b>{' '}
          With changeovers that is about {each.inWords} a table. An earlier start, or fewer tables,
          gives them more.
        </p>
      )}
    </div>
  );
}

function lengthInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}
