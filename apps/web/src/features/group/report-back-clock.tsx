import type { FeedState } from '@reportback/client/board-feed';
import type { Phase } from '@reportback/domain';
import { timeLeft } from '../../app/time-left.ts';
import { useNow } from '../../app/use-now.ts';
import { Clock } from '../../design/clock.tsx';
import { timeLeftInWords } from '../../design/clock-face.ts';
import styles from './report-back-clock.module.css';

/** What the table waits for, by the phase that begins then. */
const words: Readonly<Record<Phase, string>> = {
  gathering: 'Gathering',
  discuss: 'Start',
  distil: 'Distil',
  'report-back': 'Report-back',
  amend: 'End',
  frozen: 'End',
};

/**
 * The time until the session's next phase, by the server's clock; nothing where there is nothing to wait
 * for, or while the server cannot be asked.
 * @param short in words, for phones, where figures alone read as a time of day
 */
export function ReportBackClock({
  feed,
  timeZone,
  short = false,
}: {
  readonly feed: FeedState;
  readonly timeZone: string;
  readonly short?: boolean;
}) {
  const now = useNow(feed.serverAhead);
  const next = feed.board && timeLeft(feed.board.session.clock, now, timeZone);
  if (!next) return null;
  const { left, isHeld, phase } = next;
  if (short)
    return (
      <span className={styles.short}>
        {isHeld ? 'held' : timeLeftInWords(left).replace(/minutes?/, 'min')}
      </span>
    );
  return (
    <span className={styles.clock}>
      <span className={styles.label}>
        {words[phase]} {left < 0 ? 'was due' : 'in'}
      </span>
      <Clock left={left} held={isHeld} />
    </span>
  );
}
