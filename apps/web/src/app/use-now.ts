import { useSyncExternalStore } from 'react';

const second = 1000;

function everySecond(changed: () => void): () => void {
  const timer = setInterval(changed, second);
  return () => clearInterval(timer);
}

/** In whole seconds, so that all that is shown on a page ticks together. */
const thisSecond = () => Math.floor(Date.now() / second) * second;

/**
 * The time now, milliseconds since 1970 to the second; renders anew each second.
 * @param serverAhead how far the server's clock is ahead of the device's, milliseconds: countdowns follow the server
 */
export function useNow(serverAhead = 0): number {
  return useSyncExternalStore(everySecond, thisSecond) + serverAhead;
}
