import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { contentHash } from './content-hash.ts';
import { messageType } from './frame.ts';
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

const viewer = { access: () => ({ read: true, write: false }) };

/** Frames that are nothing but a sign of life are left out. */
const documentFrames = (client: TestClient) =>
  client.heard.filter(({ is }) => is === 'update' || is === 'sync-step-2');

describe('a room', () => {
  it('brings what one types to the other, and both to whoever comes later [W5]', async () => {
    ada.connect(server.door('ada'));
    bob.connect(server.door('bob'));
    ada.type('hello ');
    await eventually('bob sees it', () => bob.text === 'hello ');
    bob.type('world');
    await eventually('ada sees it', () => ada.text === 'hello world');
    const late = new TestClient();
    late.connect(server.door('cleo'));
    await eventually('the late one sees it', () => late.text === 'hello world');
    expect(contentHash(late.doc)).toBe(contentHash(ada.doc));
    await eventually('all is saved', () => ada.isSaved && bob.isSaved);
  });

  it('takes what was written offline when its writer comes', async () => {
    ada.type('on the train');
    ada.connect(server.door('ada'));
    await eventually('it is saved', () => ada.isSaved && ada.acknowledged === 1);
    expect(server.log.calls.append).toBe(1);
  });

  it('keeps everything over a restart of the process', async () => {
    ada.connect(server.door('ada'));
    ada.type('kept');
    await eventually('it is saved', () => ada.isSaved);
    const next = server.restarted('kill');
    bob.connect(next.door('bob'));
    await eventually('bob sees it', () => bob.text === 'kept');
  });

  it('brings together what typing during the greeting has split', async () => {
    ada.type('written offline, ');
    ada.connect(server.door('ada'));
    bob.connect(server.door('bob'));
    // This update builds on text that the server has not asked for yet.
    ada.type('and on');
    await eventually('bob sees both', () => bob.text === 'written offline, and on');
    expect(server.observer.count('frames-parked')).toBe(1);
    await eventually('both are saved', () => ada.isSaved && ada.acknowledged === 2);
  });

  it('echoes nothing to the only author, and merges what several wrote in one turn [W5]', async () => {
    const clients = [ada, bob, new TestClient()];
    for (const [n, client] of clients.entries()) client.connect(server.door(`seat ${n}`));
    await eventually('all are synced', () => clients.every(({ isSynced }) => isSynced));
    await turns();
    for (const client of clients) client.heard.length = 0;
    ada.type('a');
    await eventually('bob sees it', () => bob.text === 'a');
    expect(documentFrames(ada)).toEqual([]);
    ada.type('b');
    bob.type('c');
    await eventually('all see both', () => clients.every((client) => client.text.length === 3));
    expect(clients.map((client) => documentFrames(client).length)).toEqual([1, 2, 2]);
  });

  it('sends one receiver all that a turn brought in one write, encoded once for all', async () => {
    const pairs = [ada, bob, new TestClient()].map(
      (client, n) => [client.connect(server.door(`seat ${n}`)), client] as const,
    );
    await eventually('all are synced', () => pairs.every(([, client]) => client.isSynced));
    await turns();
    for (const [pair] of pairs) pair.writes.length = 0;
    ada.type('a');
    ada.send({ is: 'awareness', update: presence(ada.doc.clientID) });
    await eventually('bob sees it', () => bob.text === 'a');
    const writes = pairs.slice(1).map(([pair]) => pair.writes);
    for (const own of writes) expect(own.map((messages) => messages.length)).toEqual([2]);
    expect(writes[0]?.[0]?.[0]).toBe(writes[1]?.[0]?.[0]);
    expect(writes[0]?.[0]?.[1]).toBe(writes[1]?.[0]?.[1]);
  });

  it('tells nobody of changes who has not asked for the document [W5]', async () => {
    const heard: Uint8Array[] = [];
    const silent = server.door('cleo')({
      send: (messages) => heard.push(...messages),
      bufferedBytes: 0,
      pause: () => {},
      resume: () => {},
      close: () => {},
    });
    ada.connect(server.door('ada'));
    bob.connect(server.door('bob'));
    ada.type('a');
    await eventually('bob hears of it', () => bob.text === 'a');
    expect(heard.filter(([first]) => first === messageType.sync)).toEqual([]);
    silent.closed();
  });

  it('answers once who asks for the document several times in one turn', async () => {
    ada.connect(server.door('ada'));
    await eventually('ada is here', () => ada.isSaved);
    ada.heard.length = 0;
    for (let n = 0; n < 5; n++) ada.syncAnew();
    await eventually('it is answered', () => documentFrames(ada).length > 0);
    await turns();
    expect(documentFrames(ada)).toHaveLength(1);
  });

  it('logs raw frames, and none that changes nothing', async () => {
    ada.connect(server.door('ada'));
    await eventually('ada is saved', () => ada.isSaved && ada.sent === 1);
    expect(server.log.calls.append).toBe(0);
    ada.type('x');
    await eventually('it is saved', () => ada.isSaved);
    const again = Y.encodeStateAsUpdate(ada.doc);
    ada.send({ is: 'update', update: again });
    await eventually('that is saved too', () => ada.isSaved && ada.sent === 3);
    expect(server.log.calls.append).toBe(1);
  });

  it('tells whoever listens that content changed, after it is logged, and never for nothing', async () => {
    ada.connect(server.door('ada'));
    await eventually('ada is saved', () => ada.isSaved);
    expect(server.changed).toEqual([]);
    server.log.hold('append');
    ada.type('x');
    await turns();
    expect(server.changed).toEqual([]);
    server.log.release('append');
    await eventually('the change is told', () => server.changed.length === 1);
  });

  it('answers what the hash of the document is [A6]', async () => {
    ada.connect(server.door('ada'));
    ada.type('abc');
    await eventually('it is saved', () => ada.isSaved);
    ada.send({ is: 'hash-question', question: 5 });
    const hash = contentHash(ada.doc);
    await eventually('the answer is there', () => ada.heard.at(-1)?.is === 'hash-answer');
    expect(ada.heard.at(-1)).toEqual({ is: 'hash-answer', question: 5, hash });
  });
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

describe('readers', () => {
  it('see everything, are not asked for anything, and cannot write [W4]', async () => {
    ada.connect(server.door('ada'));
    bob.connect(server.door('bob', viewer));
    ada.type('read this');
    await eventually('bob sees it', () => bob.text === 'read this');
    expect(bob.heard.some(({ is }) => is === 'sync-step-1')).toBe(false);
    bob.type('scribble');
    await eventually('bob is refused', () => bob.refused.get(1) === 'read-only');
    expect(ada.text).toBe('read this');
    expect(server.log.calls.append).toBe(1);
  });

  it('become writers when they may, and what they wrote meanwhile is taken then', async () => {
    let write = false;
    bob.connect(server.door('bob', { access: () => ({ read: true, write }) }));
    bob.type('early');
    await eventually('bob is refused', () => bob.refused.size === 1);
    write = true;
    server.clock.pass(5_000);
    await eventually('it is saved', () => bob.acknowledged === bob.sent && bob.sent > 1);
    ada.connect(server.door('ada'));
    await eventually('ada sees it', () => ada.text === 'early');
  });

  it('whose link is withdrawn are closed within five seconds, also when they are silent [T3]', async () => {
    let read = true;
    ada.connect(server.door('ada', { access: () => ({ read, write: true }) }));
    await eventually('ada is synced', () => ada.isSynced);
    read = false;
    server.clock.pass(5_000);
    await eventually('ada is closed', () => ada.closedWith?.code === 4430);
    ada.connect(server.door('ada', { access: () => ({ read, write: true }) }));
    await eventually('ada is turned away', () => ada.closedWith?.code === 4403);
  });

  it('whose link is withdrawn are closed at their next message [W4]', async () => {
    let read = true;
    ada.connect(server.door('ada', { access: () => ({ read, write: true }) }));
    await eventually('ada is synced', () => ada.isSynced);
    read = false;
    ada.type('too late');
    await eventually('ada is closed', () => ada.closedWith?.code === 4430);
    expect(server.log.calls.append).toBe(0);
  });
});

function presence(client: number): Uint8Array {
  const state = new TextEncoder().encode('{}');
  return new Uint8Array([1, ...varUint(client), 1, state.length, ...state]);
}

function varUint(number: number): number[] {
  return number < 128 ? [number] : [(number % 128) + 128, ...varUint(Math.floor(number / 128))];
}
