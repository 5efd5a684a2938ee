import type { Clock } from '../clock.ts';

/** A clock whose time passes when a test says so. */
export class ManualClock {
  private now = 1_000_000;
  private readonly timers = new Set<{ readonly due: number; readonly run: () => void }>();

  readonly clock: Clock = {
    wallTime: () => this.now,
    after: (milliseconds, run) => {
      const timer = { due: this.now + milliseconds, run };
      this.timers.add(timer);
      return { cancel: () => this.timers.delete(timer) };
    },
  };

  /** Lets time pass and runs what became due, in order. */
  pass(milliseconds: number): void {
    const end = this.now + milliseconds;
    for (;;) {
      const next = [...this.timers]
        .filter((timer) => timer.due <= end)
        .sort((a, b) => a.due - b.due)[0];
      if (next === undefined) break;
      this.timers.delete(next);
      this.now = Math.max(this.now, next.due);
      next.run();
    }
    this.now = end;
  }

  /** Lets time pass in which nothing runs, as in a device that sleeps. */
  sleep(milliseconds: number): void {
    this.now += milliseconds;
  }
}
