import { expect, it } from 'vitest';
import { freshSeed, timeout } from '../language/suite.ts';
import { restoreDrill } from './restore-drill.ts';

const seed = freshSeed();

it(`a backup made under load brings back all that was called saved before it (seed ${seed})`, {
  timeout,
}, async () => {
  const result = await restoreDrill('restore drill', { runs: 2, seed });
  expect(result).toMatchObject({ lost: 0, found: [], faults: 2 });
});

it('a server that stores when a document is unloaded is found out', { timeout }, async () => {
  const result = await restoreDrill('restore drill', { runs: 1, seed }, 'on-unload');
  expect(result.found.join('\n')).toMatch(/was called saved and is gone/);
});
