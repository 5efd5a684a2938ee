import { StorageProblem } from '@reportback/storage-sqlite';
import { ManualClock } from '@reportback/sync/testing';
import { expect, it } from 'vitest';
import { ReadinessCheck } from './readiness.ts';

function check(tryToWrite: () => Promise<void>) {
  const clock = new ManualClock();
  const faults: unknown[] = [];
  const problems: unknown[] = [];
  const readiness = new ReadinessCheck({
    clock,
    tryToWrite,
    failed: (error) => problems.push(error),
    fatal: (error) => faults.push(error),
  });
  return { clock, faults, problems, readiness };
}

it('is ready while a write reaches the disk, and tries one write for all who ask within five seconds', async () => {
  let writes = 0;
  const { clock, readiness } = check(async () => {
    writes += 1;
  });
  expect(await Promise.all([readiness.ask(), readiness.ask()])).toEqual([
    { is: 'ready' },
    { is: 'ready' },
  ]);
  expect(writes).toBe(1);
  clock.pass(5_000);
  await readiness.ask();
  expect(writes).toBe(2);
});

it('says why not when the disk is full, without naming its folder, and recovers', async () => {
  let isFull = true;
  const { clock, faults, problems, readiness } = check(async () => {
    if (isFull) throw new StorageProblem('full', 'The disk of /secret/folder is full.');
  });
  expect(await readiness.ask()).toMatchObject({
    is: 'not',
    because: expect.stringMatching(/^The server cannot write: its disk is full/),
  });
  expect(problems).toHaveLength(1);
  isFull = false;
  clock.pass(5_000);
  expect(await readiness.ask()).toEqual({ is: 'ready' });
  expect(faults).toEqual([]);
});

it('hands on a write whose outcome is unknown, which ends the process', async () => {
  const fault = new Error('EIO');
  const { faults, readiness } = check(() => Promise.reject(fault));
  expect((await readiness.ask()).is).toBe('not');
  expect(faults).toEqual([fault]);
});

it('writes nothing more once it drains', async () => {
  const { readiness } = check(() => Promise.reject(new Error('closed')));
  readiness.drain();
  expect(await readiness.ask()).toEqual({ is: 'not', because: 'The server is shutting down.' });
});
