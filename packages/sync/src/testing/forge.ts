import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** A struct as an attacker would write it: any numbers, whether or not they make sense. */
export type ForgedStruct = (encoder: encoding.Encoder) => void;

export interface ForgedBlock {
  readonly client: number;
  readonly clock?: number;
  readonly structs: readonly ForgedStruct[];
  /** What the block claims to contain; by default the truth. */
  readonly count?: number;
}

export interface ForgedDeletion {
  readonly client: number;
  readonly ranges: readonly (readonly [clock: number, length: number])[];
}

/** An update (version 1) put together by hand. */
export function forge(
  blocks: readonly ForgedBlock[],
  deletions: readonly ForgedDeletion[] = [],
): Uint8Array<ArrayBuffer> {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, blocks.length);
    for (const { client, clock = 0, structs, count = structs.length } of blocks) {
      for (const number of [count, client, clock]) encoding.writeVarUint(encoder, number);
      for (const write of structs) write(encoder);
    }
    encoding.writeVarUint(encoder, deletions.length);
    for (const { client, ranges } of deletions) {
      for (const number of [client, ranges.length, ...ranges.flat()])
        encoding.writeVarUint(encoder, number);
    }
  });
}

/** Where a forged struct claims to be: after a struct, in a type, or directly in a root. */
export type ForgedPlace =
  | { readonly after: readonly [client: number, clock: number] }
  | { readonly within: readonly [client: number, clock: number] }
  | { readonly root: string };

export const text =
  (letters: string, place: ForgedPlace): ForgedStruct =>
  (encoder) => {
    writePlace(encoder, 4, place);
    encoding.writeVarString(encoder, letters);
  };

/** An XML element. */
export const element =
  (place: ForgedPlace, name = 'p'): ForgedStruct =>
  (encoder) => {
    writePlace(encoder, 7, place);
    encoding.writeVarUint(encoder, 3);
    encoding.writeVarString(encoder, name);
  };

export const value =
  (write: (encoder: encoding.Encoder) => void, place: ForgedPlace): ForgedStruct =>
  (encoder) => {
    writePlace(encoder, 8, place);
    encoding.writeVarUint(encoder, 1);
    write(encoder);
  };

/** Any bytes in the place of a struct. */
export const bytes =
  (...numbers: readonly number[]): ForgedStruct =>
  (encoder) => {
    for (const number of numbers) encoding.writeUint8(encoder, number);
  };

/** A chain of elements, each within the one before; the first in `place`. */
export function nested(client: number, levels: number, place: ForgedPlace, clock = 0): Uint8Array {
  const structs = Array.from({ length: levels }, (_, level) =>
    element(level === 0 ? place : { within: [client, clock + level - 1] }),
  );
  return forge([{ client, clock, structs }]);
}

/** The same chain, each element by the other of two clients. */
export function nestedBetween(client: number, levels: number, place: ForgedPlace): Uint8Array {
  const pairs = Array.from({ length: levels / 2 }, (_, pair) => pair);
  const evens = pairs.map((pair) => element(pair === 0 ? place : { within: [client, pair - 1] }));
  const odds = pairs.map((pair) => element({ within: [client + 1, pair] }));
  return forge([
    { client: client + 1, structs: evens },
    { client, structs: odds },
  ]);
}

/** The update that an honest edit makes. */
export function edit(doc: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.transact(() => change(doc));
  return Y.encodeStateAsUpdate(doc, before);
}

function writePlace(encoder: encoding.Encoder, kind: number, place: ForgedPlace): void {
  if ('after' in place) {
    encoding.writeUint8(encoder, kind | 128);
    for (const number of place.after) encoding.writeVarUint(encoder, number);
    return;
  }
  encoding.writeUint8(encoder, kind);
  if ('root' in place) {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, place.root);
  } else {
    for (const number of [0, ...place.within]) encoding.writeVarUint(encoder, number);
  }
}
