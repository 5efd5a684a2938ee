import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { isIntegrable } from './integrable.ts';
import { buildDoc } from './quiet-doc.ts';
import { type ForgedBlock, forge, Random, seeds, text } from './testing/index.ts';

const inNote = { root: 'note' };

it('agrees with Yjs on whether all structs of an update find their place', () => {
  for (const seed of seeds(300)) {
    const random = new Random(seed);
    const clients = [9, 8, 7, 6].slice(0, 1 + random.below(4));
    const counts = new Map(clients.map((client) => [client, 1 + random.below(5)]));
    const blocks = clients.map((client): ForgedBlock => {
      const structs = Array.from({ length: counts.get(client) ?? 1 }, (_, clock) => {
        const other = random.pick(clients);
        const place = { after: [other, random.below(counts.get(other) ?? 1)] as const };
        // Of its own only what comes before.
        const isOwn = other === client && place.after[1] >= clock;
        return text('x', isOwn || random.chance(0.3) ? inNote : place);
      });
      return { client, structs };
    });
    const update = forge(blocks);
    const doc = buildDoc([update]);
    const isComplete = doc.store.pendingStructs === null;
    const { structs } = Y.decodeUpdate(update);
    expect(isIntegrable(structs, new Y.Doc()), `seed ${seed}`).toBe(isComplete);
  }
});

it('looks at each struct a few times at most, however they depend on each other', () => {
  const count = 5_000;
  let looks = 0;
  // One client goes on only after each other one, and each of those only after it.
  const ladder = forge([
    ...Array.from({ length: count }, (_, n) => ({
      client: 10 + count - n,
      structs: [text('x', n === count - 1 ? inNote : { after: [1, count - n - 2] })],
    })),
    {
      client: 1,
      structs: Array.from({ length: count }, (_, n) => text('y', { after: [11 + n, 0] })),
    },
  ]);
  const { structs } = Y.decodeUpdate(ladder);
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    const { origin } = struct;
    Object.defineProperty(struct, 'origin', {
      get: () => {
        looks++;
        return origin;
      },
    });
  }
  expect(isIntegrable(structs, new Y.Doc())).toBe(true);
  expect(looks).toBeLessThan(count * 10);
});
