import type { Clock } from './ports/clock.ts';

/** The real time of Node. */
export const systemClock: Clock = {
  wallTime: () => Date.now(),
  monotonic: () => performance.now(),
  after: (milliseconds, run) => {
    const timeout = setTimeout(run, milliseconds);
    return { cancel: () => clearTimeout(timeout) };
  },
  // Sockets are read in the poll phase of the event loop; the phase after it runs immediates.
  endOfTurn: (run) => {
    setImmediate(run);
  },
};
