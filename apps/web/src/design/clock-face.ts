/** What a countdown shows: its figures, and how they stand. */
export interface ClockFace {
  readonly figures: string;
  readonly is: 'running' | 'ending' | 'over' | 'held';
}

const second = 1000;
const minute = 60 * second;

/** From here on a countdown says that it ends; a short one in its last quarter. */
const ending = 2 * minute;
const endingPart = 1 / 4;

/**
 * A countdown's face: whole seconds, rounded up while time is left so that it reaches 0:00 when it is
 * over, then counting up with a plus sign.
 * @param left milliseconds; negative once it is over
 * @param held whether the organizer holds the clock
 * @param whole what it counts down from, milliseconds, where that is known
 */
export function clockFace(left: number, held = false, whole = Number.POSITIVE_INFINITY): ClockFace {
  if (held) return { figures: figures(Math.max(left, 0)), is: 'held' };
  if (left <= -second) return { figures: `+${figures(-left, Math.floor)}`, is: 'over' };
  return {
    figures: figures(Math.max(left, 0)),
    is: left <= Math.min(ending, endingPart * whole) ? 'ending' : 'running',
  };
}

function figures(duration: number, round = Math.ceil): string {
  const seconds = round(duration / second);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = String(seconds % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** From so many on nobody counts in minutes any more. */
const longInMinutes = 100;

/** The same in words, for phones and screen readers, where 18:20 alone reads as a time of day. */
export function timeLeftInWords(left: number): string {
  const minutes = Math.round(Math.abs(left) / minute);
  const amount =
    minutes === 0
      ? 'less than a minute'
      : minutes === 1
        ? '1 minute'
        : minutes < longInMinutes
          ? `${minutes} minutes`
          : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  return left < 0 ? `${amount} over` : `in ${amount}`;
}
