import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { Device, eachOnItsOwn, lamp, server, serverText, type, until } from './testing/device.ts';

eachOnItsOwn();

describe('when the network fails', () => {
  it('says only on this device, comes back by itself, and brings what was typed meanwhile', async () => {
    const device = new Device();
    const document = await device.openLive();
    await server.stop();
    await until(() => document.connection.get().is === 'offline');
    type(document, 'offline ');
    expect(lamp(document)).toBe('saving');
    await until(() => document.keeping.get() === 'kept');
    expect(document.save.get()).toMatchObject({ is: 'only-here', because: null, lines: 1 });
    await server.start();
    device.time.pass(10_000);
    await until(() => lamp(document) === 'saved');
    expect(serverText()).toBe('offline .');
    expect(document.connection.get().is).toBe('live');
  });

  it('waits longer each time it fails, and tries at once when it is told that there is a network', async () => {
    const device = new Device();
    const document = await device.openLive();
    device.answer = () => ({ is: 'unreachable' });
    // The ticket is at hand, so only the socket fails.
    await server.stop();
    await until(() => document.connection.get().is === 'offline');
    await server.start();
    expect(server.open.size).toBe(0);
    device.signal('online');
    await until(() => document.connection.get().is === 'live');
  });

  it('notices a connection that died without a word', async () => {
    const device = new Device();
    const document = await device.openLive();
    server.isDeaf = true;
    type(document, 'a');
    device.time.pass(5_000);
    await until(() => lamp(document) === 'only-here');
    device.time.pass(4_000);
    expect(document.connection.get().is).toBe('offline');
    server.isDeaf = false;
    device.time.pass(10_000);
    await until(() => lamp(document) === 'saved');
    expect(serverText()).toBe('a.');
  });

  it('asks a silent connection after a sleep, and keeps one that answers', async () => {
    const device = new Device();
    const document = await device.openLive();
    const before = document.connection.get();
    device.signal('woke');
    server.doc.getText('note').insert(0, 'x');
    await until(() => document.doc.getText('note').toString() === 'x.');
    device.time.pass(4_000);
    expect(document.connection.get()).toBe(before);
  });

  it('leaves coming back to its own clock, and does not use the provider’s, which knows no jitter', async () => {
    let opened = 0;
    class CountedSocket extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols);
        opened++;
      }
    }
    const device = new Device('tab', CountedSocket);
    const document = await device.openLive();
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    try {
      server.cutAll();
      await vi.waitUntil(() => document.connection.get().is === 'offline');
      vi.advanceTimersByTime(60_000);
    } finally {
      vi.useRealTimers();
    }
    expect(opened).toBe(1);
    device.time.pass(1_000);
    await until(() => document.connection.get().is === 'live');
  });

  it('comes back soon after a cut, however often it had failed before an earlier one', async () => {
    const device = new Device();
    // Good for the first connection alone.
    device.answer = () => ({ is: 'ticket', ticket: server.ticket(1_060_001) });
    const document = await device.openLive();
    await server.stop();
    await until(() => document.connection.get().is === 'offline');
    device.answer = () => ({ is: 'unreachable' });
    for (let failure = 0; failure < 6; failure++) {
      const { asked } = device;
      device.time.pass(10_000);
      await until(() => device.asked > asked);
    }
    device.answer = () => ({ is: 'ticket', ticket: server.ticket() });
    await server.start();
    device.time.pass(10_000);
    await until(() => document.connection.get().is === 'live');
    server.cutAll();
    await until(() => document.connection.get().is === 'offline');
    device.time.pass(250);
    await until(() => document.connection.get().is === 'live');
  });

  it('gives up a connection that is never answered', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    if (address === null || typeof address === 'string') throw new Error('no port was given');
    const device = new Device();
    device.answer = () => {
      const url = `ws://127.0.0.1:${address.port}`;
      return { is: 'ticket', ticket: { ...server.ticket(), url } };
    };
    const { document } = device.hold();
    const [socket] = await once(silent, 'connection');
    device.time.pass(15_000);
    await until(() => document.connection.get().is === 'offline');
    socket.destroy();
    silent.close();
  });

  it('gives up a connection that opens and never brings the document, and tries again', async () => {
    const device = new Device();
    server.isDeaf = true;
    const { document } = device.hold();
    await until(() => server.heard > 0);
    device.time.pass(29_999);
    // A sign of life is no answer.
    server.beat();
    expect(document.connection.get().is).toBe('connecting');
    device.time.pass(1);
    expect(document.connection.get().is).toBe('offline');
    await until(() => server.open.size === 0);
    server.isDeaf = false;
    device.time.pass(1_000);
    await until(() => document.connection.get().is === 'live');
    expect(server.offered).toHaveLength(2);
    // Its patience ended with the answer.
    device.time.pass(30_000);
    expect(document.connection.get().is).toBe('live');
  });

  it('asks a connection that has brought nothing yet after a sleep too', async () => {
    const device = new Device();
    server.isDeaf = true;
    const { document } = device.hold();
    await until(() => server.heard > 0);
    const { heard } = server;
    device.signal('woke');
    await until(() => server.heard > heard);
    device.time.pass(4_000);
    expect(document.connection.get().is).toBe('offline');
  });

  it('comes back at once where its socket was closed while the page was kept aside', async () => {
    const sockets: WebSocket[] = [];
    /** A browser says that it is closed only after it has said that the page is shown again. */
    class SecretlyClosed extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols);
        this.addEventListener('close', (event) => event.stopImmediatePropagation());
        sockets.push(this);
      }
    }
    const device = new Device('tab', SecretlyClosed);
    const document = await device.openLive();
    server.cutAll();
    await until(() => sockets[0]?.readyState === WebSocket.CLOSED);
    expect(document.connection.get().is).toBe('live');
    device.signal('woke');
    expect(document.connection.get().is).toBe('offline');
    device.time.pass(250);
    await until(() => document.connection.get().is === 'live');
  });

  it('is shown to others with a newer clock, as the server may remember it from before the cut', async () => {
    const device = new Device();
    const document = await device.openLive();
    const { awareness } = document;
    awareness.setLocalState({ user: { name: 'Ada' } });
    const clock = () => awareness.meta.get(awareness.clientID)?.clock ?? 0;
    const before = clock();
    server.cutAll();
    await until(() => document.connection.get().is === 'offline');
    device.time.pass(1_000);
    await until(() => document.connection.get().is === 'live');
    expect(clock()).toBeGreaterThan(before);
  });

  it('does not call saved what only the lost connection had carried', async () => {
    const device = new Device();
    const document = await device.openLive();
    server.acknowledges = false;
    type(document, 'a');
    await until(() => serverText() === 'a.');
    server.cutAll();
    await until(() => lamp(document) === 'only-here');
    device.time.pass(10_000);
    await until(() => document.connection.get().is === 'live');
    expect(lamp(document)).toBe('saving');
    server.acknowledgeAll();
    await until(() => lamp(document) === 'saved');
  });
});

it('finds out that it shows something else than the server holds, and mends it', async () => {
  const device = new Device();
  const document = await device.openLive();
  // A change that the server forgot to tell.
  server.doc.getText('note').insert(0, 'unheard of ');
  device.time.pass(90_000);
  await until(() => {
    device.time.pass(3_000);
    return document.doc.getText('note').toString() === 'unheard of .';
  });
  expect(document.differs.get()).toBe(false);
});

it('says so when it shows something else and connecting anew does not mend it', async () => {
  const device = new Device();
  const document = await device.openLive();
  const { integrate } = Y.Item.prototype;
  // Yjs breaks halfway through what the server sends, each time anew.
  Y.Item.prototype.integrate = function (transaction, offset) {
    if (transaction.doc === document.doc) throw new Error('broken');
    integrate.call(this, transaction, offset);
  };
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    server.doc.getText('note').insert(0, 'never seen ');
    device.time.pass(90_000);
    await until(() => {
      device.time.pass(3_000);
      return document.differs.get();
    });
    expect(server.asked).toHaveLength(2);
  } finally {
    Y.Item.prototype.integrate = integrate;
    complaints.mockRestore();
  }
});
