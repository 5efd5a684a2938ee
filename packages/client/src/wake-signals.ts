import type { Clock } from './clock.ts';

/**
 * What the device says about its network and its sleep. `offline` and `online` are the system's opinion;
 * `woke` means that time passed in which this page did not run, or that it came back to the front: sockets
 * may be dead then without anybody having said so.
 */
export type WakeSignal = 'online' | 'offline' | 'woke';

/** Calls back with each signal until the returned function is called. */
export type WakeSignals = (heard: (signal: WakeSignal) => void) => () => void;

/** How often the page looks at the clock, and how late such a look may be before the page had slept. */
const look = 2_000;
const sleptAfter = 8_000;

/**
 * The signals of a browser's window: online, offline, a page that is shown again (also from the
 * back-forward cache), a tab that comes to the front, and a clock that jumped.
 */
export function windowSignals(window: Window, clock: Clock): WakeSignals {
  return (heard) => {
    const stopped = new AbortController();
    const { signal } = stopped;
    const woke = () => heard('woke');
    window.addEventListener('online', () => heard('online'), { signal });
    window.addEventListener('offline', () => heard('offline'), { signal });
    window.addEventListener('pageshow', (event) => event.persisted && woke(), { signal });
    window.document.addEventListener(
      'visibilitychange',
      () => window.document.visibilityState === 'visible' && woke(),
      { signal },
    );
    const sleep = watchForSleep(clock, woke);
    signal.addEventListener('abort', sleep);
    return () => stopped.abort();
  };
}

/** Calls back when a look at the clock came much later than it was due. */
export function watchForSleep(clock: Clock, woke: () => void): () => void {
  let last = clock.wallTime();
  const lookAgain = () => {
    const now = clock.wallTime();
    const slept = now - last > sleptAfter;
    last = now;
    timer = clock.after(look, lookAgain);
    if (slept) woke();
  };
  let timer = clock.after(look, lookAgain);
  return () => timer.cancel();
}
