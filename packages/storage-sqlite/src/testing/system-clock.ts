import type { Clock } from '@reportback/sync';

/** Time as it passes. */
export const systemClock: Clock = {
  wallTime: () => Date.now(),
  monotonic: () => performance.now(),
  after(milliseconds, run) {
    const timeout = setTimeout(run, milliseconds);
    return { cancel: () => clearTimeout(timeout) };
  },
  endOfTurn: (run) => void setImmediate(run),
};
