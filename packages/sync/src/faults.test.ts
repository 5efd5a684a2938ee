import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { contentHash } from './content-hash.ts';
import { buildDoc } from './quiet-doc.ts';
import { bytes, eventually, forge, TestClient, TestServer, text, turns } from './testing/index.ts';

let server: TestServer;
let ada: TestClient;
let bob: TestClient;

beforeEach(async () => {
  server = new TestServer();
  await server.make();
  await server.make('note-2');
  ada = new TestClient();
  bob = new TestClient();
  ada.connect(server.door('ada'));
  bob.connect(server.door('bob'));
  await eventually('both are saved', () => ada.isSaved && bob.isSaved);
});

describe('a lock', () => {
  it('refuses what comes after it with the reason, and takes it when it is lifted', async () => {
    expect(await server.registry.setLocked('note-1', true)).toBe(true);
    ada.type('late');
    await eventually('it is refused', () => ada.refused.get(2) === 'locked');
    expect(bob.text).toBe('');
    await server.registry.setLocked('note-1', false);
    server.clock.pass(2_000);
    await eventually('it is taken', () => bob.text === 'late');
    await eventually('and saved', () => ada.acknowledged === 3);
  });

  it('set beside the server refuses a frame that is under way, where its row is appended', async () => {
    await server.memory.setLocked('note-1', true);
    ada.type('late');
    bob.type('too');
    await eventually('both are refused', () => ada.refused.get(2) === 'locked');
    await eventually('both are refused', () => bob.refused.get(2) === 'locked');
    const late = new TestClient();
    late.connect(server.door('cleo'));
    await eventually('the document is as before', () => late.isSaved);
    expect(late.text).toBe('');
  });

  it('lets readers read, and says saved to those who have nothing new', async () => {
    ada.type('before');
    await eventually('it is saved', () => ada.isSaved);
    await server.registry.setLocked('note-1', true);
    const late = new TestClient();
    late.connect(server.door('cleo'));
    await eventually('it is there', () => late.text === 'before' && late.isSaved);
  });
});

describe('a deleted document', () => {
  it('closes its connections, and late frames do not bring it back', async () => {
    ada.type('x');
    await eventually('it is saved', () => ada.isSaved);
    expect(await server.registry.remove('note-1')).toBe(true);
    await eventually('ada is closed', () => ada.closedWith?.code === 4410);
    ada.connect(server.door('ada'));
    await eventually('it is not found', () => ada.closedWith?.code === 4404);
  });

  it('removed beside the server closes them when the next row is refused', async () => {
    await server.memory.remove('note-1');
    ada.type('x');
    await eventually('all are closed', () => ada.closedWith?.code === 4410 && !bob.isConnected);
  });

  it('made anew is another document to those who mean the former', async () => {
    await server.registry.remove('note-1');
    await server.memory.create('note-1', {
      incarnation: 'life-2',
      schemaVersion: 1,
      first: { update: new Uint8Array([0, 0]), author: 'server', claims: [] },
      at: 0,
    });
    await eventually('ada is closed', () => !ada.isConnected);
    ada.type('from the former life');
    ada.connect(server.door('ada', { incarnation: 'life-1' }));
    await eventually('ada is turned away', () => ada.closedWith?.code === 4410);
    bob.connect(server.door('bob', { incarnation: 'life-2' }));
    await eventually('bob is let in', () => bob.isSaved);
  });
});

describe('a full disk', () => {
  it('makes documents read-only, loses nothing, and writing resumes by itself', async () => {
    ada.type('before');
    await eventually('it is saved', () => ada.isSaved && bob.text === 'before');
    server.memory.setFull(true);
    ada.type(' and after');
    await eventually('it is refused', () => ada.refused.get(3) === 'storage-full');
    const late = new TestClient();
    late.connect(server.door('cleo'));
    await eventually('reading goes on', () => late.text === 'before');
    expect(server.fatal).toEqual([]);
    server.clock.pass(20_000);
    await eventually('it is refused again', () => ada.refused.size > 1);
    server.memory.setFull(false);
    server.clock.pass(60_000);
    await eventually('it is taken', () => late.text === 'before and after');
    await eventually('and saved', () => ada.acknowledged === ada.sent);
    expect(ada.isConnected && bob.isConnected).toBe(true);
  });
});

describe('an error of the log', () => {
  it('while appending ends the room with a reason to come back, and is fatal', async () => {
    server.log.fail('append', new Error('input/output error'));
    ada.type('x');
    await eventually('all are closed', () => ada.closedWith?.code === 4500 && !bob.isConnected);
    expect(server.fatal).toHaveLength(1);
    expect(ada.acknowledged).toBe(1);
    ada.connect(server.door('ada'));
    await eventually('it is saved after all', () => ada.isSaved);
  });

  it('or somebody else writing to it ends the room before it goes on without their rows', async () => {
    const other = new Y.Doc();
    other.getText('note').insert(0, 'theirs');
    const row = { update: Y.encodeStateAsUpdate(other), author: 'other', claims: [] };
    const batch = [{ document: 'note-1', incarnation: 'life-1', rows: [row] }];
    await server.memory.append(batch, 0);
    ada.type('mine');
    await eventually('all are closed', () => ada.closedWith?.code === 4500 && !bob.isConnected);
    expect(server.fatal).toEqual([]);
    ada.connect(server.door('ada'));
    await eventually('both are there', () => ada.isSaved && /theirs/.test(ada.text));
    expect(ada.text).toContain('mine');
  });

  it('while syncing acknowledges nothing any more, and is fatal', async () => {
    server.log.fail('durable', new Error('input/output error'));
    ada.type('x');
    await eventually('it is fatal', () => server.fatal.length === 1);
    ada.type('y');
    await turns();
    expect(ada.acknowledged).toBe(1);
  });

  it('while loading closes those who wait, with a reason to come back', async () => {
    server.log.fail('load', new Error('input/output error'));
    const late = new TestClient();
    late.connect(server.door('cleo', { document: 'note-2' }));
    await eventually('it is closed', () => late.closedWith?.code === 4500);
    expect(ada.isConnected).toBe(true);
  });
});

describe('a socket that throws', () => {
  it.each([
    ['a change', () => bob.type('x'), [0, 2]],
    ['an acknowledgement', () => ada.type('x'), [121]],
    ['a sign of life', () => server.clock.pass(20_000), [1, 1, 0]],
  ])('at %s ends its own room, with a reason to come back, and no other', async (_, act, head) => {
    const elsewhere = new TestClient();
    elsewhere.connect(server.door('dan', { document: 'note-2' }));
    await eventually('it is there', () => elsewhere.isSaved);
    const { server: socket } = ada.pair;
    const { send } = socket;
    socket.send = (messages) => {
      for (const message of messages)
        if (head.every((byte, place) => message[place] === byte)) throw new Error('broken');
      send(messages);
    };
    act();
    elsewhere.type('unharmed');
    await eventually('all of the room are closed', () => bob.closedWith?.code === 4500);
    await eventually('others go on', () => elsewhere.isSaved);
    expect(server.observer.failures).toHaveLength(1);
    ada.connect(server.door('ada'));
    await eventually('the document is there', () => ada.isSaved);
  });
});

describe('a poisoned document', () => {
  it('is refused alone when its rows cannot be read, and its bytes are kept', async () => {
    await server.make('poisoned', new Uint8Array([1, 2, 3]));
    const reader = new TestClient();
    reader.connect(server.door('cleo', { document: 'poisoned' }));
    await eventually('it is refused', () => reader.closedWith?.code === 4450);
    expect(server.observer.failures).toHaveLength(1);
    ada.type('unharmed');
    await eventually('others go on', () => bob.text === 'unharmed');
    expect(await server.memory.load('poisoned')).toMatchObject({ is: 'loaded', headSeq: 1 });
  });

  it('goes back to what is logged when applying a frame breaks it, and only that frame is refused', async () => {
    ada.type('sound');
    await eventually('bob sees it', () => bob.text === 'sound');
    const restore = breakAtPoison();
    const cleo = new TestClient();
    cleo.connect(server.door('cleo'));
    await eventually('all are here', () => cleo.isSaved);
    bob.type(' before');
    ada.send({ is: 'update', update: forge([{ client: 9, structs: [text('poison', inNote)] }]) });
    cleo.doc.getMap('card').set('headline', 'after');
    await eventually('it is refused', () => ada.refused.get(3) === 'malformed');
    await eventually('the others are saved', () => bob.isSaved && cleo.isSaved);
    restore();
    const late = new TestClient();
    late.connect(server.door('dan'));
    await eventually('the document is sound', () => late.isSaved);
    expect(late.text).toBe('sound before');
    expect(contentHash(late.doc)).toBe(contentHash(cleo.doc));
    expect(server.observer.count('rooms-rebuilt')).toBe(1);
  });

  it('goes back also where what came with it seemed to go in, and finds out by itself which frame it was', async () => {
    const restore = holdPoisonBack();
    const cleo = new TestClient();
    cleo.connect(server.door('cleo'));
    await eventually('all are here', () => cleo.isSaved);
    bob.type('before');
    ada.send({ is: 'update', update: forge([{ client: 9, structs: [text('poison', inNote)] }]) });
    cleo.doc.getMap('card').set('headline', 'after');
    await eventually('it is refused', () => ada.refused.get(2) === 'malformed');
    await eventually('the others are saved', () => bob.isSaved && cleo.isSaved);
    restore();
    const late = new TestClient();
    late.connect(server.door('dan'));
    await eventually('the document is sound', () => late.isSaved);
    expect([late.text, late.doc.getMap('card').get('headline')]).toEqual(['before', 'after']);
  });

  it('takes nothing while it goes back to what is logged, and all that came afterwards', async () => {
    const restore = breakAtPoison();
    server.log.hold('load');
    ada.send({ is: 'update', update: forge([{ client: 9, structs: [text('poison', inNote)] }]) });
    await eventually('it reads the log', () => server.log.calls.load > 1);
    bob.type('meanwhile');
    await turns();
    expect([bob.pair.isPaused, bob.pair.waiting.up]).toEqual([true, 1]);
    server.log.release('load');
    await eventually('it is saved', () => bob.isSaved);
    expect(bob.pair.isPaused).toBe(false);
    restore();
  });

  it('is not made by an update that says again what was deleted and forgotten, though Yjs throws at it', async () => {
    const update = forge([{ client: 7, structs: [text('abcd', inNote)] }]);
    const known = forge([{ client: 7, structs: [bytes(0, 2)] }]);
    expect(() => buildDoc([known, update])).toThrow();
    await server.make('forgetful', known);
    const writer = new TestClient();
    writer.connect(server.door('ada', { document: 'forgetful' }));
    writer.send({ is: 'update', update });
    await eventually('it is saved', () => writer.isSaved && writer.acknowledged === 2);
    expect(server.observer.failures).toEqual([]);
  });
});

const inNote = { root: 'note' };

/** Makes Yjs believe that a certain text lacks a predecessor, as it would after a fault in admission. */
function holdPoisonBack(): () => void {
  const { getMissing } = Y.Item.prototype;
  Y.Item.prototype.getMissing = function (transaction, store) {
    const isPoison = this.content instanceof Y.ContentString && this.content.str === 'poison';
    return isPoison ? 12_345 : getMissing.call(this, transaction, store);
  };
  return () => {
    Y.Item.prototype.getMissing = getMissing;
  };
}

/**
 * Makes Yjs throw halfway through a certain text. Nothing is known that passes admission and breaks it;
 * this is what the server does if something is found.
 */
function breakAtPoison(): () => void {
  const { integrate } = Y.Item.prototype;
  Y.Item.prototype.integrate = function (transaction, offset) {
    integrate.call(this, transaction, offset);
    const { content } = this;
    if (content instanceof Y.ContentString && content.str === 'poison') throw new Error('broken');
  };
  return () => {
    Y.Item.prototype.integrate = integrate;
  };
}
