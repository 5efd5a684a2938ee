import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type {
  ApiProblem,
  LinksView,
  RestoreView,
  VersionsView,
  VersionView,
} from '@reportback/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { Listener } from '../testing/listener.ts';
import { TableWriter } from '../testing/table-writer.ts';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
let links: LinksView;
let organizer: Browser;
let ana: Browser;
let address: string;

beforeAll(async () => {
  server = await TestServer.start();
  links = await server.createWorkshop();
  const [session] = links.sessions;
  address = `/api/workshops/${links.workshop}/sessions/${session?.id}`;
  organizer = await server.enter(links.links.organizer);
  ana = await seated('Ana', 0);
});
afterAll(() => server.remove());

async function seated(name: string, table: number): Promise<Browser> {
  const browser = await server.enter(links.links.join);
  const group = links.sessions[0]?.groups[table]?.id;
  await browser.call('PUT', `/api/workshops/${links.workshop}/seat`, { name, group });
  return browser;
}

const versions = (table = 0) =>
  `${address}/groups/${links.sessions[0]?.groups[table]?.id}/versions`;
const phase = (command: string) => organizer.post(`${address}/phase`, { command });
const listed = async (browser = ana) => (await browser.get(versions())).as<VersionsView>();
const words = (blocks: VersionView['now']['note']) =>
  blocks.map((block) => ('content' in block ? JSON.stringify(block.content) : '')).join(' ');

it('keeps a version at each change of phase, with the reason and the names', async () => {
  const bo = await TableWriter.sitDown(server.origin, links, 'Bo Larsen');
  bo.write('first thoughts');
  await bo.allSaved();
  await phase('next');
  bo.write('second thoughts');
  await bo.allSaved();
  await phase('next');
  bo.leave();
  expect(await listed()).toEqual({
    access: { is: 'restore' },
    versions: [
      {
        id: 2,
        at: expect.any(Number),
        why: { is: 'phase', from: 'discuss', to: 'distil' },
        by: ['Bo Larsen'],
      },
      {
        id: 1,
        at: expect.any(Number),
        why: { is: 'phase', from: 'gathering', to: 'discuss' },
        by: ['Bo Larsen'],
      },
    ],
  });
});

it('shows a version beside what the table says now', async () => {
  const { version, said, now } = (await ana.get(`${versions()}/1`)).as<VersionView>();
  expect(version.id).toBe(1);
  expect(words(said.note)).toContain('first thoughts');
  expect(words(said.note)).not.toContain('second thoughts');
  expect(words(now.note)).toContain('second thoughts');
  expect((await ana.get(`${versions()}/99`)).status).toBe(404);
  expect((await ana.get(`${versions()}/0x1`)).status).toBe(400);
});

it('is for the table’s own people and those who run the workshop', async () => {
  const neighbour = await seated('Neo', 1);
  const unseated = await server.enter(links.links.join);
  const [viewer, screen, facilitator] = await Promise.all([
    server.enter(links.links.view),
    server.enter(links.links.screen),
    server.enter(links.links.facilitator),
  ]);
  for (const browser of [neighbour, unseated, viewer, screen, server.browser()])
    for (const [method, address] of [
      ['GET', versions()],
      ['GET', `${versions()}/1`],
      ['POST', `${versions()}/1/restore`],
    ] as const) {
      const body = method === 'POST' ? { id: 'x1' } : undefined;
      expect((await browser.call(method, address, body)).status, address).toBe(403);
    }
  // Reading needs no name; what one brings back carries it.
  expect(await listed(facilitator)).toMatchObject({ access: { is: 'read', because: 'no-seat' } });
  expect((await facilitator.post(`${versions()}/1/restore`, { id: 'x2' })).status).toBe(403);
});

it('brings a version back, tells the table who did, and keeps what it replaced', async () => {
  const follower = new Listener(
    `${server.origin.replace('http', 'ws')}/feed/${links.workshop}/${links.sessions[0]?.id}`,
    [],
    { headers: { cookie: ana.cookie, origin: server.origin } },
  );
  await follower.hears(({ is }) => is === 'snapshot');
  const bo = await TableWriter.sitDown(server.origin, links, 'Bo Larsen');
  bo.write('third thoughts');
  await bo.allSaved();
  bo.leave();
  const answer = await ana.post(`${versions()}/1/restore`, { id: 'restore-1' });
  expect(answer.as<RestoreView>()).toEqual({ changed: true });
  const [replaced, , first] = (await listed()).versions;
  expect(replaced).toMatchObject({ id: 3, why: { is: 'before-restore' } });
  const told = await follower.hears(
    (message) => message.is === 'changes' && message.session?.restorations.length === 1,
  );
  expect('session' in told && told.session?.restorations).toEqual([
    {
      id: 'restore-1',
      group: links.sessions[0]?.groups[0]?.id,
      at: expect.any(Number),
      by: 'Ana',
      version: first?.at,
    },
  ]);
  follower.socket.close();

  const view = (await ana.get(`${versions()}/3`)).as<VersionView>();
  expect(words(view.said.note)).toContain('third thoughts');
  expect(words(view.now.note)).toContain('first thoughts');
  expect(words(view.now.note)).not.toContain('second thoughts');
  const audit = await organizer.get(`/api/workshops/${links.workshop}/audit`);
  expect(audit.text).toContain('brought back what a table had written earlier');
});

it('does it once, however often the call is repeated', async () => {
  const bo = await TableWriter.sitDown(server.origin, links, 'Bo Larsen');
  bo.write('written after it');
  await bo.allSaved();
  bo.leave();
  expect((await ana.post(`${versions()}/1/restore`, { id: 'restore-1' })).status).toBe(200);
  const { now } = (await ana.get(`${versions()}/1`)).as<VersionView>();
  expect(words(now.note)).toContain('written after it');
});

it('changes nothing, and says so, where the table says just that already', async () => {
  expect((await ana.post(`${versions()}/1/restore`, { id: 'restore-2' })).status).toBe(200);
  const again = await ana.post(`${versions()}/1/restore`, { id: 'restore-3' });
  expect(again.as<RestoreView>()).toEqual({ changed: false });
});

it('brings nothing back into a frozen session', async () => {
  await phase('freeze');
  expect(await listed()).toMatchObject({ access: { is: 'read', because: 'frozen' } });
  const answer = await ana.post(`${versions()}/2/restore`, { id: 'restore-4' });
  expect(answer.status).toBe(409);
  expect(answer.text).toContain('frozen');
  await phase('reopen');
});

it('names nobody where the workshop names nobody', async () => {
  await organizer.call('PATCH', `/api/workshops/${links.workshop}`, { attribution: 'by-table' });
  const { versions: entries } = await listed();
  expect(entries.map(({ by }) => by)).toEqual(entries.map(() => null));
});

it('a version that its disk has damaged says so, is not brought back, and harms no other', async () => {
  await server.stop();
  const database = new DatabaseSync(path.join(server.dataDir, 'reportback.sqlite'));
  database.exec("UPDATE document_version SET state = x'00' WHERE number = 1");
  database.close();
  await server.run();
  organizer = await server.enter(links.links.organizer);
  ana = await seated('Ana', 0);
  await phase('reopen');
  for (const answer of [
    await ana.get(`${versions()}/1`),
    await ana.post(`${versions()}/1/restore`, { id: 'restore-damaged' }),
  ]) {
    expect(answer.status).toBe(503);
    expect(answer.as<ApiProblem>().problem).toMatch(/^Version 1 .* damaged/);
  }
  expect(server.logged).toContain('does not match its checksum');
  expect((await ana.get(`${versions()}/2`)).status).toBe(200);
  expect((await listed()).versions.length).toBeGreaterThan(1);
});
