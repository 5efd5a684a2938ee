import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { contentHash } from './content-hash.ts';
import {
  eventually,
  honestFrames,
  Random,
  randomEdit,
  randomFrame,
  seeds,
  TestClient,
  TestServer,
  turns,
} from './testing/index.ts';

it('no frame that anybody can send takes the server down or keeps the others from converging', async () => {
  for (const seed of seeds(20)) {
    const random = new Random(seed);
    const server = new TestServer({ compaction: { rows: 20, bytes: 200, idleRows: 2 } });
    await server.make();
    const writers = ['ada', 'bob'].map((seat, n) => {
      const doc = new Y.Doc();
      doc.clientID = 100 + n;
      const client = new TestClient(doc);
      client.connect(server.door(seat));
      return client;
    });
    await eventually('both are saved', () => writers.every(({ isSaved }) => isSaved));
    const honest: Uint8Array[] = [];
    const mallory = new TestClient(new Y.Doc());
    for (let frame = 0; frame < 250; frame++) {
      if (random.chance(0.1)) randomEdit(random.pick(writers).doc, random);
      if (frame % 25 === 0) honest.push(...honestFrames(random.pick(writers).doc));
      if (!mallory.isConnected) mallory.connect(server.door('mallory', acknowledging(random)));
      mallory.sendBytes(randomFrame(random, honest));
      if (random.chance(0.3)) await turns(3);
      if (random.chance(0.1)) mallory.syncAnew();
      if (random.chance(0.1)) server.clock.pass(2_000);
    }
    if (mallory.isConnected) mallory.pair.cut();
    await turns(20);
    server.clock.pass(2_000);
    const hint = `seed ${seed}`;
    for (const client of writers) {
      randomEdit(client.doc, random);
    }
    await turns(20);
    const held = await server.registry.read('note-1', contentHash);
    for (const client of writers) {
      expect(client.isConnected, hint).toBe(true);
      expect({ is: 'read', value: contentHash(client.doc) }, hint).toEqual(held);
      expect(client.acknowledged, hint).toBe(client.sent);
    }
    const next = server.restarted('kill');
    expect(await next.registry.read('note-1', contentHash), hint).toEqual(held);
    expect(server.fatal, hint).toEqual([]);
  }
}, 60_000);

function acknowledging(random: Random): { acknowledges: boolean } {
  return { acknowledges: random.chance(0.7) };
}
