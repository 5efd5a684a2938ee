import type { AuditView, WorkshopView } from '@reportback/domain';
import { expect, it } from 'vitest';
import { TestServer } from '../testing/test-server.ts';

it('organizers see the day on which their workshop is deleted, and move it or take it away', async () => {
  const server = await TestServer.start({ KEEP_DAYS: '30' });
  const links = await server.createWorkshop(1);
  const home = `/api/workshops/${links.workshop}`;
  const organizer = await server.enter(links.links.organizer);
  const expires = async () => (await organizer.get(home)).as<WorkshopView>().expires;
  expect(await expires()).toMatch(/^\d{4}-\d\d-\d\d$/);

  const facilitator = await server.enter(links.links.facilitator);
  expect((await facilitator.get(home)).as<WorkshopView>().expires).toBeNull();
  expect((await facilitator.call('PUT', `${home}/expiry`, { on: null })).status).toBe(403);

  const past = await organizer.call('PUT', `${home}/expiry`, { on: '2025-06-01' });
  expect(past.status).toBe(400);
  expect(past.text).toContain('Choose a later day');
  for (const on of ['2999-01-01', null]) {
    expect((await organizer.call('PUT', `${home}/expiry`, { on })).status).toBe(200);
    expect(await expires()).toBe(on);
  }
  const { entries } = (await organizer.get(`${home}/audit`)).as<AuditView>();
  expect(entries.map(({ did }) => did)).toEqual([
    'let the workshop stay for good',
    'let the workshop be deleted on 2999-01-01',
  ]);
  await server.remove();
});
