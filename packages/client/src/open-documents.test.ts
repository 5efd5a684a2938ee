import 'fake-indexeddb/auto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import type { TicketOutcome } from './host.ts';
import type { OpenDocument } from './open-document.ts';
import { type Hold, OpenDocuments } from './open-documents.ts';
import { ManualClock } from './testing/manual-clock.ts';
import { SmallServer } from './testing/small-server.ts';
import type { WakeSignal } from './wake-signals.ts';

let server: SmallServer;
const holds: Hold[] = [];

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  server = await new SmallServer().start();
  server.doc.getText('note').insert(0, '.');
});
afterEach(async () => {
  for (const device of devices.splice(0)) device.leave();
  holds.splice(0);
  await server.stop();
});

const devices: Device[] = [];

/** One tab of a browser, with its own clock and signals. */
class Device {
  readonly time = new ManualClock();
  readonly documents: OpenDocuments;
  signal: (signal: WakeSignal) => void = () => undefined;
  asked = 0;
  answer: () => TicketOutcome = () => ({ is: 'ticket', ticket: server.ticket() });

  constructor(visit = 'tab', Socket = WebSocket) {
    devices.push(this);
    this.documents = new OpenDocuments(
      {
        clock: this.time.clock,
        chance: () => 0,
        schemaVersion: 3,
        WebSocket: Socket,
        signals: (heard) => {
          this.signal = heard;
          return () => undefined;
        },
      },
      visit,
    );
  }

  hold(name = 'table'): Hold {
    const hold = this.documents.open({
      name,
      ticket: null,
      askForTicket: () => {
        this.asked++;
        return Promise.resolve(this.answer());
      },
    });
    holds.push(hold);
    return hold;
  }

  async openLive(): Promise<OpenDocument> {
    const { document } = this.hold();
    await until(() => document.connection.get().is === 'live');
    return document;
  }

  /** Ends the visit as closing the tab does. */
  leave(): void {
    this.documents.closeAll();
  }
}

const until = (condition: () => boolean) =>
  vi.waitFor(() => expect(condition()).toBe(true), { timeout: 5_000, interval: 2 });
const type = (document: OpenDocument, text: string) => document.doc.getText('note').insert(0, text);
const lamp = (document: OpenDocument) => document.save.get().is;
const serverText = () => server.doc.getText('note').toString();

describe('an open document', () => {
  it('brings what the server has, and takes what is typed to it', async () => {
    const document = await new Device().openLive();
    expect(document.doc.getText('note').toString()).toBe('.');
    expect(document.isLoaded.get()).toBe(true);
    type(document, 'a');
    expect(lamp(document)).toBe('saving');
    await until(() => lamp(document) === 'saved');
    expect(serverText()).toBe('a.');
  });

  it('offers its ticket as a subprotocol, and says which schema of documents it knows', async () => {
    await new Device().openLive();
    expect(server.offered).toEqual(['reportback.1, ticket.1']);
    expect(server.asked).toEqual(['ack=1&schema=3']);
  });

  it('hears of another tab through the server alone, which knows what is saved', async () => {
    const channel = vi.spyOn(BroadcastChannel.prototype, 'postMessage');
    const document = await new Device().openLive();
    type(document, 'one ');
    await until(() => lamp(document) === 'saved');
    expect(channel).not.toHaveBeenCalled();
    channel.mockRestore();
  });

  it('asks for one ticket at a time, and connects no more once it is closed', async () => {
    const device = new Device();
    const hold = device.hold();
    await until(() => device.asked === 1);
    await until(() => hold.document.connection.get().is === 'live');
    server.cutAll();
    await until(() => hold.document.connection.get().is === 'offline');
    hold.document.renew();
    hold.document.tryNow();
    hold.document.tryNow();
    expect(device.asked).toBe(2);
    await until(() => hold.document.connection.get().is === 'live');
    const connected = server.offered.length;
    device.answer = () => {
      device.leave();
      return { is: 'ticket', ticket: server.ticket() };
    };
    hold.document.renew();
    await until(() => device.asked === 3);
    // Whoever connects later than it would have.
    await new Device('other').openLive();
    expect(server.offered).toHaveLength(connected + 1);
  });

  it('goes on without a storage that never answers', async () => {
    const never = vi.spyOn(IDBFactory.prototype, 'open').mockReturnValue(Object.create(null));
    const device = new Device();
    const { document } = device.hold();
    device.time.pass(4_000);
    await until(() => document.connection.get().is === 'live');
    never.mockRestore();
    expect(document.isKept.get()).toBe(false);
  });

  it('is shared by all who open it, and closes after the last has let go', async () => {
    const device = new Device();
    const first = device.hold();
    const second = device.hold();
    expect(second.document).toBe(first.document);
    await until(() => first.document.connection.get().is === 'live');
    first.release();
    first.release();
    device.time.pass(60_000);
    const third = device.hold();
    expect(third.document).toBe(first.document);
    third.release();
    second.release();
    device.time.pass(60_000);
    await until(() => server.open.size === 0);
    expect(device.hold().document).not.toBe(first.document);
  });

  it('stays open for what its page wrote last, after letting go of it', async () => {
    const device = new Device();
    const hold = device.hold();
    await until(() => hold.document.connection.get().is === 'live');
    hold.release();
    server.acknowledges = false;
    type(hold.document, 'last ');
    device.time.pass(3_000);
    const again = device.hold();
    expect(again.document).toBe(hold.document);
    again.release();
  });

  it('stays open while it holds text that the server does not have', async () => {
    const device = new Device();
    const document = await device.openLive();
    server.acknowledges = false;
    type(document, 'a');
    holds[0]?.release();
    device.time.pass(3_000);
    expect(device.documents.hasUnsaved.get()).toBe(true);
    await until(() => server.open.size === 1 && serverText() === 'a.');
    server.acknowledgeAll();
    await until(() => lamp(document) === 'saved');
    expect(device.documents.hasUnsaved.get()).toBe(false);
    device.time.pass(60_000);
    await until(() => server.open.size === 0);
  });
});

describe('when the network fails', () => {
  it('says only on this device, comes back by itself, and brings what was typed meanwhile', async () => {
    const device = new Device();
    const document = await device.openLive();
    await server.stop();
    await until(() => document.connection.get().is === 'offline');
    type(document, 'offline ');
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
    expect(lamp(document)).toBe('only-here');
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

describe('after a reload', () => {
  it('brings unsaved text back without a network, and still says so', async () => {
    const first = new Device('one');
    const document = await first.openLive();
    await server.stop();
    await until(() => document.connection.get().is === 'offline');
    type(document, 'kept ');
    first.leave();

    const second = new Device('two');
    second.answer = () => ({ is: 'unreachable' });
    const again = second.hold().document;
    await until(() => again.isLoaded.get());
    expect(again.doc.getText('note').toString()).toBe('kept .');
    expect(again.save.get()).toMatchObject({ is: 'only-here', lines: 1 });

    second.answer = () => ({ is: 'ticket', ticket: server.ticket() });
    await server.start();
    second.time.pass(10_000);
    await until(() => lamp(again) === 'saved');
    expect(serverText()).toBe('kept .');
    second.time.pass(2_000);
    second.leave();

    const third = new Device('three').hold().document;
    await until(() => third.isLoaded.get());
    expect(lamp(third)).toBe('saved');
  });

  it('knows text for unsaved though its page was killed in the moment after it was typed', async () => {
    const killed = await new Device('one').openLive();
    server.acknowledges = false;
    type(killed, 'kept ');
    await server.stop();
    const next = new Device('two');
    next.answer = () => ({ is: 'unreachable' });
    const again = next.hold().document;
    await until(() => again.isLoaded.get());
    expect(again.save.get()).toMatchObject({ is: 'only-here', lines: 1 });
  });

  it('knows why text was refused, though the page went in that moment', async () => {
    const device = new Device('one');
    const document = await device.openLive();
    server.refuses = 'locked';
    type(document, 'too late ');
    await until(() => lamp(document) === 'refused');
    device.leave();
    await server.stop();
    const next = new Device('two');
    next.answer = () => ({ is: 'unreachable' });
    const again = next.hold().document;
    await until(() => again.isLoaded.get());
    expect(again.save.get()).toMatchObject({ is: 'refused', because: 'locked' });
  });

  it('has nothing to show for a document that was never here', async () => {
    const device = new Device();
    device.answer = () => ({ is: 'unreachable' });
    const { document } = device.hold();
    await until(() => document.connection.get().is === 'offline');
    expect(document.isLoaded.get()).toBe(false);
  });
});

describe('what the server decides', () => {
  it('compares nothing with a server that does not have all text, and says of a reason it does not know that the text is not accepted', async () => {
    const device = new Device();
    const document = await device.openLive();
    server.refuses = 'a reason of next year';
    type(document, 'refused ');
    await until(() => lamp(document) === 'refused');
    device.time.pass(90_000);
    server.refuses = null;
    device.time.pass(10_000);
    await until(() => lamp(document) === 'saved');
    expect(server.questions).toBe(0);
    device.time.pass(90_000);
    await until(() => server.questions > 0);
  });

  it('shows refused text with its reason, keeps it, and saves it once it may', async () => {
    const device = new Device();
    const document = await device.openLive();
    server.refuses = 'locked';
    type(document, 'late ');
    await until(() => lamp(document) === 'refused');
    expect(document.save.get()).toMatchObject({ because: 'locked', lines: 1 });
    expect(document.doc.getText('note').toString()).toBe('late .');
    server.refuses = null;
    document.renew();
    await until(() => lamp(document) === 'saved');
    expect(serverText()).toBe('late .');
  });

  it('says not accepted of text that comes back to a table that was closed meanwhile', async () => {
    const device = new Device();
    const document = await device.openLive();
    await server.stop();
    await until(() => document.connection.get().is === 'offline');
    type(document, 'late ');
    server.access = { is: 'read', because: 'frozen' };
    await server.start();
    document.renew();
    await until(() => lamp(document) === 'refused');
    expect(document.save.get()).toMatchObject({ because: 'locked' });
    server.access = { is: 'write' };
    document.renew();
    await until(() => lamp(document) === 'saved');
    expect(serverText()).toBe('late .');
  });

  it('asks to sync anew when what was refused has changed', async () => {
    const device = new Device();
    const document = await device.openLive();
    server.refuses = 'too-large';
    type(document, 'much too much ');
    await until(() => lamp(document) === 'refused');
    server.refuses = null;
    document.doc.getText('note').delete(0, 14);
    device.time.pass(2_000);
    await until(() => lamp(document) === 'saved');
  });

  it('goes on with what the server has once refused text was set aside', async () => {
    const device = new Device();
    const document = await device.openLive();
    server.refuses = 'conflicting-content';
    type(document, 'forged ');
    await until(() => lamp(document) === 'refused');
    await document.setAside();
    expect(device.documents.hasUnsaved.get()).toBe(false);
    server.refuses = null;
    const again = await device.openLive();
    expect(again).not.toBe(document);
    expect(again.doc.getText('note').toString()).toBe('.');
    type(again, 'mine ');
    await until(() => lamp(again) === 'saved');
    expect(serverText()).toBe('mine .');
  });

  it('stops and says why when its link was withdrawn', async () => {
    const device = new Device();
    const document = await device.openLive();
    server.closeAll('revoked');
    await until(() => document.connection.get().is === 'ended');
    expect(document.connection.get()).toMatchObject({ because: { reason: 'revoked' } });
    device.time.pass(600_000);
    expect(server.offered.length).toBe(1);
    document.tryNow();
    await until(() => document.connection.get().is === 'live');
    expect(device.asked).toBe(2);
  });

  it('takes a fresh ticket when the old one has run out', async () => {
    const device = new Device();
    device.answer = () => ({
      is: 'ticket',
      ticket: server.ticket(device.time.clock.wallTime() + 3_600_000),
    });
    const document = await device.openLive();
    device.time.pass(3_600_000);
    server.cutAll();
    await until(() => document.connection.get().is === 'offline');
    device.time.pass(10_000);
    await until(() => document.connection.get().is === 'live');
    expect(server.offered.at(-1)).toContain('ticket.2');

    server.closeAll('ticket-expired');
    await until(() => document.connection.get().is === 'offline');
    device.time.pass(10_000);
    await until(() => document.connection.get().is === 'live');
    expect(server.offered.at(-1)).toContain('ticket.3');
  });

  it('does not mix its text into a document that was made anew', async () => {
    const device = new Device();
    const { document } = device.hold('table.former');
    await until(() => document.connection.get().is === 'ended');
    expect(document.connection.get()).toMatchObject({ because: { reason: 'made-anew' } });
    expect(server.offered).toEqual([]);
  });

  it('says what a ticket was denied for', async () => {
    const device = new Device();
    const because = { reason: 'denied', sentence: 'Your link does not open Table 4.' } as const;
    device.answer = () => ({ is: 'denied', because });
    const { document } = device.hold();
    await until(() => document.connection.get().is === 'ended');
    expect(document.connection.get()).toMatchObject({ because });
  });
});
