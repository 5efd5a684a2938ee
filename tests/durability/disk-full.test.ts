import { expect, it } from 'vitest';
import { freshSeed, timeout } from '../language/suite.ts';
import { diskFullSuite } from './disk-full.ts';

const seed = freshSeed();

it('a disk that is full three times loses nothing, and writing goes on when there is space', {
  timeout,
}, async () => {
  const result = await diskFullSuite('disk full', { runs: 3, seed });
  expect(result).toMatchObject({ lost: 0, found: [], faults: 3 });
});

it('a server that stores when a document is unloaded is found out', { timeout }, async () => {
  const result = await diskFullSuite('disk full', { runs: 1, seed }, 'on-unload');
  expect(result.lost).toBeGreaterThan(0);
  expect(result.found.join('\n')).toMatch(/was called saved and is gone/);
});
