import 'fake-indexeddb/auto';
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

  constructor(visit = 'tab') {
    devices.push(this);
    this.documents = new OpenDocuments(
      {
        clock: this.time.clock,
        chance: () => 0,
        schemaVersion: 3,
        WebSocket,
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

  it('is shared by all who open it, and closes after the last has let go', async () => {
    const device = new Device();
    const first = device.hold();
    const second = device.hold();
    expect(second.document).toBe(first.document);
    await until(() => first.document.connection.get().is === 'live');
    first.release();
    first.release();
    device.time.pass(60_000);
    expect(server.open.size).toBe(1);
    second.release();
    device.time.pass(60_000);
    await until(() => server.open.size === 0);
    expect(device.hold().document).not.toBe(first.document);
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

  it('has nothing to show for a document that was never here', async () => {
    const device = new Device();
    device.answer = () => ({ is: 'unreachable' });
    const { document } = device.hold();
    await until(() => document.connection.get().is === 'offline');
    expect(document.isLoaded.get()).toBe(false);
  });
});

describe('what the server decides', () => {
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
