import type { ActivityView, LinksView } from '@reportback/domain';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { TableWriter } from '../testing/table-writer.ts';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
let links: LinksView;
beforeAll(async () => {
  server = await TestServer.start();
  links = await server.createWorkshop();
});
afterAll(() => server.remove());

const at = () => `/api/workshops/${links.workshop}/sessions/${links.sessions[0]?.id}/activity`;

it('who leads sees who is at a table, when it wrote last, and whose device was lost', async () => {
  const facilitator = await server.enter(links.links.facilitator);
  const tables = async () => (await facilitator.get(at())).as<ActivityView>().tables;
  expect(await tables()).toMatchObject([
    { editedAt: null, here: [], away: [] },
    { editedAt: null, here: [], away: [] },
  ]);
  const noor = await TableWriter.sitDown(server.origin, links, 'Noor');
  noor.write('More trees');
  await noor.allSaved();
  const before = await tables();
  expect(before).toMatchObject([{ here: ['Noor'], away: [] }, { here: [] }]);
  expect(before[0]?.editedAt).toBeGreaterThan(0);
  noor.leave();
  await vi.waitFor(
    async () => expect(await tables()).toMatchObject([{ here: [], away: [{ name: 'Noor' }] }, {}]),
    { timeout: 20_000 },
  );
});

it('and whose text was not taken', async () => {
  const facilitator = await server.enter(links.links.facilitator);
  const tables = async () => (await facilitator.get(at())).as<ActivityView>().tables;
  const ada = await TableWriter.sitDown(server.origin, links, 'Ada', 1);
  ada.write('x'.repeat(2_200_000));
  await vi.waitFor(
    async () =>
      expect((await tables())[1]?.refused).toEqual([{ name: 'Ada', because: 'too-large' }]),
    { timeout: 20_000 },
  );
  ada.leave();
});

it('nobody else does', async () => {
  for (const link of ['join', 'screen', 'view'] as const)
    expect((await (await server.enter(links.links[link])).get(at())).status).toBe(403);
});
