/** What the presentation's clock is set to, in milliseconds. */
export interface FairClockSettings {
  /** For walking up, and for the next name on the screen. */
  readonly changeover: number;
  /** Kept back at the end of the report-back, for the floor. */
  readonly reserve: number;
}

export const usualFairClock: FairClockSettings = { changeover: 40_000, reserve: 0 };

/**
 * The time each table that is still to speak gets, so that the last one gets no less than the next:
 * (time left − reserve − changeover × tables left) ÷ tables left. Whole milliseconds, never negative; null where no table
 * is left.
 * @param left until the end of the report-back, in milliseconds
 * @param tablesLeft including the one that is about to speak
 */
export function fairShare(
  left: number,
  tablesLeft: number,
  { changeover, reserve }: FairClockSettings,
): number | null {
  if (tablesLeft <= 0) return null;
  return Math.max(0, Math.floor((left - reserve - changeover * tablesLeft) / tablesLeft));
}
