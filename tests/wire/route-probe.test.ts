import { expect, it } from 'vitest';
import { timeout } from '../language/suite.ts';
import { routeSuite } from './route-probe.ts';
import { rights } from './route-rights.ts';

it('every call answers those who may, and nobody else', { timeout }, async () => {
  expect(await routeSuite('route × role', { seed: 0 })).toMatchObject({ lost: 0, found: [] });
});

it('a call whose rights are not written down, or are wrong, is found', { timeout }, async () => {
  const { 'GET /api/start': start, ...others } = rights;
  expect(start).toBeDefined();
  const some = Object.fromEntries(
    Object.entries(others).filter(([call]) => call.endsWith('/links') || call.endsWith('/tables')),
  );
  const wrong = {
    ...some,
    'GET /api/workshops/:workshop/links': { may: ['organizer', 'viewer'] as const },
  };
  const { found } = await routeSuite('route × role', { seed: 0 }, wrong);
  expect(found).toContain('GET /api/start: its rights are not written down');
});
