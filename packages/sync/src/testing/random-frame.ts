import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { encodeFrame } from '../frame.ts';
import {
  bytes,
  element,
  type ForgedBlock,
  type ForgedPlace,
  type ForgedStruct,
  forge,
  nested,
  text,
  value,
} from './forge.ts';
import type { Random } from './random.ts';

/** Client ids that random frames write under and refer to. */
const clients = [1, 2, 100, 101, 4_000_000_000];

/** What somebody could send who knows the wire: honest frames damaged, and frames made up by its rules. */
export function randomFrame(random: Random, honest: readonly Uint8Array[]): Uint8Array {
  const choice = random.fraction();
  if (choice < 0.4 && honest.length > 0) return damaged(random, random.pick(honest));
  if (choice < 0.45) return random.bytes(random.below(40));
  if (choice < 0.5) return encodeFrame({ is: 'awareness', update: random.bytes(random.below(30)) });
  if (choice < 0.53) return encodeFrame({ is: 'sync-step-1', stateVector: random.bytes(6) });
  const is = random.chance(0.5) ? 'update' : 'sync-step-2';
  return encodeFrame({ is, update: randomUpdate(random) });
}

function damaged(random: Random, frame: Uint8Array): Uint8Array {
  const copy = new Uint8Array(frame);
  for (let flips = 1 + random.below(3); flips > 0; flips--) {
    const at = random.below(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
  }
  return random.chance(0.1) ? copy.subarray(0, random.below(copy.length)) : copy;
}

function randomUpdate(random: Random): Uint8Array {
  if (random.chance(0.05)) return nested(random.pick(clients), random.below(100), { root: 'note' });
  const blocks = Array.from({ length: random.below(3) }, (): ForgedBlock => {
    const structs = Array.from({ length: 1 + random.below(4) }, () => randomStruct(random));
    const count = random.chance(0.05) ? random.below(1_000_000_000) : structs.length;
    return { client: random.pick(clients), clock: random.below(6), structs, count };
  });
  const deletions = random.chance(0.3)
    ? [{ client: random.pick(clients), ranges: [[random.below(9), random.below(5)]] as const }]
    : [];
  return forge(blocks, deletions);
}

function randomStruct(random: Random): ForgedStruct {
  const place = randomPlace(random);
  const choice = random.fraction();
  if (choice < 0.5) return text(random.pick(['a', 'bc', '😀', '']), place);
  if (choice < 0.75) return element(place);
  if (choice < 0.9)
    return value(
      (encoder) => encoding.writeAny(encoder, random.pick([1, 'x', null, [[]], {}])),
      place,
    );
  // A deleted range, a gap, or nothing that makes sense.
  return bytes(random.pick([0, 10, 11, 255]), random.below(4));
}

function randomPlace(random: Random): ForgedPlace {
  const id = [random.pick(clients), random.below(8)] as const;
  const choice = random.fraction();
  if (choice < 0.3) return { root: random.pick(['note', 'note', 'card', 'secrets']) };
  return choice < 0.6 ? { within: id } : { after: id };
}

/** Frames of an honest document's history. */
export function honestFrames(doc: Y.Doc): readonly Uint8Array[] {
  const update = Y.encodeStateAsUpdate(doc);
  return [
    encodeFrame({ is: 'update', update }),
    encodeFrame({ is: 'sync-step-2', update }),
    encodeFrame({ is: 'sync-step-1', stateVector: Y.encodeStateVector(doc) }),
  ];
}
