import { createHash } from 'node:crypto';
import type { LinksView, Role } from '@reportback/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { agenda, TestServer } from '../testing/test-server.ts';

let server: TestServer;
let links: LinksView;
let others: LinksView;
const holders = new Map<Role | 'stranger', Browser>();

beforeAll(async () => {
  server = await TestServer.start();
  links = await server.createWorkshop();
  others = await server.createWorkshop();
  for (const [role, name] of [
    ['organizer', 'organizer'],
    ['facilitator', 'facilitator'],
    ['participant', 'join'],
    ['screen', 'screen'],
    ['viewer', 'view'],
  ] as const)
    holders.set(role, await server.enter(links.links[name]));
  // A stranger holds a link too, of another workshop.
  holders.set('stranger', await server.enter(others.links.organizer));
});
afterAll(() => server.remove());

const session = () => links.sessions[0]?.id ?? '';
const group = () => links.sessions[0]?.groups[0]?.id ?? '';
const here = () => `/api/workshops/${links.workshop}`;

/** Each call, and who may make it. Calls that would change the links or remove the workshop come last. */
const calls: readonly {
  readonly call: string;
  readonly make: (browser: Browser) => Promise<{ readonly status: number }>;
  readonly may: readonly (Role | 'stranger')[];
}[] = [
  {
    call: 'GET workshop',
    make: (browser) => browser.get(here()),
    may: ['organizer', 'facilitator', 'participant', 'screen', 'viewer'],
  },
  {
    call: 'PATCH workshop',
    make: (browser) => browser.call('PATCH', here(), { place: 'Chicago' }),
    may: ['organizer'],
  },
  { call: 'GET links', make: (browser) => browser.get(`${here()}/links`), may: ['organizer'] },
  {
    call: 'PATCH session',
    make: (browser) => browser.call('PATCH', `${here()}/sessions/${session()}`, { prompt: 'Why?' }),
    may: ['organizer'],
  },
  {
    call: 'PATCH table',
    make: (browser) => browser.call('PATCH', `${here()}/groups/${group()}`, { name: 'Lakefront' }),
    may: ['organizer'],
  },
  {
    call: 'POST phase',
    make: (browser) => browser.post(`${here()}/sessions/${session()}/phase`, { command: 'next' }),
    may: ['organizer', 'facilitator'],
  },
  {
    call: 'PUT seat',
    make: (browser) => browser.call('PUT', `${here()}/seat`, { name: 'Ana', group: group() }),
    may: ['organizer', 'facilitator', 'participant'],
  },
  {
    call: 'POST ticket',
    make: (browser) => browser.post('/api/tickets', { session: session(), group: group() }),
    may: ['organizer', 'facilitator', 'participant', 'viewer'],
  },
  {
    call: 'GET record',
    make: (browser) => browser.get(`${here()}/record.md`),
    may: ['organizer', 'facilitator', 'viewer'],
  },
  {
    call: 'POST record standing',
    make: (browser) => browser.post(`${here()}/record-standing`, { is: 'correct', days: 2 }),
    may: ['organizer'],
  },
  {
    call: 'POST link replace',
    make: (browser) => browser.post(`${here()}/links/screen/replace`, {}),
    may: ['organizer'],
  },
];

describe.each(calls)('$call', ({ make, may }) => {
  it.each(['participant', 'viewer', 'screen', 'facilitator', 'stranger', 'organizer'] as const)(
    '%s',
    async (role) => {
      const browser = holders.get(role) ?? server.browser();
      const { status } = await make(browser);
      expect(status).toBe(may.includes(role) ? 200 : 403);
    },
  );
});

describe('nobody but an organizer of the workshop deletes it', () => {
  it.each(['stranger', 'viewer', 'participant', 'facilitator'] as const)('%s', async (role) => {
    expect((await holders.get(role)?.call('DELETE', here()))?.status).toBe(403);
  });
});

describe('a page of another origin', () => {
  const foreign = { origin: 'https://evil.example' };

  it('changes nothing with a cookie that the browser sent along [H2]', async () => {
    const organizer = holders.get('organizer') ?? server.browser();
    for (const [method, path, body] of [
      ['DELETE', here(), undefined],
      ['PATCH', here(), { title: 'Ours now' }],
      ['POST', `${here()}/sessions/${session()}/phase`, { command: 'freeze' }],
    ] as const)
      expect((await organizer.call(method, path, body, foreign)).status).toBe(403);
    const bare = await organizer.call('DELETE', here(), undefined, {});
    expect(bare.status).toBe(403);
    expect((await organizer.get(here())).text).not.toContain('Ours now');
  });

  it('makes no workshop on a server that only this machine reaches', async () => {
    const request = { agenda, tables: 1, timeZone: 'UTC' };
    const answer = await server.browser().call('POST', '/api/workshops', request, foreign);
    expect(answer.status).toBe(403);
  });

  it('sends no form, because only JSON is read', async () => {
    const answer = await server
      .browser()
      .call('POST', '/api/enter', 'token=x', { 'content-type': 'text/plain' });
    expect(answer.status).toBe(400);
  });
});

it('a name that somebody made point to this machine is not answered', async () => {
  const { request } = await import('node:http');
  const status = await new Promise((resolve, reject) => {
    const url = new URL('/api/start', server.origin);
    request(url, { headers: { host: `evil.example:${url.port}` } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(403);
});

it('no secret stands in a log, and none in the database', async () => {
  const secrets = Object.values(links.links).map((link) => new URL(link).hash.slice(1));
  for (const secret of secrets) expect(server.logged).not.toContain(secret);
  const cookie = holders.get('organizer')?.cookie.split('=')[1] ?? '';
  const pass = await server.running.services.store.pass(
    createHash('sha256').update(cookie).digest('hex'),
  );
  expect(pass).not.toBeNull();
  expect(JSON.stringify(pass)).not.toContain(cookie);
});

describe('a server that others reach', () => {
  let open: TestServer;
  beforeAll(async () => {
    open = await TestServer.start({ PUBLIC_URL: 'https://reportback.example.org' });
  });
  afterAll(() => open.remove());

  const at = { origin: 'https://reportback.example.org' };
  const call = async (path: string, body: unknown, cookie = '') => {
    const address = open.running.address;
    return fetch(new URL(path, address), {
      method: 'POST',
      headers: { ...at, 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });
  };

  it('lets make workshops only who opened the creation link', async () => {
    const request = { agenda, tables: 1, timeZone: 'UTC' };
    expect((await call('/api/workshops', request)).status).toBe(403);
    const { creation } = open.running.services;
    expect((await call('/api/creation', { token: '1.AAAAAAAAAAAAAAAAAAAAAAAA' })).status).toBe(403);
    const token = new URL(await creation.address()).hash.slice(1);
    const opened = await call('/api/creation', { token });
    expect(opened.status).toBe(204);
    const [cookie = ''] = opened.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/Secure/);
    expect(cookie).toMatch(/SameSite=Lax/);
    const made = await call('/api/workshops', request, cookie.split(';')[0]);
    expect(made.status).toBe(201);
    expect(await made.text()).toContain('https://reportback.example.org/join#');
  });

  it('does not open its example to whoever comes by', async () => {
    const start = await fetch(new URL('/api/start', open.running.address));
    expect(await start.json()).toEqual({ mayCreate: false, signIn: null, workshops: [] });
  });
});
