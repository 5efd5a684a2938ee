import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { percentile } from './arrivals.ts';
import type { Crowd } from './crowd.ts';
import type { Job, TypingStep } from './job.ts';
import type { Person } from './person.ts';

type TypingJob = Extract<Job, { is: 'type' }>;

/**
 * Has people type at each rate in turn, until one is too fast for the server.
 * @param mark called when a measured stretch begins and when it ends
 */
export async function typeAtRates(
  crowd: Crowd,
  job: TypingJob,
  mark: () => void,
): Promise<readonly TypingStep[]> {
  await crowd.enter(job.dialect, job.doors);
  const writers = crowd.rooms.flatMap((room) => room.slice(0, job.writersPerRoom));
  for (const writer of writers) writer.beginParagraph();
  await crowd.quiet();
  const steps: TypingStep[] = [];
  for (const rate of job.rates) {
    const step = await typeAt(rate, writers, crowd, job, mark);
    steps.push(step);
    if (step.p99 > job.limit) break;
  }
  return steps;
}

async function typeAt(
  rate: number,
  writers: readonly Person[],
  crowd: Crowd,
  { warmUp, seconds, hasCarets }: TypingJob,
  mark: () => void,
): Promise<TypingStep> {
  const keys = new Keyboards(writers, rate, hasCarets);
  await wait(warmUp * 1000);
  crowd.watch.take();
  crowd.savedDelays.length = 0;
  crowd.watch.isMeasuring = true;
  mark();
  const typedBefore = keys.typed;
  const began = performance.now();
  const used = performance.eventLoopUtilization();
  await wait(seconds * 1000);
  const { utilization } = performance.eventLoopUtilization(used);
  const updates = keys.typed - typedBefore;
  const elapsed = (performance.now() - began) / 1000;
  mark();
  crowd.watch.isMeasuring = false;
  keys.stop();
  await crowd.quiet();
  const delays = crowd.watch.take();
  const saved = crowd.savedDelays.toSorted((a, b) => a - b);
  return {
    rate,
    updates,
    perSecond: updates / elapsed,
    p50: percentile(delays, 0.5),
    p99: percentile(delays, 0.99),
    saved: saved.length > 0 ? { p50: percentile(saved, 0.5), p99: percentile(saved, 0.99) } : null,
    loadUse: utilization,
  };
}

/** Types at a steady rate for each writer, spread over time as people are. */
class Keyboards {
  typed = 0;
  #isStopped = false;

  constructor(writers: readonly Person[], perSecond: number, hasCarets: boolean) {
    const period = 1000 / perSecond;
    const now = performance.now();
    for (const [index, writer] of writers.entries()) {
      // The golden ratio spreads any number of writers evenly over the period.
      const phase = ((index * 0.618_034) % 1) * period;
      this.#next(writer, now + phase, period, hasCarets);
    }
  }

  stop(): void {
    this.#isStopped = true;
  }

  #next(writer: Person, due: number, period: number, hasCarets: boolean): void {
    setTimeout(
      () => {
        if (this.#isStopped) return;
        writer.type(hasCarets);
        this.typed++;
        this.#next(writer, due + period, period, hasCarets);
      },
      Math.max(0, due - performance.now()),
    );
  }
}
