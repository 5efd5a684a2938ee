/** Time, handed in, so that tests can let it pass. */
export interface Clock {
  /** Milliseconds since 1970. */
  wallTime(): number;
  /** Calls `run` once after `milliseconds`, unless cancelled before. */
  after(milliseconds: number, run: () => void): { cancel(): void };
}

/** The clock of the page's browser. */
export const browserClock: Clock = {
  wallTime: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return { cancel: () => clearTimeout(timer) };
  },
};
