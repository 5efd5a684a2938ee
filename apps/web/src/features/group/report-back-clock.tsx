import type { Session } from '@reportback/domain';
import { nextMoment } from '../../app/next-moment.ts';
import { useNow } from '../../app/use-now.ts';
import { Clock } from '../../design/clock.tsx';
import { timeLeftInWords } from '../../design/clock-face.ts';
import styles from './report-back-clock.module.css';

const words = { start: 'Start', 'report-back': 'Report-back', end: 'End' } as const;

/**
 * The time until what the agenda has next for this session, by the server's clock; nothing where there is
 * nothing to wait for.
 * @param short in words, for phones, where figures alone read as a time of day
 */
export function ReportBackClock({
  session,
  timeZone,
  serverAhead,
  short = false,
}: {
  readonly session: Session;
  readonly timeZone: string;
  readonly serverAhead: number;
  readonly short?: boolean;
}) {
  const now = useNow(serverAhead);
  const next = nextMoment(session, session.phase, now, timeZone);
  if (next === null) return null;
  const left = next.instant - now;
  if (short)
    return (
      <span className={styles.short}>
        {timeLeftInWords(left).replace('minute', 'min').replace('mins', 'min')}
      </span>
    );
  return (
    <span className={styles.clock}>
      <span className={styles.label}>
        {words[next.is]} {left < 0 ? 'was due' : 'in'}
      </span>
      <Clock left={left} />
    </span>
  );
}
