import { useSyncExternalStore } from 'react';

const second = 1_000;
const minute = 60_000;

function everySecond(changed: () => void): () => void {
  const timer = setInterval(changed, second);
  return () => clearInterval(timer);
}

// Whole steps: all that is shown on a page ticks together, and between two steps nothing renders.
const thisSecond = () => Math.floor(Date.now() / second) * second;
const thisMinute = () => Math.floor(Date.now() / minute) * minute;

/**
 * The time now, milliseconds since 1970 to the second; renders anew each second.
 * @param serverAhead how far the server's clock is ahead of the device's, milliseconds: countdowns follow the server
 */
export function useNow(serverAhead = 0): number {
  return useSyncExternalStore(everySecond, thisSecond) + serverAhead;
}

/** The device's time to the minute, milliseconds since 1970; renders anew each minute. */
export function useThisMinute(): number {
  return useSyncExternalStore(everySecond, thisMinute);
}
