import { once } from 'node:events';
import { connect } from 'node:net';
import type { TicketView } from '@reportback/domain';
import { expect, it } from 'vitest';
import { Listener } from '../testing/listener.ts';
import { TestServer } from '../testing/test-server.ts';

it('a server that is asked to stop sends everybody away to come back, lets nobody in, and leaves nothing open [W2]', async () => {
  const server = await TestServer.start();
  const links = await server.createWorkshop();
  const [session] = links.sessions;
  const asked = await server.browser().post('/api/tickets', {
    session: session?.id,
    group: session?.groups[0]?.id,
    token: new URL(links.links.join).hash.slice(1),
    name: 'Ana',
  });
  const { url, document, protocols } = asked.as<TicketView>();
  const writer = new Listener(`${url}/${document}`, protocols);
  await once(writer.socket, 'message');
  const screen = await server.enter(links.links.screen);
  const socketOrigin = server.origin.replace('http', 'ws');
  const headers = { cookie: screen.cookie, origin: server.origin };
  const feed = `${socketOrigin}/feed/${links.workshop}/${session?.id}`;
  const follower = new Listener(feed, [], { headers });
  await follower.hears(({ is }) => is === 'snapshot');

  // One that never answers the close keeps the server waiting, for a second.
  const { port } = new URL(server.origin);
  const silent = connect(Number(port), '127.0.0.1');
  silent.write(
    [
      `GET /feed/${links.workshop}/${session?.id} HTTP/1.1`,
      `Host: localhost:${port}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
      `Origin: ${server.origin}`,
      `Cookie: ${screen.cookie}`,
      '\r\n',
    ].join('\r\n'),
  );
  await once(silent, 'data');

  const stopping = server.stop();
  expect(await writer.closed()).toBe(1012);
  expect(await follower.closed()).toBe(1012);
  const late = new Listener(feed, [], { headers });
  const [, answer] = await once(late.socket, 'unexpected-response');
  expect(answer.statusCode).toBe(503);
  expect((await fetch(`http://localhost:${port}/readyz`)).status).toBe(503);
  late.socket.terminate();
  await stopping;
  await expect(fetch(new URL('/healthz', `http://localhost:${port}`))).rejects.toThrow();
  silent.destroy();
  await server.remove();
});
