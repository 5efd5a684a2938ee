import type { LinksView, TicketView } from '@reportback/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { Listener } from '../testing/listener.ts';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
let links: LinksView;

beforeAll(async () => {
  server = await TestServer.start();
  links = await server.createWorkshop();
});
afterAll(() => server.remove());

const session = () => links.sessions[0]?.id ?? '';
const group = (index = 0) => links.sessions[0]?.groups[index]?.id ?? '';
const ws = (path: string) => server.origin.replace('http', 'ws') + path;

async function seated(link: string, name: string, table = group()): Promise<Browser> {
  const browser = await server.enter(link);
  await browser.call('PUT', `/api/workshops/${links.workshop}/seat`, { name, group: table });
  return browser;
}

async function ticket(browser: Browser, table = group()): Promise<TicketView> {
  const answer = await browser.post('/api/tickets', { session: session(), group: table });
  expect(answer.status).toBe(200);
  return answer.as<TicketView>();
}

function open({ url, document, protocols }: TicketView, query = ''): Listener {
  return new Listener(`${url}/${document}${query}`, protocols);
}

function feed(
  browser: Browser,
  options: { origin?: string | null; since?: string } = {},
): Listener {
  const { origin = server.origin, since } = options;
  const query = since === undefined ? '' : `?since=${since}`;
  return new Listener(ws(`/feed/${links.workshop}/${session()}${query}`), [], {
    headers: { cookie: browser.cookie, ...(origin !== null && { origin }) },
  });
}

describe('a document opens', () => {
  it('with its ticket, from whatever page, under our protocol [W1, T2]', async () => {
    const connection = open(await ticket(await seated(links.links.join, 'Ana')));
    await new Promise((resolve) => connection.socket.once('message', resolve));
    expect(connection.socket.protocol).toBe('reportback.1');
    // Deflating costs 247 KB a connection.
    expect(connection.socket.extensions).toBe('');
    connection.socket.close();
  });

  it('not with the ticket of another table, an altered one, none, or a foreign page’s cookie [W1, W2, T2]', async () => {
    const browser = await seated(links.links.join, 'Bo');
    const mine = await ticket(browser);
    const theirs = await ticket(await seated(links.links.join, 'Cy', group(1)), group(1));
    expect(await open({ ...mine, document: theirs.document }).closed()).toBe(4403);
    expect(await open({ ...mine, protocols: ['reportback.1', 'ticket.x'] }).closed()).toBe(4403);
    const bare = new Listener(`${mine.url}/${mine.document}`);
    expect(await bare.closed()).toBe(4403);
    for (const origin of ['https://evil.example', undefined]) {
      const headers = { cookie: browser.cookie, ...(origin !== undefined && { origin }) };
      const foreign = new Listener(`${mine.url}/${mine.document}`, [], { headers });
      expect(await foreign.closed()).toBe(4403);
    }
  });

  it('not under another incarnation, and not where there is none', async () => {
    const mine = await ticket(await seated(links.links.join, 'Di'));
    expect(await open({ ...mine, document: 'nonsense' }).closed()).toBe(4404);
    const other = mine.document.replace(/\.[^.]+$/, '.other');
    expect(await open({ ...mine, document: other }).closed()).toBe(4403);
  });

  it('no longer once its link was replaced, and open sockets are closed [W2, T3]', async () => {
    const made = await server.createWorkshop();
    const organizer = await server.enter(made.links.organizer);
    const answer = await server.browser().post('/api/tickets', {
      session: made.sessions[0]?.id,
      group: made.sessions[0]?.groups[0]?.id,
      token: new URL(made.links.join).hash.slice(1),
      name: 'Ed',
    });
    const theirs = answer.as<TicketView>();
    const connection = open(theirs);
    await new Promise((resolve) => connection.socket.once('message', resolve));
    await organizer.post(`/api/workshops/${made.workshop}/links/join/replace`, {});
    expect(await connection.closed()).toBe(4430);
    expect(await open(theirs).closed()).toBe(4430);
  });

  it('for what is not a message in binary it is closed [W3]', async () => {
    const connection = open(await ticket(await seated(links.links.join, 'Flo')));
    await new Promise((resolve) => connection.socket.once('open', resolve));
    connection.socket.send('hello');
    expect(await connection.closed()).toBe(4400);
  });
});

describe('the board’s feed', () => {
  it('begins with all cards, in the order of their tables [F1]', async () => {
    const follower = feed(await server.enter(links.links.screen));
    const first = await follower.hears(({ is }) => is === 'snapshot');
    expect(first).toMatchObject({ session: { id: session(), phase: 'gathering' } });
    expect(first.is === 'snapshot' && first.cards.map(({ number }) => number)).toEqual([1, 2]);
    follower.socket.close();
  });

  it('tells of a phase, of people, and nothing twice; coming back it tells what was missed [F1, F2]', async () => {
    const screen = await server.enter(links.links.screen);
    const follower = feed(screen);
    await follower.hears(({ is }) => is === 'snapshot');
    const facilitator = await server.enter(links.links.facilitator);
    await facilitator.post(`/api/workshops/${links.workshop}/sessions/${session()}/phase`, {
      command: 'next',
    });
    const change = await follower.hears(
      (message) => message.is === 'changes' && message.session?.phase === 'discuss',
    );
    expect('cards' in change).toBe(false);
    follower.socket.close();
    await follower.closed();

    const connection = open(await ticket(await seated(links.links.join, 'Gil')));
    await new Promise((resolve) => connection.socket.once('message', resolve));
    const again = feed(screen, { since: change.is === 'changes' ? change.at : '' });
    const missed = await again.hears(
      (message) => message.is === 'changes' && message.cards?.[0]?.people === 1,
    );
    expect(missed.is === 'changes' && missed.cards?.length).toBe(1);
    expect(again.heard.some(({ is }) => is === 'snapshot')).toBe(false);
    connection.socket.close();
    again.socket.close();
  });

  it('is for pages of ours with a pass [F3]', async () => {
    const viewer = await server.enter(links.links.view);
    expect(await feed(viewer, { origin: 'https://evil.example' }).closed()).toBe(4403);
    expect(await feed(viewer, { origin: null }).closed()).toBe(4403);
    expect(await feed(server.browser()).closed()).toBe(4403);
  });

  it('shows participants only their own table where tables do not read each other, until the report-back [F4]', async () => {
    const organizer = await server.enter(links.links.organizer);
    const path = `/api/workshops/${links.workshop}`;
    await organizer.call('PATCH', path, { othersReadable: false });
    const follower = feed(await seated(links.links.join, 'Hal', group(1)));
    const first = await follower.hears(({ is }) => is === 'snapshot');
    expect(first.is === 'snapshot' && first.cards.map(({ number }) => number)).toEqual([2]);
    for (const command of ['next', 'next'])
      await organizer.post(`${path}/sessions/${session()}/phase`, { command });
    await follower.hears((message) => message.is === 'snapshot' && message.cards.length === 2);
    await organizer.call('PATCH', path, { othersReadable: true });
    follower.socket.close();
  });

  it('ends with its workshop, and says so [F5]', async () => {
    const made = await server.createWorkshop();
    const organizer = await server.enter(made.links.organizer);
    const follower = new Listener(ws(`/feed/${made.workshop}/${made.sessions[0]?.id}`), [], {
      headers: { cookie: organizer.cookie, origin: server.origin },
    });
    await follower.hears(({ is }) => is === 'snapshot');
    expect((await organizer.call('DELETE', `/api/workshops/${made.workshop}`)).status).toBe(204);
    await follower.hears((message) => message.is === 'ended' && message.because === 'deleted');
    expect(await follower.closed()).toBe(4410);
  });
});

describe('an upgrade is refused', () => {
  it.each([
    ['at an address that has no socket', '/elsewhere', {}, 404],
    ['for a name that is not ours', '/feed/a/b', { host: 'evil.example' }, 403],
  ])('%s', async (_what, path, headers, status) => {
    const listener = new Listener(ws(path), [], { headers });
    const found = await new Promise((resolve) =>
      listener.socket.on('unexpected-response', (_request, answer) => resolve(answer.statusCode)),
    );
    expect(found).toBe(status);
  });
});
