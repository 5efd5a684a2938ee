import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { binaryFrame } from './binary-frame.ts';

it.each([0, 1, 125, 126, 65_535, 65_536, 200_000])('carries %i bytes whole', async (length) => {
  const message = new Uint8Array(length).map((_, index) => index * 7);
  const { wire, client } = await connected();
  const received = once(client, 'message');
  wire.write(binaryFrame(message));
  const [bytes, isBinary] = (await received) as [Buffer, boolean];
  expect(isBinary).toBe(true);
  expect(bytes.equals(message)).toBe(true);
});

it('is made once for all who are sent the same message', () => {
  const message = new Uint8Array([1, 2, 3]);
  expect(binaryFrame(message)).toBe(binaryFrame(message));
  expect(binaryFrame(new Uint8Array([1, 2, 3]))).not.toBe(binaryFrame(message));
});

/** A client as browsers are, and the server's side of the connection under it. */
async function connected(): Promise<{ wire: Duplex; client: WebSocket }> {
  const sockets = new WebSocketServer({ noServer: true });
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const upgraded = new Promise<Duplex>((resolve) => {
    server.on('upgrade', (request, wire, head) => {
      sockets.handleUpgrade(request, wire, head, () => resolve(wire));
    });
  });
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  onTestFinished(() => {
    client.terminate();
    server.close();
  });
  await once(client, 'open');
  return { wire: await upgraded, client };
}
