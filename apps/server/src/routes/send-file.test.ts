import { once } from 'node:events';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Patience, sendFile } from './send-file.ts';

/** Far more than the systems of both ends take on the way. */
const size = 24_000_000;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'send-file-'));
  writeFileSync(path.join(folder, 'file'), '');
  truncateSync(path.join(folder, 'file'), size);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Somebody asks for the file and takes it in their own way; resolves with how many bytes and how it ended here. */
async function fetched(
  patience: Patience,
  take: (socket: Socket, ended: AbortSignal) => Promise<void>,
): Promise<{ taken: number; sent: boolean }> {
  const sending = Promise.withResolvers<boolean>();
  const server = createServer((_, response) => {
    sendFile({ path: path.join(folder, 'file'), size }, response, patience).then(
      () => sending.resolve(true),
      () => sending.resolve(false),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  const closed = new Promise((done) => socket.once('close', done));
  socket.write('GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n');
  const ended = new AbortController();
  const taking = take(socket, ended.signal);
  const sent = await sending.promise;
  ended.abort();
  await taking;
  if (sent) await closed;
  socket.destroy();
  server.close();
  return { taken: socket.bytesRead, sent };
}

it('who takes it gets it whole', async () => {
  const { taken, sent } = await fetched({ pause: 10_000, slowest: 1_000 }, async (socket) => {
    socket.resume();
  });
  expect(sent).toBe(true);
  expect(taken).toBeGreaterThan(size);
});

it('who takes nothing for a while does not get the rest', async () => {
  const { taken, sent } = await fetched({ pause: 200, slowest: 1_000 }, async (socket) => {
    socket.pause();
  });
  expect(sent).toBe(false);
  expect(taken).toBeLessThan(size);
});

it('who takes a little at a time, never standing still, does not hold it for long', async () => {
  const patience = { pause: 300, slowest: 4 * size };
  const { taken, sent } = await fetched(patience, async (socket, ended) => {
    while (!ended.aborted) {
      socket.read(20_000);
      await after(10);
    }
  });
  expect(sent).toBe(false);
  expect(taken).toBeGreaterThan(20_000);
  expect(taken).toBeLessThan(size);
});
