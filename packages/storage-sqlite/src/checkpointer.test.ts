import type { Clock } from '@reportback/sync';
import { beforeEach, expect, it } from 'vitest';
import type { CheckpointAnswer } from './checkpoint-worker.ts';
import { Checkpointer } from './checkpointer.ts';

let now: number;
let timers: { at: number; run: () => void }[];
let steps: string[];
let answers: CheckpointAnswer[];
let logSize: number;
let failures: string[];
let checkpointer: Checkpointer;

const clock: Clock = {
  wallTime: () => now,
  monotonic: () => now,
  after(milliseconds, run) {
    const timer = { at: now + milliseconds, run };
    timers.push(timer);
    return { cancel: () => void (timers = timers.filter((one) => one !== timer)) };
  },
  endOfTurn: (run) => run(),
};

beforeEach(() => {
  now = 0;
  timers = [];
  steps = [];
  answers = [];
  logSize = 1_000;
  failures = [];
  checkpointer = new Checkpointer({
    clock,
    logSize: async () => logSize,
    async take(step) {
      steps.push(step);
      return answers.shift() ?? { is: 'done' };
    },
    async alone(work) {
      steps.push('alone');
      return work();
    },
    failed: (failure) => failures.push(failure.message),
  });
});

/** Lets time pass, with all that becomes due on the way. */
async function pass(milliseconds: number): Promise<void> {
  const until = now + milliseconds;
  for (;;) {
    const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
    if (!next) break;
    timers = timers.filter((one) => one !== next);
    now = next.at;
    next.run();
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  now = until;
}

const whole = ['copy', 'alone', 'empty'];

it('empties the log once nobody wrote for a while, and then rests', async () => {
  checkpointer.written();
  await pass(1_500);
  expect(steps).toEqual([]);
  await pass(10_000);
  expect(steps).toEqual(whole);
  expect(timers).toEqual([]);
});

it('leaves the log alone while people write', async () => {
  for (let n = 0; n < 100; n++) {
    checkpointer.written();
    await pass(500);
  }
  expect(steps).toEqual([]);
});

it('empties a log of 64 MB even while people write', async () => {
  logSize = 64 * 2 ** 20;
  for (let n = 0; n < 4; n++) {
    checkpointer.written();
    await pass(250);
  }
  expect(steps).toEqual(whole);
});

it('tries again when a reader was in the way or the disk was full', async () => {
  answers = [{ is: 'later' }, { is: 'done' }, { is: 'later' }];
  checkpointer.written();
  await pass(10_000);
  expect(steps).toEqual(['copy', ...whole, ...whole]);
  expect(failures).toEqual([]);
});

it('tells of a checkpoint whose outcome is unknown, and makes no other', async () => {
  answers = [{ is: 'done' }, { is: 'failed', found: 'disk I/O error' }];
  checkpointer.written();
  await pass(10_000);
  expect(failures).toEqual([
    'The storage failed while moving the log into the database: disk I/O error.',
  ]);
  expect(timers).toEqual([]);
});

it('takes no step after it was closed', async () => {
  checkpointer.written();
  await checkpointer.close();
  checkpointer.written();
  await pass(10_000);
  expect(steps).toEqual([]);
});
