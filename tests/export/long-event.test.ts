import { expect, it } from 'vitest';
import { freshSeed, timeout } from '../language/suite.ts';
import { longEventSuite } from './long-event.ts';

it('an event of many pages is whole in every format, and its contents tell the right pages', {
  timeout,
}, async () => {
  // Of 500 pages in `npm run prove`.
  expect(await longEventSuite('a long event', { runs: 8, seed: freshSeed() })).toMatchObject({
    lost: 0,
    found: [],
  });
});
