import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { contentHash } from './content-hash.ts';
import { buildDoc } from './quiet-doc.ts';
import { edit, eventually, TestClient, TestServer, turns } from './testing/index.ts';

let server: TestServer;
let ada: TestClient;

beforeEach(async () => {
  server = new TestServer({ compaction: { rows: 10, bytes: 100, idleRows: 2 } });
  await server.make();
  ada = new TestClient();
});

async function writeRows(client: TestClient, count: number, letter = 'x'): Promise<void> {
  for (let row = 0; row < count; row++) {
    client.type(letter);
    await eventually('it is saved', () => client.isSaved);
  }
}

async function stored() {
  const loaded = await server.memory.load('note-1');
  if (loaded.is !== 'loaded') throw new Error(loaded.is);
  return loaded;
}

describe('a document nobody uses', () => {
  it('leaves memory after a while and comes back as it was', async () => {
    ada.connect(server.door('ada'));
    await writeRows(ada, 1);
    ada.pair.cut();
    await eventually('nobody is there', () => server.registry.statistics.connections === 0);
    expect(server.registry.statistics.documents).toBe(1);
    server.clock.pass(61_000);
    await eventually('it is gone', () => server.registry.statistics.documents === 0);
    ada.connect(server.door('ada'));
    await eventually('it is back', () => ada.isSaved && ada.text === 'x');
    expect(server.log.calls.load).toBe(2);
  });

  it('stays when somebody comes in time, and is loaded once for all who come at once', async () => {
    server.log.hold('load');
    const clients = [ada, new TestClient(), new TestClient()];
    for (const [n, client] of clients.entries()) client.connect(server.door(`seat ${n}`));
    await turns();
    expect(clients.every(({ pair }) => pair.isPaused)).toBe(true);
    server.log.release('load');
    await eventually('all are synced', () => clients.every(({ isSynced }) => isSynced));
    for (const client of clients) client.pair.cut();
    server.clock.pass(50_000);
    ada.connect(server.door('ada'));
    server.clock.pass(50_000);
    await eventually('ada is saved', () => ada.isSaved);
    await turns();
    expect(server.log.calls.load).toBe(1);
  });

  it('that does not exist is said not to be found', async () => {
    ada.connect(server.door('ada', { document: 'nothing' }));
    const { pair } = ada;
    await eventually('ada is told', () => ada.closedWith?.code === 4404);
    expect(server.registry.statistics.documents).toBe(0);
    // Her answer to the close is read, or her socket would stay.
    expect(pair.isPaused).toBe(false);
  });
});

describe('compaction', () => {
  it('happens when the log has grown, holds the same content, and keeps the numbers', async () => {
    ada.connect(server.door('ada'));
    await writeRows(ada, 12);
    await eventually(
      'a snapshot is written',
      () => server.observer.count('snapshots-written') === 1,
    );
    const { snapshot, headSeq } = await stored();
    if (!snapshot) throw new Error('no snapshot');
    expect(headSeq).toBe(13);
    const upTo = buildDoc([snapshot.state]);
    expect(upTo.getText('note').toString()).toBe('x'.repeat(snapshot.through - 1));
    expect(contentHash(upTo)).toBe(snapshot.contentHash);
    const next = server.restarted('kill');
    const bob = new TestClient();
    bob.connect(next.door('bob'));
    await eventually('all is there', () => bob.text === 'x'.repeat(12));
  });

  it('covers durable rows only', async () => {
    ada.connect(server.door('ada'));
    await eventually('ada is saved', () => ada.isSaved);
    server.log.hold('durable');
    for (let row = 0; row < 14; row++) {
      ada.type('x');
      await turns(3);
    }
    await turns();
    expect(server.observer.count('frames-logged')).toBe(14);
    expect(server.observer.count('snapshots-written')).toBe(0);
    server.log.release('durable');
    await eventually('a snapshot is written', () => server.observer.count('snapshots-written') > 0);
    await eventually('ada is saved', () => ada.isSaved);
    expect(server.observer.count('snapshots-written')).toBe(1);
    // What was written meanwhile is in rows, and counts for the next one.
    await writeRows(ada, 8);
    await eventually('there is another', () => server.observer.count('snapshots-written') === 2);
  });

  it('happens when a document falls idle, and never when it is opened', async () => {
    ada.connect(server.door('ada'));
    await writeRows(ada, 5);
    ada.pair.cut();
    server.clock.pass(61_000);
    await eventually(
      'a snapshot is written',
      () => server.observer.count('snapshots-written') === 1,
    );
    const before = await stored();
    ada.connect(server.door('ada'));
    await eventually('ada is saved', () => ada.isSaved);
    await turns();
    expect(await stored()).toEqual(before);
  });

  it('waits while an update waits for its predecessor, which so survives', async () => {
    const offline = new Y.Doc();
    const updates = ['a', 'b'].map((letter) =>
      edit(offline, () => offline.getText('note').insert(0, letter)),
    );
    ada.connect(server.door('ada'));
    const eve = new TestClient();
    eve.connect(server.door('eve'));
    eve.send({ is: 'update', update: updates[1] ?? new Uint8Array() });
    await writeRows(ada, 20);
    await turns();
    expect(server.observer.count('snapshots-written')).toBe(0);
    eve.send({ is: 'update', update: updates[0] ?? new Uint8Array() });
    await writeRows(ada, 1);
    await eventually('a snapshot is written', () => server.observer.count('snapshots-written') > 0);
    const next = server.restarted('kill');
    const bob = new TestClient();
    bob.connect(next.door('bob'));
    await eventually('all is there', () => /ba/.test(bob.text) && bob.text.length === 23);
  });

  it('does not trust a state that builds another document, and keeps the rows', async () => {
    const strict = new TestServer({
      compaction: { rows: 10, bytes: 100, idleRows: 2 },
      hashState: async () => 'another',
    });
    await strict.make();
    ada.connect(strict.door('ada'));
    await writeRows(ada, 15);
    await turns();
    expect(strict.observer.count('snapshots-written')).toBe(0);
    expect(strict.observer.failures).toHaveLength(1);
    expect(strict.fatal).toEqual([]);
    const next = strict.restarted('kill');
    const bob = new TestClient();
    bob.connect(next.door('bob'));
    await eventually('all is there', () => bob.text === 'x'.repeat(15));
  });

  it('keeps whose client ids are whose', async () => {
    ada.connect(server.door('ada'));
    await writeRows(ada, 12);
    await eventually(
      'a snapshot is written',
      () => server.observer.count('snapshots-written') === 1,
    );
    await writeRows(ada, 12);
    await eventually('another is written', () => server.observer.count('snapshots-written') === 2);
    const next = server.restarted('kill');
    const facts = await next.registry.read('note-1', (_, { owners }) =>
      owners.get(ada.doc.clientID),
    );
    expect(facts).toEqual({ is: 'read', value: 'ada' });
  });
});

describe('the server itself', () => {
  it('reads a document without anybody there', async () => {
    ada.connect(server.door('ada'));
    await writeRows(ada, 3);
    ada.pair.cut();
    const read = await server.registry.read('note-1', (doc) => doc.getText('note').toString());
    expect(read).toEqual({ is: 'read', value: 'xxx' });
    expect(await server.registry.read('nothing', () => 1)).toEqual({
      is: 'unavailable',
      reason: 'absent',
    });
    await expect(
      server.registry.read('note-1', () => {
        throw new Error('a bug of the reader');
      }),
    ).rejects.toThrow('a bug of the reader');
  });

  it('edits a document under a client id of its own, and everybody sees it', async () => {
    ada.connect(server.door('ada'));
    await writeRows(ada, 1);
    const change = (doc: Y.Doc) => doc.getText('note').insert(0, 'agenda: ');
    expect(await server.registry.edit('note-1', 'server', change)).toEqual({ is: 'edited' });
    await eventually('ada sees it', () => ada.text === 'agenda: x');
    expect(await server.registry.edit('note-1', 'server', () => {})).toEqual({ is: 'unchanged' });
    await server.registry.setLocked('note-1', true);
    expect(await server.registry.edit('note-1', 'server', change)).toEqual({
      is: 'refused',
      reason: 'locked',
    });
    expect(await server.registry.edit('nothing', 'server', change)).toEqual({
      is: 'refused',
      reason: 'absent',
    });
  });

  it('does not let a document suffer from whoever listens to its changes', async () => {
    const deaf = new TestServer({
      changed: () => {
        throw new Error('a bug of the listener');
      },
    });
    await deaf.make();
    ada.connect(deaf.door('ada'));
    ada.type('x');
    await eventually('it is saved', () => ada.isSaved && ada.text === 'x');
    expect(deaf.observer.failures).toHaveLength(1);
  });

  it('knows who is connected, and sends away whom it is told to', async () => {
    const bob = new TestClient();
    ada.connect(server.door('ada'));
    bob.connect(server.door('bob'));
    await eventually('both are saved', () => ada.isSaved && bob.isSaved);
    expect(server.registry.connectedTo('note-1').map(({ author }) => author)).toEqual([
      'ada',
      'bob',
    ]);
    server.registry.disconnect(({ author }) => author === 'bob', 'revoked');
    await eventually('bob is closed', () => bob.closedWith?.code === 4430);
    expect(ada.isConnected).toBe(true);
  });
});

describe('draining', () => {
  it('forgets no document afterwards, when the log may be closed already', async () => {
    ada.connect(server.door('ada'));
    await writeRows(ada, 1);
    ada.pair.cut();
    await eventually('nobody is there', () => server.registry.statistics.connections === 0);
    await server.registry.drain(1_000);
    server.clock.pass(61_000);
    await turns();
    expect(await server.memory.listVersions('note-1')).toEqual([]);
    expect(server.registry.statistics.documents).toBe(1);
  });

  it('closes nobody before all they sent is durable and acknowledged', async () => {
    ada.connect(server.door('ada'));
    await eventually('ada is saved', () => ada.isSaved);
    server.log.hold('durable');
    ada.type('x');
    await turns();
    const drained = server.registry.drain(1_000);
    await turns();
    expect(ada.isConnected).toBe(true);
    server.log.release('durable');
    await drained;
    await eventually('ada is closed', () => ada.closedWith?.code === 1012);
    expect([ada.acknowledged, ada.sent]).toEqual([2, 2]);
  });

  it('acknowledges all that came, then closes one after the other with a reason to come back', async () => {
    const clients = Array.from({ length: 10 }, () => new TestClient());
    for (const [n, client] of clients.entries()) client.connect(server.door(`seat ${n}`));
    await eventually('all are saved', () => clients.every(({ isSaved }) => isSaved));
    for (const client of clients) client.type('x');
    await turns(2);
    let isDrained = false;
    const drained = server.registry.drain(1_000).then(() => {
      isDrained = true;
    });
    const late = new TestClient();
    late.connect(server.door('late'));
    await eventually('the late one is turned away', () => late.closedWith?.code === 1012);
    const gone = () => clients.filter(({ isConnected }) => !isConnected);
    for (let step = 0; step < 5; step++) {
      await turns();
      server.clock.pass(50);
    }
    await turns();
    expect(gone().length).toBeGreaterThan(2);
    expect(gone().length).toBeLessThan(9);
    for (let step = 0; step < 20; step++) {
      await turns();
      server.clock.pass(50);
    }
    await drained;
    expect(isDrained).toBe(true);
    await eventually('all are gone', () => gone().length === 10);
    for (const client of clients) {
      expect(client.closedWith?.code).toBe(1012);
      expect([client.acknowledged, client.sent]).toEqual([2, 2]);
    }
  });
});
