import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { answerWhileStarting } from './starting.ts';

it('who comes before a server can serve is told to come back, and then let in', async () => {
  const server = createServer();
  const serve = answerWhileStarting(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const host = `127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
  const early = await fetch(`http://${host}/readyz`);
  expect(early.status).toBe(503);
  expect(early.headers.get('retry-after')).toBe('1');
  const socket = new WebSocket(`ws://${host}/feed/w/s`);
  socket.on('error', () => {});
  const [, refused] = await once(socket, 'unexpected-response');
  expect(refused.statusCode).toBe(503);
  socket.terminate();

  serve(
    (_request, response) => response.end('here'),
    (_request, wire) => wire.end('HTTP/1.1 418 Here\r\n\r\n'),
  );
  expect(await (await fetch(`http://${host}/readyz`)).text()).toBe('here');
  const later = new WebSocket(`ws://${host}/feed/w/s`);
  later.on('error', () => {});
  const [, answer] = await once(later, 'unexpected-response');
  expect(answer.statusCode).toBe(418);
  later.terminate();
  server.closeAllConnections();
  server.close();
});
