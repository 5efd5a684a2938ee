import { describe, expect, it } from 'vitest';
import { Device, eachOnItsOwn, lamp, server, serverText, type, until } from './testing/device.ts';

eachOnItsOwn();

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
