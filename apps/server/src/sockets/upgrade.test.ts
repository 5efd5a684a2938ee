import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import { defaultLimits } from '@reportback/sync';
import { turns } from '@reportback/sync/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type SocketCall, type SocketServer, socketServer } from './upgrade.ts';

let server: Server;
let sockets: SocketServer;
let port: number;
let isReady: boolean;
/** The raw connections that calls came over. */
let wires: Duplex[];
let calls: SocketCall[];
/** What the one route waits for before it answers that it took the call up. */
let decided: PromiseWithResolvers<void>;

beforeEach(async () => {
  isReady = true;
  wires = [];
  calls = [];
  decided = Promise.withResolvers();
  server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = address !== null && typeof address === 'object' ? address.port : 0;
  sockets = socketServer({
    place: { host: '127.0.0.1', publicUrl: new URL(`http://localhost:${port}`) },
    isReady: () => isReady,
    routes: {
      taken: async (call) => {
        calls.push(call);
        await decided.promise;
        return null;
      },
    },
    failed: (error) => {
      throw error;
    },
  });
  server.on('upgrade', (request, wire, head) => {
    wires.push(wire);
    sockets.upgrade(request, wire, head);
  });
});
afterEach(async () => {
  await sockets.close();
  for (const wire of wires) wire.destroy();
  server.close();
});

/** Asks for a WebSocket by hand, from a client that never closes its own side. */
function ask(path: string, host = `localhost:${port}`, more: readonly number[] = []): Socket {
  const client = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  const head = [
    `GET ${path} HTTP/1.1`,
    `Host: ${host}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    '\r\n',
  ].join('\r\n');
  client.write(Buffer.concat([Buffer.from(head), Buffer.from(more)]));
  return client;
}

const cases = [
  { what: 'while the server drains', path: '/taken', ready: false, status: 503 },
  { what: 'under a foreign name', path: '/taken', host: 'evil.example', status: 403 },
  { what: 'at an address that is none', path: '/nothing', status: 404 },
] as const;

describe.each(cases)('a call $what', (call) => {
  const host = () => ('host' in call ? call.host : undefined);
  beforeEach(() => {
    isReady = !('ready' in call);
  });

  it(`is answered ${call.status}, and keeps no connection of a client that stays [W2]`, async () => {
    const client = ask(call.path, host());
    expect(await text(client)).toMatch(new RegExp(`^HTTP/1\\.1 ${call.status} `));
    const [wire] = wires;
    if (wire?.closed === false) await once(wire, 'close');
    expect(calls).toEqual([]);
    client.destroy();
  });

  it('ends alone when its connection breaks', async () => {
    const client = ask(call.path, host());
    const [, wire] = await once(server, 'upgrade');
    // What nobody listens to is thrown, and would end the server.
    expect(() => wire.emit('error', new Error('read ECONNRESET'))).not.toThrow();
    expect(wire.destroyed).toBe(true);
    client.destroy();
  });
});

it('what is no WebSocket frame ends the connection that it came over, and no other', async () => {
  // A code that no frame has. What nobody listens to is thrown, and would end the server.
  const client = ask('/taken', undefined, [0x8f, 0x80, 0, 0, 0, 0]);
  await once(client, 'data');
  const [call] = calls;
  if (!call) throw new Error('The call was not taken.');
  // Not `once`, which would listen to errors itself.
  const closed = new Promise((resolve) => call.socket.on('close', resolve));
  decided.resolve();
  call.socket.resume();
  // The server says why, and waits for the other side.
  await once(client, 'data');
  client.destroy();
  await closed;
});

it('a message larger than rooms admit arrives, so that they can say so themselves', async () => {
  const client = new WebSocket(`ws://localhost:${port}/taken`);
  await once(client, 'open');
  const [call] = calls;
  if (!call) throw new Error('The call was not taken.');
  const heard = once(call.socket, 'message');
  decided.resolve();
  call.socket.resume();
  client.send(new Uint8Array(defaultLimits.frameBytes + 1));
  const [message] = await heard;
  expect(message).toHaveLength(defaultLimits.frameBytes + 1);
  client.close();
});

it('what a client says together with its call waits until somebody listens', async () => {
  // A text frame of a client, with a mask that changes nothing.
  const client = ask('/taken', undefined, [0x81, 0x82, 0, 0, 0, 0, ...Buffer.from('hi')]);
  await once(client, 'data');
  await turns(5);
  const heard: string[] = [];
  const [call] = calls;
  call?.socket.on('message', (message: Buffer) => heard.push(message.toString()));
  decided.resolve();
  call?.socket.resume();
  await vi.waitFor(() => expect(heard).toEqual(['hi']));
  client.destroy();
});
