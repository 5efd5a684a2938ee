import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { closeReasons } from './close-reason.ts';
import { contentHash } from './content-hash.ts';
import { buildDoc } from './quiet-doc.ts';
import {
  edit,
  eventually,
  forge,
  nested,
  TestClient,
  TestServer,
  text,
  turns,
} from './testing/index.ts';

let server: TestServer;
let ada: TestClient;
let bob: TestClient;

beforeEach(async () => {
  server = new TestServer();
  await server.make();
  ada = new TestClient();
  bob = new TestClient();
  ada.connect(server.door('ada'));
  bob.connect(server.door('bob'));
  await eventually('both are saved', () => ada.isSaved && bob.isSaved);
});

const inNote = { root: 'note' };
const tooDeep = () => nested(99, 65, inNote);

describe('a refusal', () => {
  it('names the frame and the reason, and the document is as before [A1, A3]', async () => {
    const before = contentHash(ada.doc);
    ada.send({ is: 'update', update: tooDeep() });
    await eventually('it is refused', () => ada.refused.get(2) === 'too-complex');
    await turns();
    expect(contentHash(bob.doc)).toBe(before);
    expect(server.log.calls.append).toBe(0);
  });

  it('takes along every later frame of the connection, until it syncs anew [A4]', async () => {
    ada.send({ is: 'update', update: tooDeep() });
    ada.type('after that');
    await eventually('both are refused', () => ada.refused.get(3) === 'out-of-step');
    expect(bob.text).toBe('');
    ada.syncAnew();
    await eventually('it is in step again', () => ada.acknowledged === 4);
    expect(bob.text).toBe('after that');
    ada.type(', and on');
    await eventually('bob sees what follows', () => bob.text === 'after that, and on');
  });

  it('of something that is only not allowed yet is healed by the server on its own', async () => {
    const doc = new Y.Doc();
    doc.clientID = bob.doc.clientID;
    bob.type('bob is here');
    await eventually('bob is saved', () => bob.isSaved);
    const asBob = edit(buildDoc([Y.encodeStateAsUpdate(bob.doc)]), (copy) => {
      copy.clientID = bob.doc.clientID;
      copy.getText('note').insert(0, 'not by bob: ');
    });
    Y.applyUpdate(ada.doc, asBob);
    await eventually('ada is refused', () => ada.refused.get(2) === 'foreign-client');
    server.clock.pass(2_000);
    await eventually('she is asked and refused again', () => ada.refused.size === 2);
    bob.pair.cut();
    server.clock.pass(10_000);
    await eventually('it is taken when bob is away', () => ada.acknowledged === ada.sent);
  });

  it('asks less and less often when it does not help', async () => {
    bob.type('x');
    await eventually('bob is saved', () => bob.isSaved);
    ada.send({
      is: 'update',
      update: forge([{ client: bob.doc.clientID, clock: 1, structs: [text('y', inNote)] }]),
    });
    await eventually('ada is refused', () => ada.refused.size === 1);
    const asked = () => ada.heard.filter(({ is }) => is === 'sync-step-1').length;
    const before = asked();
    ada.pair.stall('up');
    server.clock.pass(100_000);
    await turns();
    expect(asked() - before).toBeLessThan(9);
  });

  it('closes clients that do not know refusals, so that they do not write on in vain [A5]', async () => {
    const stock = new TestClient();
    stock.connect(server.door('cleo', { acknowledges: false }));
    await eventually('it is synced', () => stock.isSynced);
    stock.send({ is: 'update', update: tooDeep() });
    await eventually('it is closed', () => stock.closedWith !== undefined);
    expect(stock.closedWith).toEqual({
      code: 4422,
      reason: closeReasons.unacceptable.sentence,
    });
  });

  it('of the same id with other content leaves the first content, and keeps the writer from believing', async () => {
    ada.type('abc');
    await eventually('it is saved', () => ada.isSaved && bob.text === 'abc');
    bob.send({
      is: 'update',
      update: forge([{ client: ada.doc.clientID, structs: [text('abX', inNote)] }]),
    });
    await eventually('it is refused', () => bob.refused.get(2) === 'conflicting-content');
  });

  it('of an id that somebody only shows so far protects their first words [W9]', async () => {
    const awareness = new Uint8Array([1, ...varUint(bob.doc.clientID), 1, 2, 123, 125]);
    bob.send({ is: 'awareness', update: awareness });
    await turns();
    ada.send({
      is: 'update',
      update: forge([{ client: bob.doc.clientID, structs: [text('stolen', inNote)] }]),
    });
    await eventually('it is refused', () => ada.refused.get(2) === 'foreign-client');
    bob.type('mine');
    await eventually('bob is saved', () => bob.isSaved);
  });

  it('comes to an owner under whose id somebody wrote meanwhile, though the clocks are equal [W9]', async () => {
    bob.type('mine');
    await eventually('it is saved', () => bob.isSaved);
    bob.pair.cut();
    bob.type(' and more');
    const forged = forge([
      { client: bob.doc.clientID, clock: 4, structs: [text(' and less', inNote)] },
    ]);
    ada.send({ is: 'update', update: forged });
    await eventually('nobody knows better while bob is away', () => ada.isSaved);
    bob.connect(server.door('bob'));
    await eventually('bob is told', () => bob.refused.get(1) === 'conflicting-content');
    expect(bob.text).toBe('mine and more');
  });

  describe('protects the id of somebody', () => {
    /** Words under bob's id that bob did not write, from clock on. */
    const forgeBobs = (clock: number, word: string) => {
      ada.send({
        is: 'update',
        update: forge([{ client: bob.doc.clientID, clock, structs: [text(word, inNote)] }]),
      });
    };

    it('who writes and shows nothing of themselves [W9]', async () => {
      bob.show(null);
      bob.type('bob');
      await eventually('it is saved', () => bob.isSaved);
      forgeBobs(3, 'forged');
      await eventually('it is refused', () => ada.refused.get(2) === 'foreign-client');
    });

    it('not while their own frames are refused: somebody else may know more', async () => {
      bob.type('bob');
      await eventually('it is saved', () => bob.isSaved);
      bob.send({ is: 'update', update: tooDeep() });
      await eventually('it is refused', () => bob.refused.size === 1);
      forgeBobs(3, ', as a backup has it');
      await eventually('it is taken', () => ada.isSaved);
    });

    it('not by what came over a connection that has ended since', async () => {
      bob.type('bob');
      await eventually('it is saved', () => bob.isSaved);
      server.log.hold('append');
      ada.type('a');
      await eventually('the log is at work', () => server.log.calls.append === 2);
      bob.type(', last');
      await turns();
      bob.pair.cut();
      server.log.release('append');
      await eventually('both are there', () => ada.text.includes(', last'));
      forgeBobs(9, ', as a backup has it');
      await eventually('it is taken', () => ada.isSaved);
    });

    it('not by another of their devices that only told what it had', async () => {
      bob.type('bob');
      await eventually('it is saved', () => bob.isSaved);
      const other = new Y.Doc();
      Y.applyUpdate(other, Y.encodeStateAsUpdate(bob.doc));
      bob.pair.cut();
      const unsent = forge([
        { client: bob.doc.clientID, clock: 3, structs: [text(', here', inNote)] },
      ]);
      Y.applyUpdate(other, unsent);
      const tab = new TestClient(other);
      tab.connect(server.door('bob'));
      await eventually('it is told', () => ada.text.includes(', here'));
      forgeBobs(9, ', as a backup has it');
      await eventually('it is taken', () => ada.isSaved);
    });
  });

  it('of too much that waits bounds what a document can be burdened with', async () => {
    const early = (n: number) =>
      forge([{ client: 1000 + n, clock: 5, structs: [text('x', inNote)] }]);
    for (let n = 0; n < 65; n++) ada.send({ is: 'update', update: early(n) });
    await eventually('the last is refused', () => ada.refused.get(66) === 'too-much-pending');
    expect(ada.refused.size).toBe(1);
    const large = (n: number) =>
      forge([{ client: 2000 + n, clock: 5, structs: [text('x'.repeat(100_000), inNote)] }]);
    const roomy = new TestServer();
    await roomy.make();
    const writer = new TestClient();
    writer.connect(roomy.door('ada'));
    await eventually('it is here', () => writer.isSaved);
    for (let n = 0; n < 3; n++) writer.send({ is: 'update', update: large(n) });
    await eventually('the last is refused', () => writer.refused.get(4) === 'too-much-pending');
    expect(writer.refused.size).toBe(1);
  });

  it('of what is in no root that its documents have', async () => {
    const elsewhere = forge([{ client: 99, structs: [text('x', { root: 'secrets' })] }]);
    ada.send({ is: 'update', update: elsewhere });
    await eventually('it is refused', () => ada.refused.get(2) === 'unknown-root');
  });

  it('of a document that is larger than allowed by now still leaves room to delete, and then to write', async () => {
    ada.type('x'.repeat(1_500));
    await eventually('it is saved', () => ada.isSaved);
    const strict = server.restarted('kill', { limits: { documentBytes: 1_000 } });
    const writer = new TestClient();
    writer.connect(strict.door('ada'));
    await eventually('all is there', () => writer.text.length === 1_500);
    writer.doc.getText('note').delete(0, 1_400);
    await eventually('it is saved', () => writer.isSaved);
    writer.type('and for going on, once much is gone');
    await eventually('it is saved', () => writer.isSaved);
  });

  it('of what would make the document too large leaves room to delete', async () => {
    const small = new TestServer({ limits: { documentBytes: 2_000 } });
    await small.make();
    const writer = new TestClient();
    writer.connect(small.door('ada'));
    writer.type('x'.repeat(1_500));
    await eventually('it is saved', () => writer.isSaved);
    writer.type('y'.repeat(600));
    await eventually('it is refused', () => [...writer.refused.values()].includes('document-full'));
    const reader = new TestClient();
    reader.connect(small.door('bob'));
    await eventually('the document is as before', () => reader.text.length === 1_500);
    reader.doc.getText('note').delete(0, 1_000);
    await eventually('deleting works', () => reader.isSaved && reader.sent === 2);
  });

  it('by a quota over several documents is said as such', async () => {
    let room = 100;
    const strict = new TestServer({ mayGrow: (_, bytes) => (room -= bytes) >= 0 });
    await strict.make();
    const writer = new TestClient();
    writer.connect(strict.door('ada'));
    writer.type('x'.repeat(40));
    await eventually('it is saved', () => writer.isSaved);
    writer.type('y'.repeat(40));
    await eventually('it is refused', () => [...writer.refused.values()].includes('quota-reached'));
  });

  it('of a page that is older than the document comes when it writes, and not when it reads', async () => {
    const old = new TestClient();
    old.connect(server.door('cleo', { schemaVersion: 0 }));
    ada.type('new');
    await eventually('it reads', () => old.text === 'new');
    await eventually('what it holds is saved', () => old.isSaved);
    old.type('old');
    await eventually('it is refused', () => old.refused.get(2) === 'outdated-client');
  });
});

describe('messages that are none', () => {
  it('close the connection, and only that one [W3]', async () => {
    ada.sendBytes(new Uint8Array([200, 1, 2]));
    await eventually('ada is closed', () => ada.closedWith?.code === 4400);
    bob.type('still here');
    await eventually('bob is saved', () => bob.isSaved);
  });

  it.each([
    ['a state vector that ends too early', new Uint8Array([0, 0, 2, 5, 1])],
    ['presence that is none', new Uint8Array([1, 2, 9, 9])],
    ['an acknowledgement, which is the server’s to give', new Uint8Array([121, 5])],
    ['a refusal', new Uint8Array([122, 1, 0])],
  ])('%s is one', async (_, message) => {
    ada.sendBytes(message);
    await eventually('ada is closed', () => ada.closedWith?.code === 4400);
  });

  it('larger than allowed and no change of the document close the connection too', async () => {
    ada.send({ is: 'awareness', update: new Uint8Array(2 * 1024 * 1024) });
    await eventually('it is closed', () => ada.closedWith?.code === closeReasons['too-large'].code);
  });

  it('larger than allowed are refused by number, or close a client that does not count', async () => {
    const strict = new TestServer({ limits: { frameBytes: 1_000 } });
    await strict.make();
    const counting = new TestClient();
    const stock = new TestClient();
    counting.connect(strict.door('ada'));
    stock.connect(strict.door('bob', { acknowledges: false }));
    await eventually('both are synced', () => counting.isSaved && stock.isSynced);
    for (const client of [counting, stock]) client.type('x'.repeat(2_000));
    await eventually('one is refused', () => counting.refused.get(2) === 'too-large');
    await eventually('one is closed', () => stock.closedWith?.code === 4413);
  });
});

function varUint(number: number): number[] {
  return number < 128 ? [number] : [(number % 128) + 128, ...varUint(Math.floor(number / 128))];
}
