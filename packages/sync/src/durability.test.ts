import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { edit, eventually, TestClient, TestServer, turns } from './testing/index.ts';

let server: TestServer;
let ada: TestClient;
let bob: TestClient;

beforeEach(async () => {
  server = new TestServer();
  await server.make();
  ada = new TestClient();
  bob = new TestClient();
});

describe('saved', () => {
  it('is said only after what was sent is durable, while others see it once it is logged [W6, A2]', async () => {
    ada.connect(server.door('ada'));
    bob.connect(server.door('bob'));
    await eventually('both are saved', () => ada.isSaved && bob.isSaved);
    server.log.hold('durable');
    ada.type('x');
    await eventually('bob sees it', () => bob.text === 'x');
    await turns();
    expect(ada.isSaved).toBe(false);
    server.log.release('durable');
    await eventually('it is saved', () => ada.isSaved);
  });

  it('others see nothing that is not logged, however they ask [W6]', async () => {
    ada.connect(server.door('ada'));
    bob.connect(server.door('bob'));
    await eventually('both are saved', () => ada.isSaved && bob.isSaved);
    server.log.hold('append');
    ada.type('x');
    await turns();
    const late = new TestClient();
    late.connect(server.door('cleo'));
    bob.syncAnew();
    await turns();
    expect([bob.text, late.text]).toEqual(['', '']);
    server.log.release('append');
    await eventually('all see it', () => bob.text === 'x' && late.text === 'x');
  });

  it('nor are they told of it by what the server does now and then on its own', async () => {
    let write = false;
    ada.connect(server.door('ada'));
    bob.connect(server.door('bob', { access: () => ({ read: true, write }) }));
    await eventually('both are there', () => ada.isSaved && bob.isSynced);
    server.log.hold('append');
    ada.type('x');
    await turns();
    write = true;
    server.clock.pass(4_000);
    await turns();
    expect(bob.heard.some(({ is }) => is === 'sync-step-1')).toBe(false);
    server.log.release('append');
    await eventually('bob is asked', () => bob.heard.some(({ is }) => is === 'sync-step-1'));
    expect(bob.text).toBe('x');
  });

  it('waits for every earlier row of the document, even for a frame that changes nothing [A2]', async () => {
    ada.connect(server.door('ada'));
    bob.connect(server.door('bob'));
    await eventually('both are saved', () => ada.isSaved && bob.isSaved);
    server.log.hold('durable');
    ada.type('x');
    await eventually('bob sees it', () => bob.text === 'x');
    bob.send({ is: 'update', update: Y.encodeStateAsUpdate(bob.doc) });
    await turns();
    expect(bob.isSaved).toBe(false);
    server.log.release('durable');
    await eventually('it is saved', () => bob.isSaved);
  });

  it('is not said for what a killed process had logged until that is durable', async () => {
    ada.connect(server.door('ada'));
    await eventually('ada is saved', () => ada.isSaved);
    server.log.hold('durable');
    ada.type('x');
    await turns();
    const next = server.restarted('kill');
    next.log.hold('durable');
    ada.connect(next.door('ada'));
    await eventually('ada is synced', () => ada.isSynced && ada.sent === 1);
    await turns();
    expect(ada.isSaved).toBe(false);
    next.log.release('durable');
    await eventually('it is saved', () => ada.isSaved);
    expect(next.log.calls.append).toBe(0);
  });

  it('is not said of what was logged while the disk was already syncing [A2]', async () => {
    ada.connect(server.door('ada'));
    bob.connect(server.door('bob'));
    await eventually('both are saved', () => ada.isSaved && bob.isSaved);
    const { durable } = server.log.calls;
    server.log.hold('durable');
    ada.type('a');
    await eventually('the disk is at work', () => server.log.calls.durable > durable);
    bob.type('b');
    await eventually('it is logged', () => ada.text.length === 2);
    server.log.release('durable');
    server.log.hold('durable');
    await eventually('ada is saved', () => ada.isSaved);
    await turns();
    expect(bob.isSaved).toBe(false);
    server.log.release('durable');
    await eventually('and bob', () => bob.isSaved);
  });

  it('shares one sync among all who wait', async () => {
    const clients = Array.from({ length: 20 }, () => new TestClient());
    for (const [n, client] of clients.entries()) client.connect(server.door(`seat ${n}`));
    await eventually('all are saved', () => clients.every(({ isSaved }) => isSaved));
    const before = server.log.calls.durable;
    for (const client of clients) client.type('x');
    await eventually('all are saved', () => clients.every(({ isSaved }) => isSaved));
    expect(server.log.calls.durable - before).toBeLessThanOrEqual(2);
  });

  it('what was said to be saved survives a power cut, and the rest comes back with its writer', async () => {
    ada.connect(server.door('ada'));
    ada.type('saved');
    await eventually('it is saved', () => ada.isSaved);
    server.log.hold('durable');
    ada.type(' not saved');
    await turns();
    const next = server.restarted('power-cut');
    bob.connect(next.door('bob'));
    await eventually('bob sees it', () => bob.text === 'saved');
    ada.connect(next.door('ada'));
    await eventually('bob sees the rest', () => bob.text === 'saved not saved');
  });

  it('is not said of an update whose predecessor is missing, until that has come [A2]', async () => {
    const offline = new Y.Doc();
    const updates = ['a', 'b', 'c'].map((letter) =>
      edit(offline, () => offline.getText('note').insert(offline.getText('note').length, letter)),
    );
    const send = (n: number) => ada.send({ is: 'update', update: updates[n] ?? new Uint8Array() });
    ada.connect(server.door('ada'));
    await eventually('ada is saved', () => ada.isSaved);
    send(0);
    send(2);
    await eventually('the first is saved', () => ada.acknowledged === 2);
    await turns();
    expect(ada.acknowledged).toBe(2);
    send(1);
    await eventually('all are saved', () => ada.acknowledged === 4);
    bob.connect(server.door('bob'));
    await eventually('bob sees them', () => bob.text === 'abc');
  });

  it('an update that waits survives a restart, and finds its place when another brings the rest', async () => {
    const offline = new Y.Doc();
    const updates = ['a', 'b'].map((letter) =>
      edit(offline, () => offline.getText('note').insert(offline.getText('note').length, letter)),
    );
    ada.connect(server.door('ada'));
    ada.send({ is: 'update', update: updates[1] ?? new Uint8Array() });
    await eventually('it is logged', () => server.observer.count('frames-logged') === 1);
    const next = server.restarted('kill');
    bob.connect(next.door('bob'));
    await eventually('bob is synced', () => bob.isSynced);
    expect(bob.text).toBe('');
    const cleo = new TestClient();
    cleo.connect(next.door('ada'));
    cleo.send({ is: 'update', update: updates[0] ?? new Uint8Array() });
    await eventually('bob sees both', () => bob.text === 'ab');
  });
});
