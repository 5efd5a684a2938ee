import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { contentHash } from './content-hash.ts';
import { buildDoc, quietDoc } from './quiet-doc.ts';
import { Random, seeds } from './testing/random.ts';
import { randomEdit } from './testing/random-edit.ts';

it('a quiet document makes no change of its own, whatever formatting it receives', () => {
  for (const seed of seeds(40)) {
    const random = new Random(seed);
    const writers = [new Y.Doc(), new Y.Doc()];
    const frames: Uint8Array[] = [];
    for (const writer of writers)
      writer.on('update', (update, origin) => {
        if (origin !== 'remote') frames.push(update);
      });
    for (let step = 0; step < 60; step++) {
      const writer = random.pick(writers);
      randomEdit(writer, random);
      const peer = random.pick(writers);
      const lacking = Y.encodeStateAsUpdate(writer, Y.encodeStateVector(peer));
      if (random.chance(0.3)) Y.applyUpdate(peer, lacking, 'remote');
    }
    const received = quietDoc();
    for (const frame of frames) Y.applyUpdate(received, frame);
    expect(contentHash(received), `seed ${seed}`).toBe(contentHash(buildDoc(frames)));
  }
});
