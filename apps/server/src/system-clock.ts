import type { Clock } from '@reportback/sync';
export const systemClock: Clock = {
  wallTime: () => Date.now(),
  monotonic: () => performance.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return { cancel: () => clearTimeout(timer) };
  },
  endOfTurn(run) {
    setImmediate(run);
  },
};
