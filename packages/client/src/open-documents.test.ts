import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { Device, eachOnItsOwn, lamp, server, serverText, type, until } from './testing/device.ts';

eachOnItsOwn();

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
    expect(document.keeping.get()).toBe('not-kept');
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
    device.holds[0]?.release();
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
