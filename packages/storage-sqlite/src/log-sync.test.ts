import { expect, it } from 'vitest';
import { LogSync } from './log-sync.ts';

/** Syncs that end when the test says so. */
function controlledSyncs() {
  const started: PromiseWithResolvers<void>[] = [];
  const logSync = new LogSync(() => {
    const sync = Promise.withResolvers<void>();
    started.push(sync);
    return sync.promise;
  });
  return { logSync, started };
}

/** Lets every promise that can go on do so. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('begins a sync at once when none runs', async () => {
  const { logSync, started } = controlledSyncs();
  const durable = logSync.durable();
  expect(started).toHaveLength(1);
  started[0]?.resolve();
  await durable;
});

it('answers those who ask during a sync with the next one, shared by all of them', async () => {
  const { logSync, started } = controlledSyncs();
  const first = logSync.durable();
  let covered = 0;
  const later = [1, 2, 3].map(() => logSync.durable().then(() => covered++));
  await settle();
  expect(started).toHaveLength(1);
  started[0]?.resolve();
  await first;
  await settle();
  expect({ syncs: started.length, covered }).toEqual({ syncs: 2, covered: 0 });
  started[1]?.resolve();
  await Promise.all(later);
  expect(started).toHaveLength(2);
});

it('never runs two syncs at once, whoever asks between the end of one and the start of the next', async () => {
  let running = 0;
  let most = 0;
  const logSync = new LogSync(async () => {
    most = Math.max(most, ++running);
    await settle();
    running--;
  });
  const ask = async (): Promise<void> => {
    for (let n = 0; n < 20; n++) {
      await logSync.durable();
      void logSync.durable();
    }
  };
  await Promise.all([ask(), ask(), ask()]);
  await logSync.settled();
  expect({ most, running }).toEqual({ most: 1, running: 0 });
});

it('rejects everybody after a failure, and for ever', async () => {
  const { logSync, started } = controlledSyncs();
  const waiting = [logSync.durable(), logSync.durable()];
  started[0]?.reject(new Error('input/output error'));
  for (const durable of waiting) await expect(durable).rejects.toThrow('input/output error');
  await expect(logSync.durable()).rejects.toThrow('input/output error');
  expect(started).toHaveLength(1);
});

it('rejects a sync that ended well after a checkpoint failed', async () => {
  const { logSync, started } = controlledSyncs();
  const durable = logSync.durable();
  logSync.fail(new Error('checkpoint failed'));
  started[0]?.resolve();
  await expect(durable).rejects.toThrow('checkpoint failed');
});
