import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { defaultLimits } from './limits.ts';
import { buildDoc } from './quiet-doc.ts';
import { type ScanContext, scanUpdate } from './scan-update.ts';
import { bytes, edit, element, forge, text, value } from './testing/forge.ts';
import { Random, seeds } from './testing/random.ts';
import { randomEdit } from './testing/random-edit.ts';

type Nest = Nest[];

const inNote = { root: 'note' };

const context: ScanContext = {
  limits: defaultLimits,
  roots: new Set(['note', 'card']),
  knows: () => false,
};

const scan = (update: Uint8Array) => scanUpdate(update, context);

describe('scanning an update', () => {
  it('finds the clocks, deletions and types of what Yjs writes', () => {
    const doc = new Y.Doc();
    doc.clientID = 7;
    const update = edit(doc, () => {
      const paragraph = new Y.XmlElement('p');
      doc.getXmlFragment('note').insert(0, [paragraph]);
      paragraph.insert(0, [new Y.XmlText('häus 😀')]);
      paragraph.delete(0, 1);
    });
    expect(scan(update)).toEqual({
      is: 'outline',
      ranges: [{ client: 7, from: 0, to: 9 }],
      deletions: [{ client: 7, from: 1, to: 9 }],
      structs: 3,
      types: 1,
      needs: new Map(),
    });
  });

  it('agrees with Yjs about everything that random editing makes', () => {
    for (const seed of seeds(30)) {
      const random = new Random(seed);
      const docs = [new Y.Doc(), new Y.Doc({ gc: false })];
      for (const doc of docs) doc.on('update', (update) => expectSameAsYjs(update, seed));
      for (let step = 0; step < 40; step++) {
        randomEdit(random.pick(docs), random);
        const [from, to] = [random.pick(docs), random.pick(docs)];
        if (from !== to && random.chance(0.2)) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
      }
      for (const doc of docs) expectSameAsYjs(Y.encodeStateAsUpdate(doc), seed);
    }
  });

  it('lets nothing through that Yjs could not decode and apply', () => {
    const doc = new Y.Doc();
    doc.clientID = 7;
    const samples: Uint8Array[] = [];
    const random = new Random(11);
    doc.on('update', (update) => samples.push(update));
    for (let step = 0; step < 60; step++) randomEdit(doc, random);
    samples.push(Y.encodeStateAsUpdate(doc));
    for (const seed of seeds(3)) {
      const chance = new Random(seed);
      for (let run = 0; run < 2000; run++) {
        const damaged = new Uint8Array(chance.pick(samples));
        for (let flips = 1 + chance.below(3); flips > 0; flips--) {
          const at = chance.below(damaged.length);
          damaged[at] = (damaged[at] ?? 0) ^ (1 << chance.below(8));
        }
        if (scan(damaged).is !== 'outline') continue;
        expect(() => Y.decodeUpdate(damaged), `seed ${seed}, run ${run}`).not.toThrow();
        expect(() => buildDoc([damaged]), `seed ${seed}, run ${run}`).not.toThrow();
      }
    }
  });

  it('a few bytes that claim millions of structs are refused before any memory is taken', () => {
    const claim = encoding.encode((encoder) => {
      for (const number of [1, 30_000_000, 7, 0]) encoding.writeVarUint(encoder, number);
    });
    expect(claim.length).toBe(7);
    expect(scan(claim)).toMatchObject({ is: 'malformed' });
  });

  it.each([
    ['nothing', new Uint8Array()],
    [
      'a text that ends too early',
      forge([{ client: 7, structs: [text('abc', inNote)] }]).slice(0, -3),
    ],
    ['bytes after the end', new Uint8Array([0, 0, 0])],
    ['a client twice', forge([7, 7].map((client) => ({ client, structs: [text('a', inNote)] })))],
    [
      'clients in ascending order',
      forge([7, 8].map((client) => ({ client, structs: [text('a', inNote)] }))),
    ],
    [
      'a block without structs',
      forge([
        { client: 8, structs: [], count: 0 },
        { client: 7, structs: [text('a', inNote)] },
      ]),
    ],
    ['an empty text', forge([{ client: 7, structs: [text('', inNote)] }])],
    ['an empty gap', forge([{ client: 7, structs: [bytes(10, 0)] }])],
    ['an empty deletion', forge([], [{ client: 7, ranges: [[0, 0]] }])],
    ['a clock beyond reason', forge([{ client: 7, clock: 2 ** 33, structs: [text('a', inNote)] }])],
    [
      'a length beyond reason',
      forge([
        {
          client: 7,
          clock: 1,
          structs: [(encoder) => [0, 2 ** 32].map((n) => encoding.writeVarUint(encoder, n))],
        },
      ]),
    ],
    ['a deletion beyond reason', forge([], [{ client: 7, ranges: [[2 ** 32, 5]] }])],
    [
      'a struct that builds on itself',
      forge([{ client: 7, structs: [text('a', { after: [7, 0] })] }]),
    ],
    [
      'a text that is not UTF-8',
      forge([{ client: 7, structs: [bytes(4, 1, 4, 110, 111, 116, 101, 1, 0xff)] }]),
    ],
    [
      'JSON that is none',
      forge([{ client: 7, structs: [bytes(5, 1, 4, 110, 111, 116, 101, 1, 123)] }]),
    ],
    [
      'a subdocument',
      forge([{ client: 7, structs: [bytes(9, 1, 4, 110, 111, 116, 101, 1, 97, 118, 0)] }]),
    ],
    [
      'an unknown kind of struct',
      forge([{ client: 7, structs: [bytes(11, 1, 4, 110, 111, 116, 101, 0)] }]),
    ],
    [
      'an unknown kind of type',
      forge([{ client: 7, structs: [bytes(7, 1, 4, 110, 111, 116, 101, 7)] }]),
    ],
    [
      'the key __proto__',
      forge([
        {
          client: 7,
          structs: [
            value((encoder) => encoding.writeAny(encoder, JSON.parse('{"__proto__":1}')), inNote),
          ],
        },
      ]),
    ],
  ])('%s is malformed', (_, update) => {
    expect(scan(update)).toMatchObject({ is: 'malformed' });
  });

  it('a root that documents of this kind do not have is told apart', () => {
    const update = forge([{ client: 7, structs: [element({ root: 'secrets' })] }]);
    expect(scan(update)).toMatchObject({ is: 'unknown-root' });
  });

  it('values and JSON may be nested as deep as types, and no deeper', () => {
    const nest = (levels: number): Nest => (levels === 1 ? [] : [nest(levels - 1)]);
    const asValue = (levels: number) =>
      forge([{ client: 7, structs: [value((to) => encoding.writeAny(to, nest(levels)), inNote)] }]);
    const asEmbed = (levels: number) =>
      edit(new Y.Doc(), (doc) => doc.getText('note').insertEmbed(0, { nested: nest(levels - 1) }));
    for (const nesting of [asValue, asEmbed]) {
      expect(scan(nesting(64))).toMatchObject({ is: 'outline' });
      expect(scan(nesting(65))).toMatchObject({ is: 'too-complex' });
    }
    const braces = edit(new Y.Doc(), (doc) =>
      doc.getText('note').insertEmbed(0, { a: '[{'.repeat(99) }),
    );
    expect(scan(braces)).toMatchObject({ is: 'outline' });
  });

  it('a value nested a hundred thousand deep overflows nothing', () => {
    const deep = new Uint8Array(200_000).fill(117).map((byte, n) => (n % 2 ? 1 : byte));
    const update = forge([
      { client: 7, structs: [value((to) => encoding.writeUint8Array(to, deep), inNote)] },
    ]);
    expect(scan(update)).toMatchObject({ is: 'too-complex' });
  });

  it('values within values count as much as structs', () => {
    const many = Array.from({ length: 30 }, () => 'x');
    const asValue = forge([
      { client: 7, structs: [value((to) => encoding.writeAny(to, many), inNote)] },
    ]);
    const asEmbed = edit(new Y.Doc(), (doc) => doc.getText('note').insertEmbed(0, { many }));
    for (const update of [asValue, asEmbed]) {
      const within = (frameStructs: number) =>
        scanUpdate(update, { ...context, limits: { ...defaultLimits, frameStructs } }).is;
      expect([within(40), within(20)]).toEqual(['outline', 'too-complex']);
    }
  });

  it('types count twice, because they cost as much', () => {
    const limits = { ...defaultLimits, frameStructs: 6 };
    const types = (count: number) =>
      forge([{ client: 7, structs: Array.from({ length: count }, () => element(inNote)) }]);
    const strict = (update: Uint8Array) => scanUpdate(update, { ...context, limits }).is;
    expect([strict(types(3)), strict(types(4))]).toEqual(['outline', 'too-complex']);
  });

  it('more structs or deletions than allowed are too complex', () => {
    const limits = { ...defaultLimits, frameStructs: 3, frameDeletions: 2 };
    const structs = (count: number) =>
      forge([{ client: 7, structs: Array.from({ length: count }, () => text('a', inNote)) }]);
    const deletions = (count: number) =>
      forge(
        [],
        [{ client: 7, ranges: Array.from({ length: count }, (_, n) => [n * 2, 1] as const) }],
      );
    const strict = (update: Uint8Array) => scanUpdate(update, { ...context, limits }).is;
    expect([strict(structs(3)), strict(structs(4))]).toEqual(['outline', 'too-complex']);
    expect([strict(deletions(2)), strict(deletions(3))]).toEqual(['outline', 'too-complex']);
  });
});

function expectSameAsYjs(update: Uint8Array, seed: number): void {
  const outline = scan(update);
  if (outline.is !== 'outline') throw new Error(`${outline.found}, seed ${seed}`);
  const { structs, ds } = Y.decodeUpdate(update);
  expect(outline.structs).toBe(structs.length);
  const { from, to } = Y.parseUpdateMeta(update);
  expect(new Map(outline.ranges.map((range) => [range.client, range.from]))).toEqual(from);
  expect(new Map(outline.ranges.map((range) => [range.client, range.to]))).toEqual(to);
  const deletions = [...ds.clients].flatMap(([client, items]) =>
    items.map(({ clock, len }) => ({ client, from: clock, to: clock + len })),
  );
  expect(outline.deletions).toEqual(deletions);
}
