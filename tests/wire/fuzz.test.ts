import { expect, it } from 'vitest';
import { freshSeed, timeout } from '../language/suite.ts';
import { carelessRoom, fuzzSuite } from './fuzz.ts';

const seed = freshSeed();

it(`50,000 frames made to do harm do none (seed ${seed})`, { timeout }, async () => {
  const result = await fuzzSuite('fuzzed frames', { runs: 50_000, seed });
  console.log(result.measured);
  expect(result).toMatchObject({ lost: 0, found: [] });
});

it('a server that applies what comes is found out', { timeout }, async () => {
  const result = await fuzzSuite('fuzzed frames', { runs: 300, seed }, carelessRoom);
  expect(result.found.join('\n')).toMatch(/the server broke/);
});
