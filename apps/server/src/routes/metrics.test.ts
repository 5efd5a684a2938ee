import { once } from 'node:events';
import type { LinksView, TicketView } from '@reportback/domain';
import { afterEach, expect, it, vi } from 'vitest';
import { Listener } from '../testing/listener.ts';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
afterEach(() => server.remove());

const token = 'a-token-of-more-than-sixteen';

async function openTable(links: LinksView): Promise<Listener> {
  const [session] = links.sessions;
  const answer = await server.browser().post('/api/tickets', {
    session: session?.id,
    group: session?.groups[0]?.id,
    token: new URL(links.links.join).hash.slice(1),
    name: 'Ana Secretname',
  });
  const { url, document, protocols } = answer.as<TicketView>();
  const listener = new Listener(`${url}/${document}`, protocols);
  await once(listener.socket, 'message');
  return listener;
}

it('counts connections, documents, time to the disk and to the board, and errors, and names nobody', async () => {
  server = await TestServer.start();
  const links = await server.createWorkshop();
  const table = await openTable(links);
  const text = (await server.browser().get('/metrics')).text;
  expect(text).toMatch(/^reportback_connections 1$/m);
  expect(text).toMatch(/^reportback_documents_open 1$/m);
  expect(text).toMatch(/^reportback_unsaved_age_seconds 0/m);
  expect(text).toMatch(/^reportback_sync_seconds_count\{step="load"\} 1$/m);
  expect(text).toMatch(/^reportback_board_lag_seconds_count 0$/m);
  expect(text).toMatch(/^reportback_errors_total\{where="call"\} 0$/m);
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  expect(text).not.toContain('Secretname');
  expect(text).not.toContain(links.workshop);

  table.socket.send(new Uint8Array([9, 9, 9]));
  await table.closed();
  await vi.waitFor(async () => {
    const after = (await server.browser().get('/metrics')).text;
    expect(after).toMatch(/^reportback_connections 0$/m);
    expect(after).toMatch(/^reportback_closed_connections_total\{reason="malformed"\} 1$/m);
  });
});

it('are there for the token alone where one is set, and for nobody through a public name without one', async () => {
  server = await TestServer.start({ METRICS_TOKEN: token });
  const ask = (authorization?: string) =>
    fetch(new URL('/metrics', server.origin), {
      headers: authorization === undefined ? {} : { authorization },
    });
  expect((await ask(`Bearer ${token}`)).status).toBe(200);
  for (const wrong of [undefined, 'Bearer', `Bearer ${token}x`, `Basic ${token}`])
    expect((await ask(wrong)).ok).toBe(false);
  await server.remove();

  server = await TestServer.start({ PUBLIC_URL: 'https://notes.example' });
  const local = new URL('/metrics', server.running.address);
  expect((await fetch(local)).ok).toBe(false);
});

it('ready says that a write reaches the disk', async () => {
  server = await TestServer.start();
  expect((await server.browser().get('/readyz')).text).toBe('ready\n');
  const { store, clock } = server.running.services;
  expect(Number(await store.fact('last-ready'))).toBeLessThanOrEqual(clock.wallTime());
});
