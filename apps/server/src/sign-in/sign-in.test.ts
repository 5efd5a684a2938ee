import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { LinksView, StartView, WorkshopView } from '@reportback/domain';
import { parseSetCookie } from 'cookie';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { agenda, TestServer } from '../testing/test-server.ts';

/*
 * Signing in with a real OpenID Connect provider in this process, `oidc-provider`, and its own forms. Its users are
 * whoever types a name; “unverified@…” has an address that it has not verified.
 */

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const publicUrl = 'https://reportback.example.org';
const secret = 'a-secret-of-the-client-alone';

let provider: Server;
let issuer: string;
let server: TestServer;

beforeAll(async () => {
  provider = createServer();
  provider.listen(0, '127.0.0.1');
  await once(provider, 'listening');
  const address = provider.address();
  issuer = `http://localhost:${address !== null && typeof address !== 'string' ? address.port : 0}`;
  const oidc = new Provider(issuer, {
    clients: [
      {
        client_id: 'reportback',
        client_secret: secret,
        redirect_uris: [`${publicUrl}/api/sign-in/return`],
      },
    ],
    claims: { email: ['email', 'email_verified'] },
    cookies: { keys: ['of-this-test'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: id, email_verified: !id.startsWith('unverified') }),
    }),
  });
  // It warns that its forms are for trying out, which is what they are for here.
  oidc.on('server_error', (_context, error) => {
    throw error;
  });
  const answer = oidc.callback();
  provider.on('request', (request, response) => void answer(request, response));
  server = await TestServer.start({
    PUBLIC_URL: publicUrl,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'reportback',
    OIDC_CLIENT_SECRET: secret,
    OIDC_ALLOWED: 'ana@example.org, lakemoor.example',
  });
});
afterAll(async () => {
  await server.remove();
  provider.closeAllConnections();
  provider.close();
});

/** A person's browser: one jar for Reportback and the provider each, and every redirect followed by hand. */
class Person {
  readonly #jars = new Map<string, Map<string, string>>();

  async ask(
    address: string,
    form?: Readonly<Record<string, string>>,
    json?: unknown,
    method = form === undefined && json === undefined ? 'GET' : 'POST',
  ) {
    const url = new URL(address, publicUrl);
    const jar = this.#jars.get(url.origin) ?? new Map<string, string>();
    this.#jars.set(url.origin, jar);
    const isOurs = url.origin === publicUrl;
    const sent = isOurs ? new URL(url.pathname + url.search, server.running.address) : url;
    const answer = await fetch(sent, {
      method,
      redirect: 'manual',
      headers: {
        cookie: Array.from(jar, ([name, value]) => `${name}=${value}`).join('; '),
        ...(isOurs && { origin: publicUrl }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
      },
      ...(form !== undefined && { body: new URLSearchParams(form) }),
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    for (const header of answer.headers.getSetCookie()) {
      const { name, value, maxAge } = parseSetCookie(header);
      if (maxAge === 0) jar.delete(name);
      else jar.set(name, value ?? '');
    }
    return answer;
  }

  /** Follows redirects until a page comes, or Reportback is back. */
  async follow(address: string, form?: Readonly<Record<string, string>>): Promise<URL> {
    let url = new URL(address, publicUrl);
    let answer = await this.ask(url.href, form);
    for (let next = answer.headers.get('location'); next !== null; ) {
      url = new URL(next, url);
      if (url.origin === publicUrl && !url.pathname.startsWith('/api/')) return url;
      answer = await this.ask(url.href);
      next = answer.headers.get('location');
    }
    return url;
  }

  /** Signs in at the provider as it asks for it. @returns where Reportback leads then */
  async signIn(login: string, to = '/'): Promise<string> {
    let at = await this.follow(`/api/sign-in?to=${to}`);
    expect(at.origin).toBe(issuer);
    at = await this.follow(at.href, { prompt: 'login', login, password: 'any' });
    if (at.origin === issuer) at = await this.follow(at.href, { prompt: 'consent' });
    expect(at.origin).toBe(publicUrl);
    return at.pathname + at.search;
  }

  async start(): Promise<StartView> {
    return (await (await this.ask('/api/start')).json()) as StartView;
  }
}

const workshop = { agenda, tables: 1, timeZone: 'America/Chicago' };

it('who signs in may make workshops, owns them, and finds them on any device', async () => {
  const ana = new Person();
  expect(await ana.start()).toMatchObject({ mayCreate: false, signIn: { account: null } });
  expect((await ana.ask('/api/workshops', undefined, workshop)).status).toBe(403);

  expect(await ana.signIn('Ana@Example.org', '/new')).toBe('/new');
  expect(await ana.start()).toMatchObject({
    mayCreate: true,
    signIn: { account: 'ana@example.org' },
  });
  const made = await ana.ask('/api/workshops', undefined, workshop);
  expect(made.status).toBe(201);
  const { workshop: id } = (await made.json()) as LinksView;

  const elsewhere = new Person();
  await elsewhere.signIn('ana@example.org');
  expect((await elsewhere.start()).workshops).toMatchObject([{ id, role: 'organizer' }]);
  const opened = await elsewhere.ask(`/api/workshops/${id}`);
  expect(((await opened.json()) as WorkshopView).me.role).toBe('organizer');
  expect((await elsewhere.ask(`/api/workshops/${id}/links`)).status).toBe(200);

  // Somebody else of the same house may make workshops, and sees nothing of this one.
  const bo = new Person();
  await bo.signIn('bo@lakemoor.example');
  expect(await bo.start()).toMatchObject({ mayCreate: true, workshops: [] });
  expect((await bo.ask(`/api/workshops/${id}`)).status).toBe(403);

  // Until Ana says that it is theirs too; then on any device, without a link.
  const own = (person: Person, email: string, owns: boolean) =>
    person.ask(`/api/workshops/${id}/owners`, undefined, { email, owns }, 'PUT');
  expect((await own(bo, 'bo@lakemoor.example', true)).status).toBe(403);
  const outsider = await own(ana, 'eve@elsewhere.example', true);
  expect([outsider.status, await outsider.text()]).toEqual([
    400,
    expect.stringContaining('may not sign in on this server'),
  ]);
  const shared = await own(ana, 'Bo@Lakemoor.example', true);
  expect(await shared.json()).toEqual({ owners: ['ana@example.org', 'bo@lakemoor.example'] });
  expect((await bo.start()).workshops).toMatchObject([{ id, role: 'organizer' }]);
  const bos = (await (await bo.ask(`/api/workshops/${id}`)).json()) as WorkshopView;
  expect([bos.me.role, bos.owners]).toEqual([
    'organizer',
    ['ana@example.org', 'bo@lakemoor.example'],
  ]);
  await own(bo, 'ana@example.org', false);
  const late = new Person();
  await late.signIn('ana@example.org');
  expect((await late.start()).workshops).toEqual([]);
  expect((await late.ask(`/api/workshops/${id}`)).status).toBe(403);

  await elsewhere.ask('/api/sign-out', undefined, {});
  expect((await elsewhere.start()).signIn).toEqual({ account: null });
});

it.each([
  ['eve@elsewhere.example', 'not-allowed'],
  ['eve@evil-lakemoor.example', 'not-allowed'],
  ['unverified@lakemoor.example', 'no-email'],
])('%s is sent back: %s', async (login, because) => {
  const person = new Person();
  expect(await person.signIn(login)).toBe(`/?sign-in=${because}`);
  expect(await person.start()).toMatchObject({ mayCreate: false, signIn: { account: null } });
});

it('an answer of the provider counts once, in the browser that asked for it, and only unchanged', async () => {
  const ana = new Person();
  const form = await ana.follow('/api/sign-in');
  let back = '';
  const real = ana.ask.bind(ana);
  ana.ask = (address, ...rest) => {
    if (address.startsWith(`${publicUrl}/api/sign-in/return`)) back = address;
    return real(address, ...rest);
  };
  const at = await ana.follow(form.href, {
    prompt: 'login',
    login: 'ana@example.org',
    password: '',
  });
  if (at.origin === issuer) await ana.follow(at.href, { prompt: 'consent' });
  expect(back).toContain('code=');

  // Eve made Ana's browser open it, or opens what she saw of it.
  const eve = new Person();
  expect((await eve.follow(back)).search).toBe('?sign-in=out-of-time');
  // Eve has begun herself: state and verifier are not those.
  await eve.follow('/api/sign-in');
  expect((await eve.follow(back)).search).toBe('?sign-in=failed');
  expect((await eve.start()).signIn).toEqual({ account: null });
  // Once more by Ana.
  expect((await ana.follow(back)).search).toBe('?sign-in=out-of-time');
});

it('an account that somebody writes into a cookie is none', async () => {
  const said = Buffer.from(
    JSON.stringify({ expires: Date.now() + 1e9, value: 'ana@example.org' }),
  ).toString('base64url');
  const answer = await fetch(new URL('/api/start', server.running.address), {
    headers: { cookie: `reportback-account=${said}.${'A'.repeat(24)}` },
  });
  expect(await answer.json()).toMatchObject({ signIn: { account: null } });
});

it('nobody comes in by a creation link, and nothing of signing in is in the log', async () => {
  const token = new URL(await server.running.services.creation.address()).hash.slice(1);
  const person = new Person();
  expect((await person.ask('/api/creation', undefined, { token })).status).toBe(403);
  expect(server.logged).not.toMatch(/example\.org|lakemoor|code=|a-secret-of/);
});

it('a provider that does not answer keeps nobody from links', async () => {
  const alone = await TestServer.start({
    OIDC_ISSUER: 'http://localhost:9',
    OIDC_CLIENT_ID: 'reportback',
    OIDC_CLIENT_SECRET: secret,
    OIDC_ALLOWED: 'ana@example.org',
  });
  const answer = await alone.browser().get('/api/sign-in');
  expect(answer.headers.get('location')).toBe('/?sign-in=failed');
  const links = await alone.createWorkshop(1);
  expect((await (await alone.enter(links.links.join)).get('/api/start')).status).toBe(200);
  await alone.remove();
});

it('a server where nobody signs in has no such address', async () => {
  const plain = await TestServer.start();
  expect((await plain.browser().get('/api/sign-in')).status).toBe(404);
  expect((await plain.browser().get('/api/start')).as<StartView>().signIn).toBeNull();
  await plain.remove();
});
