import { expect, it } from 'vitest';
import { freshSeed, timeout } from '../language/suite.ts';
import { randomEditSuite } from './random-edits.ts';

const seed = freshSeed();

it(`200 random meetings end with the same content for all (seed ${seed})`, {
  timeout,
}, async () => {
  const result = await randomEditSuite('random edits', { runs: 200, seed });
  expect(result).toMatchObject({ lost: 0, found: [] });
  expect(result.faults).toBeGreaterThan(200);
});

it.each([
  ['acknowledges without the sync', 'no-sync', 50, /was called saved and is gone/],
  ['stores when a document is unloaded', 'on-unload', 50, /was called saved and is gone/],
  ['stores events instead of what came', 'events', 200, /waited for its predecessor, and is gone/],
])('a server that %s is found out', { timeout }, async (_what, badLog, runs, fault) => {
  const result = await randomEditSuite('random edits', { runs, seed }, badLog);
  expect(result.found.join('\n')).toMatch(fault);
});
