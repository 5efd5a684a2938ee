import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { Follower } from './follower.ts';

it('a follower that reads nothing is cut off before much is kept for it [F7]', async () => {
  const http = createServer().listen(0);
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
  const { port } = http.address() as AddressInfo;
  const page = new WebSocket(`ws://localhost:${port}`);
  page.on('error', () => {});
  const [[socket]] = (await Promise.all([once(sockets, 'connection'), once(page, 'open')])) as [
    [WebSocket],
    unknown,
  ];
  page.pause();
  const follower = new Follower(socket, () => 'all', null);
  const text = Buffer.alloc(64 * 1024, 'x');
  let most = 0;
  // Longer than any buffer of the system between the two.
  for (let sent = 0; sent < 4000 && socket.readyState === socket.OPEN; sent++) {
    follower.tell(text);
    most = Math.max(most, socket.bufferedAmount);
    if (sent % 8 === 0) await setTimeout(0);
  }
  expect(socket.readyState).not.toBe(socket.OPEN);
  expect(most).toBeLessThan(1024 * 1024);
  page.terminate();
  sockets.close();
  http.close();
});
