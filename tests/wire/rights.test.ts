import { expect, it } from 'vitest';
import { timeout } from '../language/suite.ts';
import { rightsSuite } from './rights.ts';

it('nobody writes without the right, whatever they send and however the document is locked', {
  timeout,
}, async () => {
  expect(await rightsSuite('role × message × lock', { seed: 0 })).toMatchObject({
    lost: 0,
    found: [],
    faults: 144,
  });
});
