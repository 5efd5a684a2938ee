/** Time, handed in, so that tests can let it pass. */
export interface Clock {
  /** Wall time in milliseconds since 1970, UTC: for what is stored. It may jump. */
  wallTime(): number;
  /** Milliseconds since some fixed moment: for durations. It never goes back. */
  monotonic(): number;
  /** Calls `run` once after `milliseconds`, unless cancelled before. */
  after(milliseconds: number, run: () => void): Timer;
  /**
   * Calls `run` once when this turn of the event loop has handed out all that its sockets had:
   * the moment to handle together what arrived together.
   */
  endOfTurn(run: () => void): void;
}

export interface Timer {
  /** Does nothing when the timer has already fired. */
  cancel(): void;
}
