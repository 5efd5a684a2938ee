import { describe, expect, it } from 'vitest';
import { Device, eachOnItsOwn, lamp, server, serverText, type, until } from './testing/device.ts';

eachOnItsOwn();

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
