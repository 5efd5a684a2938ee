import { beforeEach, describe, expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { contentHash } from './content-hash.ts';
import { encodeFrame } from './frame.ts';
import { eventually, TestClient, TestServer, turns } from './testing/index.ts';

let server: TestServer;
let ada: TestClient;
let bob: TestClient;

beforeEach(async () => {
  server = new TestServer({
    limits: { laggingBytes: 10_000, messagesPerSecond: 10, burstSeconds: 2, seatFactor: 2 },
  });
  await server.make();
  ada = new TestClient();
  bob = new TestClient();
});

async function join(): Promise<void> {
  ada.connect(server.door('ada'));
  bob.connect(server.door('bob'));
  await eventually('both are saved', () => ada.isSaved && bob.isSaved);
}

/** Writes more than a slow reader is sent, slowly enough for the rate. */
async function writeMuch(writer: TestClient): Promise<void> {
  for (let part = 0; part < 10; part++) {
    writer.type(`${part}`.repeat(3_000));
    await eventually('it is saved', () => writer.isSaved);
    server.clock.pass(200);
  }
}

describe('a slow reader', () => {
  it('is sent no more than a bound, then all it missed in one message when it has caught up [W10]', async () => {
    await join();
    bob.pair.stall('down');
    await writeMuch(ada);
    for (const field of 'abcde') {
      ada.show({ field: field.repeat(3_000) });
      await turns();
    }
    expect(bob.pair.server.bufferedBytes).toBeLessThan(15_000);
    bob.pair.flow('down');
    await turns();
    expect(bob.text.length).toBeLessThan(30_000);
    bob.heard.length = 0;
    server.clock.pass(2_000);
    await eventually('it has all', () => bob.text === ada.text);
    expect(bob.heard.filter(({ is }) => is === 'update')).toHaveLength(1);
    ada.type('live again');
    await eventually('it hears of changes again', () => bob.text === ada.text);
    expect(contentHash(bob.doc)).toBe(contentHash(ada.doc));
  });

  it('that falls behind by an acknowledgement while the log is at work misses nothing', async () => {
    await join();
    bob.pair.stall('down');
    server.log.hold('durable');
    bob.type('b');
    await eventually('ada sees it', () => ada.text === 'b');
    ada.type('x'.repeat(12_000));
    await eventually('it is under way', () => bob.pair.server.bufferedBytes > 10_000);
    server.log.hold('append');
    ada.type(' and this');
    await turns();
    server.log.release('durable');
    await turns();
    server.log.release('append');
    bob.pair.flow('down');
    await turns();
    server.clock.pass(2_000);
    await eventually('bob has all', () => bob.text === ada.text);
  });

  it('that stays behind is disconnected with a reason to come back, and holds nobody up [W10]', async () => {
    await join();
    bob.pair.stall('down');
    await writeMuch(ada);
    const { pair } = bob;
    server.clock.pass(40_000);
    pair.flow('down');
    await eventually('it is closed', () => bob.closedWith?.code === 4508);
    bob.connect(server.door('bob'));
    await eventually('it has all', () => bob.text === ada.text);
  });

  it('that asks for the document again and again is sent it once, when it reads again [W10]', async () => {
    await join();
    await writeMuch(ada);
    bob.pair.stall('down');
    for (let n = 0; n < 3; n++) bob.syncAnew();
    await turns();
    const once = bob.pair.server.bufferedBytes;
    for (let n = 0; n < 3; n++) {
      bob.pair.send(encodeFrame({ is: 'sync-step-1', stateVector: new Uint8Array([0]) }));
      await turns();
      server.clock.pass(1_000);
    }
    expect(bob.pair.server.bufferedBytes).toBeLessThan(once + 40_000);
    bob.pair.flow('down');
    await turns();
    bob.heard.length = 0;
    server.clock.pass(2_000);
    await eventually('it is answered', () => bob.heard.some(({ is }) => is === 'sync-step-2'));
    expect(bob.text).toBe(ada.text);
  });

  it('is sent no acknowledgements meanwhile, and the last of them when it has caught up [W10]', async () => {
    await join();
    bob.pair.stall('down');
    await writeMuch(ada);
    const { down } = bob.pair.waiting;
    for (const word of ['from ', 'the ', 'slow ', 'one']) {
      bob.type(word);
      await eventually('ada sees it', () => ada.text.includes(word));
    }
    await turns();
    expect(bob.pair.waiting.down).toBe(down);
    bob.pair.flow('down');
    await turns();
    server.clock.pass(2_000);
    await eventually('it is saved', () => bob.isSaved);
  });

  it('is not told that its text is saved before it can be', async () => {
    await join();
    bob.pair.stall('down');
    await writeMuch(ada);
    bob.type('from the slow one');
    await eventually('ada sees it', () => ada.text.includes('slow'));
    bob.pair.flow('down');
    await turns();
    server.clock.pass(2_000);
    await eventually('it is told', () => bob.isSaved && bob.text === ada.text);
  });
});

describe('a fast writer', () => {
  it('is slowed down, and no frame is dropped [W11]', async () => {
    await join();
    for (let n = 0; n < 60; n++) ada.type('x');
    await eventually('its socket is paused', () => ada.pair.isPaused);
    await turns();
    expect(bob.text.length).toBeLessThan(30);
    for (let second = 0; second < 8; second++) {
      server.clock.pass(1_000);
      await turns();
    }
    await eventually('all has come', () => bob.text.length === 60);
    await eventually('and is saved', () => ada.isSaved);
    expect(ada.refused.size).toBe(0);
  });

  it('is slowed down also where it only asks, as an answer costs more than a letter', async () => {
    await join();
    for (let n = 0; n < 3; n++) ada.send({ is: 'hash-question', question: n });
    await eventually('its socket is paused', () => ada.pair.isPaused);
  });

  it('cannot be faster by more devices than its seat may be', async () => {
    const devices = Array.from({ length: 6 }, () => new TestClient());
    for (const device of devices) device.connect(server.door('ada'));
    await eventually('all are synced', () => devices.every(({ isSynced }) => isSynced));
    for (const device of devices) for (let n = 0; n < 15; n++) device.type('x');
    await eventually('some are paused', () => devices.some(({ pair }) => pair.isPaused));
    await turns();
    bob.connect(server.door('bob'));
    await eventually('bob is synced', () => bob.isSynced);
    expect(bob.text.length).toBeLessThan(60);
    for (let second = 0; second < 20; second++) {
      server.clock.pass(1_000);
      await turns(5);
    }
    await eventually('nothing is lost', () => bob.text.length === 90);
  });

  it('on too many devices at once is told to come back later', async () => {
    const clients = Array.from({ length: 17 }, () => new TestClient());
    for (const client of clients) client.connect(server.door('ada'));
    await eventually('one is closed', () => clients.some((client) => !client.isConnected));
    expect(clients.map((client) => client.closedWith?.code).filter(Boolean)).toEqual([4529]);
    const small = new TestServer({ limits: { connectionsPerDocument: 2 } });
    await small.make();
    const people = Array.from({ length: 3 }, () => new TestClient());
    for (const [n, person] of people.entries()) person.connect(small.door(`person ${n}`));
    await eventually('one is closed', () => people.some((person) => !person.isConnected));
    expect(people.map(({ closedWith }) => closedWith?.code)).toEqual([undefined, undefined, 4529]);
  });
});

describe('silence', () => {
  it('is broken before a stock client gives up [W7]', async () => {
    await join();
    for (const client of [ada, bob]) client.heard.length = 0;
    server.clock.pass(20_000);
    await eventually('a sign of life comes', () => ada.heard.length === 1);
    expect(ada.heard).toEqual([{ is: 'awareness', update: new Uint8Array([0]) }]);
  });

  it('is not broken where something was said', async () => {
    await join();
    server.clock.pass(10_000);
    ada.type('x');
    await eventually('bob hears it', () => bob.text === 'x');
    const heard = bob.heard.length;
    server.clock.pass(12_000);
    await turns();
    expect(bob.heard.length).toBe(heard);
  });
});

describe('presence in a room', () => {
  const show = (client: TestClient, state: Record<string, unknown> | null) => {
    const awareness = new Awareness(client.doc);
    awareness.setLocalState(state);
    client.send({
      is: 'awareness',
      update: encodeAwarenessUpdate(awareness, [awareness.clientID]),
    });
    awareness.destroy();
  };
  const seenBy = (client: TestClient) => {
    const awareness = new Awareness(client.doc);
    awareness.setLocalState(null);
    for (const frame of client.heard)
      if (frame.is === 'awareness') applyAwarenessUpdate(awareness, frame.update, 'server');
    const states = [...awareness.getStates().values()];
    awareness.destroy();
    return states;
  };

  it('reaches those who are there, those who come later and those who ask', async () => {
    await join();
    show(ada, { cursor: 1 });
    const state = { cursor: 1, user: { id: 'ada', name: 'ada' } };
    await eventually('bob sees ada', () => seenBy(bob).length === 1);
    expect(seenBy(bob)).toEqual([state]);
    const late = new TestClient();
    late.connect(server.door('cleo'));
    await eventually('the late one sees ada', () => seenBy(late).length === 1);
    late.heard.length = 0;
    late.send({ is: 'query-awareness' });
    await eventually('it is told again', () => seenBy(late).length === 1);
    expect(seenBy(ada)).toEqual([]);
  });

  it('ends with the connection', async () => {
    await join();
    show(ada, { cursor: 1 });
    await eventually('bob sees ada', () => seenBy(bob).length === 1);
    ada.pair.cut();
    await eventually('bob sees her leave', () => seenBy(bob).length === 0);
  });
});
