import {
  bytes,
  edit,
  element,
  type ForgedPlace,
  type ForgedStruct,
  forge,
  nested,
  nestedBetween,
  type Random,
  randomEdit,
  text,
  value,
} from '@reportback/sync/testing';
import { encodeFrame, messageType } from '@reportback/sync/wire';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** What the attacker knows: the document as it was sent, and who writes it. */
export interface Knowledge {
  readonly doc: Y.Doc;
  readonly victims: readonly number[];
}

type Recipe = (random: Random, knowledge: Knowledge) => Uint8Array;

/** One message of somebody who wants the worst, named by how it was made. */
export function hostileFrame(
  random: Random,
  knowledge: Knowledge,
): { readonly made: string; readonly message: Uint8Array } {
  const [made, recipe] = random.pick(recipes);
  return { made, message: recipe(random, knowledge) };
}

/** Numbers at which readers of bytes go wrong. */
const edges = [0, 1, 127, 128, 255, 2 ** 16, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 53 - 1];

const update = (content: Uint8Array): Uint8Array => encodeFrame({ is: 'update', update: content });

const recipes: readonly (readonly [string, Recipe])[] = [
  ['noise', (random) => random.bytes(random.below(200))],
  ['noise in an update', (random) => update(random.bytes(random.below(200)))],
  ['flipped bits', (random, { doc }) => flip(update(honestEdit(doc, random)), random)],
  ['flipped bits', (random, { doc }) => flip(update(honestEdit(doc, random)), random)],
  [
    'flipped bits of the whole',
    (random, { doc }) => flip(update(Y.encodeStateAsUpdate(doc)), random),
  ],
  [
    'a part of a frame',
    (random, { doc }) => {
      const whole = update(honestEdit(doc, random));
      return whole.subarray(0, random.below(whole.length + 1));
    },
  ],
  [
    'a frame and more',
    (random, { doc }) =>
      Uint8Array.from([...update(honestEdit(doc, random)), ...random.bytes(1 + random.below(9))]),
  ],
  ['grammar', (random, knowledge) => update(grammar(random, knowledge))],
  ['grammar', (random, knowledge) => update(grammar(random, knowledge))],
  ['grammar', (random, knowledge) => update(grammar(random, knowledge))],
  [
    'grammar as step 2',
    (random, knowledge) => encodeFrame({ is: 'sync-step-2', update: grammar(random, knowledge) }),
  ],
  ['an edit without what it builds on', (random, { doc }) => update(laterEdit(doc, random))],
  ['an honest edit', (random, { doc }) => update(honestEdit(doc, random))],
  [
    'a claim of many structs',
    (random) =>
      update(
        forge([{ client: random.below(1e6), structs: [], count: random.pick([30e6, ...edges]) }]),
      ),
  ],
  [
    'deep nesting',
    (random) =>
      update(
        nested(random.below(2 ** 31), random.pick([63, 65, 500, 500, 500, 500, 500, 20_000]), {
          root: 'note',
        }),
      ),
  ],
  [
    'deep nesting between two',
    (random) =>
      update(
        nestedBetween(random.below(2 ** 31), random.pick([64, 66, 500, 500, 500, 20_000]), {
          root: 'note',
        }),
      ),
  ],
  ['a deep value', (random) => update(deepValue(random))],
  [
    'deletions without end',
    (random, { victims }) =>
      update(forge([], [{ client: random.pick(victims), ranges: [[0, random.pick(edges)]] }])),
  ],
  [
    'content under another’s id',
    (random, { victims, doc }) => {
      const client = random.pick(victims);
      const clock = Y.getState(doc.store, client);
      const structs = [text('stolen', { root: 'note' }), text('more', { root: 'note' })];
      return update(forge([{ client, clock: clock - random.below(2), structs }]));
    },
  ],
  [
    'another root',
    (random) =>
      update(forge([{ client: random.below(1e6), structs: [text('x', { root: 'elsewhere' })] }])),
  ],
  ['awareness', (random) => encodeFrame({ is: 'awareness', update: awareness(random) })],
  [
    'a false state vector',
    (random) => encodeFrame({ is: 'sync-step-1', stateVector: random.bytes(random.below(40)) }),
  ],
  ['messages of a server', serverMessage],
];

function honestEdit(doc: Y.Doc, random: Random): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = 5_000_000 + random.below(1_000);
  return edit(copy, () => randomEdit(copy, random));
}

/** The second of two edits, alone. */
function laterEdit(doc: Y.Doc, random: Random): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = 6_000_000 + random.below(1e6);
  copy.getXmlFragment('note').push([new Y.XmlElement('paragraph')]);
  return edit(copy, () => copy.getXmlFragment('note').push([new Y.XmlElement('paragraph')]));
}

function flip(message: Uint8Array, random: Random): Uint8Array {
  const flipped = Uint8Array.from(message);
  const flips = 1 + random.below(8);
  for (let n = 0; n < flips && flipped.length > 0; n++) {
    const at = random.below(flipped.length);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << random.below(8));
  }
  return flipped;
}

/** An update whose parts are all well formed by themselves and put together without sense. */
function grammar(random: Random, { doc, victims }: Knowledge): Uint8Array {
  const client = (): number => random.pick([...victims, 7, random.below(2 ** 32), 2 ** 53 - 1]);
  const clock = (of: number): number =>
    random.pick([Y.getState(doc.store, of), 0, 1, random.below(50), ...edges]);
  const place = (): ForgedPlace => {
    const of = client();
    return random.pick<ForgedPlace>([
      { root: 'note' },
      { root: 'card' },
      { after: [of, clock(of)] },
      { within: [of, clock(of)] },
    ]);
  };
  const struct = (): ForgedStruct =>
    random.pick<() => ForgedStruct>([
      () => text(random.pick(['a', '', '😀'.repeat(20), '\ud800']), place()),
      () => element(place(), random.pick(['paragraph', '', '__proto__'])),
      () =>
        value(
          (encoder) => encoding.writeAny(encoder, random.pick([null, 1, 'x', { a: [1] }])),
          place(),
        ),
      () => bytes(...random.bytes(1 + random.below(6))),
      () => bytes(random.pick([0, 10]), random.below(128)),
    ])();
  const list = <T>(most: number, make: () => T): T[] =>
    Array.from({ length: random.below(most + 1) }, make);
  const blocks = list(3, () => {
    const of = client();
    const structs = list(4, struct);
    return {
      client: of,
      clock: clock(of),
      structs,
      ...(random.chance(0.1) && { count: random.pick(edges) }),
    };
  });
  const deletions = list(2, () => {
    const of = client();
    return {
      client: of,
      ranges: list(3, () => [clock(of), random.pick([1, 2, ...edges])] as const),
    };
  });
  return forge(blocks, deletions);
}

function deepValue(random: Random): Uint8Array {
  const levels = random.pick([60, 70, 70, 70, 70, 10_000]);
  const write = (encoder: encoding.Encoder): void => {
    for (let level = 0; level < levels; level++) {
      // An array of one.
      encoding.writeUint8(encoder, 117);
      encoding.writeVarUint(encoder, 1);
    }
    encoding.writeAny(encoder, null);
  };
  return forge([{ client: random.below(1e6), structs: [value(write, { root: 'note' })] }]);
}

function awareness(random: Random): Uint8Array {
  if (random.chance(0.4)) return random.bytes(random.below(60));
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, random.pick([1, 2, ...edges]));
    encoding.writeVarUint(encoder, random.below(1e9));
    encoding.writeVarUint(encoder, random.pick(edges));
    encoding.writeVarString(
      encoder,
      random.pick(['{}', 'null', '[[', '"'.repeat(9_000), '{"__proto__":{}}']),
    );
  });
}

function serverMessage(random: Random): Uint8Array {
  return encoding.encode((encoder) => {
    const types = Object.values(messageType);
    encoding.writeVarUint(encoder, random.pick([...types, 4, 120, 125, 2 ** 31]));
    encoding.writeUint8Array(encoder, random.bytes(random.below(8)));
  });
}
