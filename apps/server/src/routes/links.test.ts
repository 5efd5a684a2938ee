import type { AuditView, LinksView, TicketView, WorkshopView } from '@reportback/domain';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { Listener } from '../testing/listener.ts';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
let links: LinksView;
let organizer: Browser;
let home: string;
beforeAll(async () => {
  server = await TestServer.start();
});
beforeEach(async () => {
  links = await server.createWorkshop();
  organizer = await server.enter(links.links.organizer);
  home = `/api/workshops/${links.workshop}`;
});
afterAll(() => server.remove());

const change = async (name: string, what: 'off' | 'on' | 'replace') =>
  (await organizer.post(`${home}/links/${name}/${what}`, {})).as<LinksView>();
const codeOf = async () =>
  (await organizer.get(home)).as<WorkshopView>().workshop.joinCode ?? 'none';
const typed = (code: string) => server.browser().post('/api/enter', { code });

it('a link that is switched off closes the sockets of those who came by it, and opens again when it is on', async () => {
  const [session] = links.sessions;
  const group = session?.groups[1];
  const guest = await server.enter(group?.url ?? '');
  await guest.call('PUT', `${home}/seat`, { name: 'Ana' });
  const asked = await guest.post('/api/tickets', { session: session?.id, group: group?.id });
  const { url, document, protocols } = asked.as<TicketView>();
  const table = new Listener(`${url}/${document}`, protocols);
  await new Promise((resolve) => table.socket.once('message', resolve));
  const board = new Listener(
    `${server.origin.replace('http', 'ws')}/feed/${links.workshop}/${session?.id}`,
    [],
    { headers: { cookie: guest.cookie, origin: server.origin } },
  );
  await board.hears(({ is }) => is === 'snapshot');

  expect((await change(group?.id ?? '', 'off')).off).toEqual([group?.id]);
  expect([await table.closed(), await board.closed()]).toEqual([4430, 4430]);
  expect((await guest.get(home)).status).toBe(403);
  await expect(server.enter(group?.url ?? '')).rejects.toThrow(/withdrawn/);
  // Another way in is not touched.
  await server.enter(links.links.join);

  expect((await change(group?.id ?? '', 'on')).off).toEqual([]);
  expect((await guest.get(home)).status).toBe(200);
});

it('the typed code can be off while its link is on, is then shown to nobody, and can be replaced', async () => {
  const code = await codeOf();
  expect((await change('code', 'off')).off).toEqual(['code']);
  expect(await codeOf()).toBe('none');
  const refused = await typed(code);
  expect([refused.status, refused.as<{ code: string }>().code]).toEqual([403, 'link-revoked']);
  await server.enter(links.links.join);
  await change('code', 'on');
  expect((await typed(code)).status).toBe(200);

  await change('code', 'off');
  expect((await change('code', 'replace')).off).toEqual([]);
  const other = await codeOf();
  expect(other).not.toBe(code);
  expect((await typed(code)).status).toBe(404);
  expect((await typed(other)).status).toBe(200);
});

it('the code dies with the link for participants; a replaced link is on', async () => {
  const code = await codeOf();
  await change('join', 'off');
  expect((await typed(code)).status).toBe(403);
  const replaced = await change('join', 'replace');
  expect(replaced.off).toEqual([]);
  await expect(server.enter(links.links.join)).rejects.toThrow(/withdrawn or replaced/);
  await server.enter(replaced.links.join);
});

it('organizers cannot lock themselves out, and others change no link', async () => {
  const refused = await organizer.post(`${home}/links/organizer/off`, {});
  expect(refused.status).toBe(409);
  const facilitator = await server.enter(links.links.facilitator);
  for (const what of ['off', 'on', 'replace'])
    for (const name of ['view', 'code'])
      expect((await facilitator.post(`${home}/links/${name}/${what}`, {})).status).toBe(403);
  expect((await organizer.post(`${home}/links/none/off`, {})).status).toBe(404);
});

it('the audit list says who did what, the newest first, to organizers alone', async () => {
  await organizer.call('PUT', `${home}/seat`, { name: 'Olga' });
  await change('view', 'off');
  await change('code', 'replace');
  await organizer.call('PATCH', home, { place: 'Chicago', funding: 'A grant' });
  const facilitator = await server.enter(links.links.facilitator);
  const session = `${home}/sessions/${links.sessions[0]?.id}`;
  for (const command of ['next', 'freeze', 'reopen'])
    await facilitator.post(`${session}/phase`, { command });
  await facilitator.get(`${home}/record.md`);
  const { entries } = (await organizer.get(`${home}/audit`)).as<AuditView>();
  const title = links.sessions[0]?.title;
  expect(entries.map(({ by, did }) => `${by} ${did}`)).toEqual([
    expect.stringMatching(/^facilitator downloaded the record: .+\.md$/),
    `facilitator reopened “${title}”`,
    `facilitator froze “${title}”`,
    `facilitator moved “${title}” from gathering to discuss`,
    'Olga changed the workshop: place, funding',
    'Olga replaced the join code',
    'Olga switched off the viewer link',
  ]);
  expect((await facilitator.get(`${home}/audit`)).status).toBe(403);
});
