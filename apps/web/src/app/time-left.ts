import type { FeedClock, Phase } from '@reportback/domain';
import { localTime } from './local-time.ts';

/** What a session's countdown says now. */
export interface TimeLeft {
  /** Milliseconds; negative once it is over. */
  readonly left: number;
  readonly isHeld: boolean;
  /** The phase that begins then. */
  readonly phase: Phase;
  /** When, local to the workshop, `HH:MM`; null while it is held, because nobody knows. */
  readonly time: string | null;
}

/**
 * The countdown of a session as its followers are told it.
 * @param now milliseconds since 1970, the server's
 * @returns null where there is nothing to wait for
 */
export function timeLeft({ countdown }: FeedClock, now: number, timeZone: string): TimeLeft | null {
  switch (countdown.is) {
    case 'running':
      return {
        left: countdown.until - now,
        isHeld: false,
        phase: countdown.phase,
        time: localTime(countdown.until, timeZone).time,
      };
    case 'held':
      return { left: countdown.left, isHeld: true, phase: countdown.phase, time: null };
    case 'none':
      return null;
  }
}
