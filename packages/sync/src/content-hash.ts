import * as buffer from 'lib0/buffer';
import * as encoding from 'lib0/encoding';
import * as sha256 from 'lib0/hash/sha256';
import * as Y from 'yjs';

/**
 * A hash that is equal for two documents exactly if they hold the same content: each character and value
 * ever inserted that is still there, where it was inserted, and which ones were deleted. Equal state
 * vectors promise less: they do not see deletions, nor other content under the same ids.
 *
 * How a replica happens to cut its content into structs does not matter, nor what it has already
 * forgotten of deleted content: neighbouring pieces are joined before hashing, and of what was deleted
 * only its place counts. Updates that wait for their predecessors are not content yet.
 * Works in the browser. Linear in the size of the document.
 */
export function contentHash(doc: Y.Doc): string {
  const encoder = encoding.createEncoder();
  const clients = [...doc.store.clients].sort(([a], [b]) => a - b);
  for (const [client, structs] of clients) writeClient(encoder, client, structs);
  return buffer.toHexString(sha256.digest(encoding.toUint8Array(encoder)));
}

type Structs = readonly (Y.Item | Y.GC)[];

/** First byte of each piece. Content kinds follow with their own numbers. */
const piece = { client: 0, deleted: 1, content: 2 } as const;

function writeClient(encoder: encoding.Encoder, client: number, structs: Structs): void {
  encoding.writeUint8(encoder, piece.client);
  encoding.writeVarUint(encoder, client);
  for (let index = 0; index < structs.length; ) {
    const struct = structs[index];
    if (struct instanceof Y.Item && !struct.deleted) {
      const end = endOfRun(structs, index, struct);
      writeContent(encoder, struct, structs.slice(index, end));
      index = end;
    } else {
      index = writeDeleted(encoder, structs, index);
    }
  }
}

function writeDeleted(encoder: encoding.Encoder, structs: Structs, start: number): number {
  let length = 0;
  let index = start;
  for (let struct = structs[index]; struct?.deleted; struct = structs[++index])
    length += struct.length;
  encoding.writeUint8(encoder, piece.deleted);
  encoding.writeVarUint(encoder, length);
  return index;
}

/** Where the run of structs ends that one replica may hold as one struct and another as several. */
function endOfRun(structs: Structs, start: number, first: Y.Item): number {
  let index = start + 1;
  if (!isDivisible(first.content)) return index;
  for (let next = structs[index]; next instanceof Y.Item; next = structs[++index]) {
    const continues =
      !next.deleted &&
      next.content.constructor === first.content.constructor &&
      next.origin?.client === next.id.client &&
      next.origin.clock === next.id.clock - 1 &&
      Y.compareIDs(next.rightOrigin, first.rightOrigin);
    if (!continues) break;
  }
  return index;
}

const isDivisible = (content: Y.Item['content']): boolean =>
  content instanceof Y.ContentString ||
  content instanceof Y.ContentAny ||
  content instanceof Y.ContentJSON;

function writeContent(encoder: encoding.Encoder, first: Y.Item, run: Structs): void {
  encoding.writeUint8(encoder, piece.content);
  encoding.writeUint8(encoder, first.content.getRef());
  writePlace(encoder, first);
  const contents = run.map((struct) => (struct instanceof Y.Item ? struct.content : null));
  if (first.content instanceof Y.ContentString) {
    const parts = contents.map((content) =>
      content instanceof Y.ContentString ? content.str : '',
    );
    encoding.writeVarString(encoder, parts.join(''));
  } else if (isDivisible(first.content)) {
    const values = contents.flatMap((content) => content?.getContent() ?? []);
    encoding.writeAny(encoder, values);
  } else {
    const whole = new Y.UpdateEncoderV1();
    first.content.write(whole, 0);
    encoding.writeVarUint8Array(encoder, whole.toUint8Array());
  }
}

/** Where the content was inserted: between which neighbours, or else into which parent. */
function writePlace(encoder: encoding.Encoder, { origin, rightOrigin, ...item }: Y.Item): void {
  writeId(encoder, origin);
  writeId(encoder, rightOrigin);
  if (origin !== null || rightOrigin !== null) return;
  const { parent, parentSub } = item;
  if (!(parent instanceof Y.AbstractType)) throw new Error('content without a parent');
  writeId(encoder, parent._item?.id ?? null);
  encoding.writeVarString(encoder, parent._item ? '' : Y.findRootTypeKey(parent));
  encoding.writeAny(encoder, parentSub);
}

function writeId(encoder: encoding.Encoder, id: Y.ID | null): void {
  encoding.writeUint8(encoder, id === null ? 0 : 1);
  if (id === null) return;
  encoding.writeVarUint(encoder, id.client);
  encoding.writeVarUint(encoder, id.clock);
}
