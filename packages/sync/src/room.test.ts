import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { contentHash } from './content-hash.ts';
import { messageType } from './frame.ts';
import { eventually, TestClient, TestServer, turns } from './testing/index.ts';

let server: TestServer;
let ada: TestClient;
let bob: TestClient;

beforeEach(async () => {
  server = new TestServer();
  await server.make();
  ada = new TestClient();
  bob = new TestClient();
});

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

function presence(client: number): Uint8Array {
  const state = new TextEncoder().encode('{}');
  return new Uint8Array([1, ...varUint(client), 1, state.length, ...state]);
}

function varUint(number: number): number[] {
  return number < 128 ? [number] : [(number % 128) + 128, ...varUint(Math.floor(number / 128))];
}
