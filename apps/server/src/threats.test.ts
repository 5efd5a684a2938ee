import {
  type LinksView,
  parseWorkshopId,
  type Seat,
  type TicketView,
  type WorkshopView,
} from '@reportback/domain';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ticketProtocols } from './access/ticket.ts';
import type { Browser } from './testing/browser.ts';
import { Listener } from './testing/listener.ts';
import { TestServer } from './testing/test-server.ts';
import { readDocumentAddress } from './workshops/document-address.ts';

/* Threats of docs/security.md that no single part answers alone. */

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let server: TestServer;
let links: LinksView;
let organizer: Browser;
let home: string;
beforeAll(async () => {
  server = await TestServer.start();
  links = await server.createWorkshop(2);
  organizer = await server.enter(links.links.organizer);
  home = `/api/workshops/${links.workshop}`;
});
afterAll(() => server.remove());

const session = () => links.sessions[0]?.id ?? '';
const table = () => links.sessions[0]?.groups[0]?.id ?? '';

async function seated(name: string): Promise<{ browser: Browser; seat: Seat }> {
  const browser = await server.enter(links.links.join);
  const answer = await browser.call('PUT', `${home}/seat`, { name, group: table() });
  return { browser, seat: answer.as<Seat>() };
}

function feed({ cookie }: Browser): Listener {
  const address = `${server.origin.replace('http', 'ws')}/feed/${links.workshop}/${session()}`;
  return new Listener(address, [], { headers: { cookie, origin: server.origin } });
}

it('a viewer and a participant read the join code nowhere: in no view, no feed, and no record', async () => {
  const code = (await organizer.get(home)).as<WorkshopView>().workshop.joinCode ?? '';
  expect(code).toMatch(/^\w{6}$/);
  const { browser: participant } = await seated('Ana');
  const viewer = await server.enter(links.links.view);
  const addresses = [
    '/api/start',
    home,
    ...['/tables', '/links', '/people', '/audit', '/record-check'].map((at) => home + at),
    ...['md', 'html', 'json', 'csv', 'tex'].map((ending) => `${home}/record.${ending}`),
    ...['/steps', '/voices', '/earlier-findings'].map((at) => `${home}/sessions/${session()}${at}`),
  ];
  for (const browser of [participant, viewer]) {
    for (const address of addresses) {
      const { text } = await browser.get(address);
      expect([address, text.includes(code)]).toEqual([address, false]);
    }
    const board = feed(browser);
    await board.hears(({ is }) => is === 'snapshot');
    expect(JSON.stringify(board.heard)).not.toContain(code);
    board.socket.terminate();
  }
});

it('whoever is erased, or whose link is switched off, hears nothing more of the board', async () => {
  const { browser, seat } = await seated('Bo');
  const viewer = await server.enter(links.links.view);
  const [theirs, onlooker] = [feed(browser), feed(viewer)];
  await Promise.all([theirs, onlooker].map((each) => each.hears(({ is }) => is === 'snapshot')));
  await organizer.call('DELETE', `${home}/people/${seat.id}`);
  await organizer.post(`${home}/links/view/off`, {});
  await Promise.all([theirs.closed(), onlooker.closed()]);
  expect((await viewer.get(home)).status).toBe(403);
  await organizer.post(`${home}/links/view/on`, {});
});

it('a ticket whose time is over opens nothing', async () => {
  const { browser } = await seated('Cy');
  const asked = await browser.post('/api/tickets', { session: session(), group: table() });
  const ticket = asked.as<TicketView>();
  const [document, seat] = [readDocumentAddress(ticket.document), ticket.seat];
  const { store, signer } = server.running.services;
  const workshop = parseWorkshopId(links.workshop);
  const link = (await store.links(workshop)).find(
    ({ role, group }) => role === 'participant' && group === null,
  );
  if (document === null || link === undefined) throw new Error('There is no such document.');
  const made = { document, link: link.id, generation: link.generation, seat };
  const address = `${ticket.url}/${ticket.document}`;
  const late = ticketProtocols(signer, { ...made, expires: Date.now() - 1 });
  expect(await new Listener(address, late).closed()).toBe(4401);
  const timely = new Listener(
    address,
    ticketProtocols(signer, { ...made, expires: Date.now() + 60_000 }),
  );
  await new Promise((resolve) => timely.socket.once('message', resolve));
  timely.socket.terminate();
});

it.each([
  ['/api/agenda', 'agenda', 7_000_000],
  ['/api/workshops', 'agenda', 7_000_000],
  [':home/people', 'roster', 2_500_000],
  ['/api/enter', 'code', 70_000],
  [':home', 'funding', 70_000],
  [':home/seat', 'name', 70_000],
])('a body to %s that is too large is refused before it is read', async (address, field, size) => {
  const method = address === ':home' ? 'PATCH' : address.endsWith('/seat') ? 'PUT' : 'POST';
  const body = { [field]: 'x'.repeat(size) };
  const answer = await organizer.call(method, address.replace(':home', home), body);
  expect(answer.status).toBe(413);
  expect(answer.text).toContain('too-large');
});

it.each(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'])(
  'a form of a foreign page (%s) changes nothing, whatever its cookies are',
  async (type) => {
    const body = '{"title": "Ours now"}';
    const headers = { 'content-type': type };
    const foreign = { ...headers, origin: 'https://evil.example' };
    expect((await organizer.call('POST', `${home}/duplicate`, body, foreign)).status).toBe(403);
    const sandboxed = { ...headers, origin: 'null' };
    expect((await organizer.call('POST', `${home}/duplicate`, body, sandboxed)).status).toBe(403);
    const fetched = { ...headers, 'sec-fetch-site': 'cross-site' };
    expect((await organizer.call('POST', `${home}/duplicate`, body, fetched)).status).toBe(403);
  },
);

it('no address that anybody opens or calls carries a secret, so that no Referer does', async () => {
  const { headers } = await organizer.get('/');
  expect(headers.get('referrer-policy')).toBe('same-origin');
  const { links: shared, sessions } = (await organizer.get(`${home}/links`)).as<LinksView>();
  const all = [
    ...Object.values(shared),
    ...sessions.flatMap(({ groups }) => groups.map(({ url }) => url)),
  ];
  for (const link of all) {
    const { hash, search, pathname } = new URL(link);
    expect(hash.length).toBeGreaterThan(24);
    expect(search).toBe('');
    expect(pathname).toMatch(/^\/(?:join|enter)$/);
  }
});
