import { expect, it } from 'vitest';
import { freshSeed, timeout } from '../language/suite.ts';
import { killSuite, mortalRooms, mortalServer } from './kill.ts';

/*
 * `npm run prove` does the same a thousand times. A run is repeated with the seed it prints, as TEST_SEED.
 */

const seed = freshSeed();

it(`25 kills under load lose nothing that was called saved or seen (seed ${seed})`, {
  timeout,
}, async () => {
  const result = await killSuite('kill', await mortalRooms({ clockSpeed: 1 }), { runs: 25, seed });
  expect(result).toMatchObject({ lost: 0, found: [], faults: 25 });
});

it(`5 kills of the whole server lose nothing either (seed ${seed})`, {
  timeout,
}, async () => {
  const result = await killSuite('kill', await mortalServer(), { runs: 5, seed });
  expect(result).toMatchObject({ lost: 0, found: [], faults: 5 });
});

it.each([
  ['stores when a document is unloaded', 'on-unload', /was called saved and is gone/],
  ['stores events instead of what came', 'events', /waited for its predecessor, and is gone/],
])('a server that %s is found out', { timeout }, async (_what, badLog, fault) => {
  const result = await killSuite('kill', await mortalRooms({ clockSpeed: 1, badLog }), {
    runs: 4,
    seed,
  });
  expect(result.lost).toBeGreaterThan(0);
  expect(result.found.join('\n')).toMatch(fault);
});
