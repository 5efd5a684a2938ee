import * as decoding from 'lib0/decoding';
import type { Limits } from './limits.ts';
import type { Anchor, StructPlaces } from './struct-places.ts';
import {
  readByte,
  readCount,
  readNumber,
  readText,
  skipAny,
  skipBytes,
  skipJson,
  skipJsonOrUndefined,
  skipKey,
  skipText,
  TooComplex,
} from './update-reader.ts';

/** What an update claims to contain, found in one pass without building anything. */
export interface UpdateOutline {
  readonly is: 'outline';
  /** The clocks of the structs in the order written; of one client several where it skips some. */
  readonly ranges: readonly ClockRange[];
  readonly deletions: readonly ClockRange[];
  readonly structs: number;
  /** How many of the structs are types (elements, texts, maps): only these can nest. */
  readonly types: number;
  /** Structs of other clients that `knows` does not know and that must be there first: the highest
   * clock per client. They may be in this same update. */
  readonly needs: ReadonlyMap<number, number>;
}

/** A client's clocks from `from` up to, and without, `to`. */
export interface ClockRange {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

export interface UnreadableUpdate {
  readonly is: 'malformed' | 'too-complex' | 'unknown-root';
  readonly found: string;
}

export interface ScanContext {
  /** `depth` is that of values here; how deep types lie only the document tells. */
  readonly limits: Pick<Limits, 'frameStructs' | 'frameDeletions' | 'depth'>;
  /** Names of the root types that may be written to. */
  readonly roots: Pick<ReadonlySet<string>, 'has'>;
  /** Whether the document holds that struct already. */
  knows(client: number, clock: number): boolean;
}

/** No honest clock gets there: 40 letters a second for three years. */
const largestClock = 2 ** 32;

/** Bits of a struct's first byte, as in Yjs. */
const info = { kind: 31, parentSub: 32, rightOrigin: 64, origin: 128 } as const;

/** What the kind bits say, as in Yjs. */
const kinds = {
  gc: 0,
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  subdocument: 9,
  skip: 10,
} as const;

/** Types whose encoding carries a name: element and hook. The largest type number is a text's. */
const typeNumbers = { element: 3, hook: 5, largest: 6 } as const;

class UnknownRoot extends Error {}

/**
 * Reads an update (version 1) once from end to end and checks all that Yjs takes on trust: that every
 * count fits into the bytes that are there, lengths are not zero, clocks stay in range, texts are
 * UTF-8, JSON is JSON, values are not nested too deep, clients come in order and nothing follows.
 * Allocates next to nothing: a frame that claims millions of structs costs no more than its bytes.
 * Never throws.
 * @param places is told where each struct claims to belong
 */
export function scanUpdate(
  update: Uint8Array,
  context: ScanContext,
  places?: StructPlaces,
): UpdateOutline | UnreadableUpdate {
  try {
    return new Scan(update, context, places).run();
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    if (error instanceof TooComplex) return { is: 'too-complex', found };
    if (error instanceof UnknownRoot) return { is: 'unknown-root', found };
    return { is: 'malformed', found };
  }
}

class Scan {
  readonly #decoder: decoding.Decoder;
  readonly #context: ScanContext;
  readonly #ranges: ClockRange[] = [];
  readonly #deletions: ClockRange[] = [];
  readonly #needs = new Map<number, number>();
  readonly #places: StructPlaces | undefined;
  /** What the struct that was read last hangs on. */
  #anchor: Anchor = 'none';
  #anchorClient = 0;
  #anchorClock = 0;
  #structs = 0;
  #parts = 0;
  #types = 0;

  constructor(update: Uint8Array, context: ScanContext, places: StructPlaces | undefined) {
    this.#decoder = decoding.createDecoder(update);
    this.#context = context;
    this.#places = places;
  }

  run(): UpdateOutline {
    this.#readBlocks();
    this.#readDeletions();
    if (decoding.hasContent(this.#decoder)) throw new Error('bytes after a complete update');
    return {
      is: 'outline',
      ranges: this.#ranges,
      deletions: this.#deletions,
      structs: this.#structs,
      types: this.#types,
      needs: this.#needs,
    };
  }

  #readBlocks(): void {
    const decoder = this.#decoder;
    const blocks = readCount(decoder, 5);
    let previous = Infinity;
    for (let block = 0; block < blocks; block++) {
      const structs = readCount(decoder, 2);
      const client = readNumber(decoder, Number.MAX_SAFE_INTEGER);
      const from = readNumber(decoder, largestClock);
      // Yjs writes clients in this order, and loses content without a word where it merges others.
      if (client >= previous) throw new Error(`client ${client} comes after ${previous}`);
      previous = client;
      if (structs === 0) throw new Error(`no structs of client ${client}`);
      this.#structs += structs;
      this.#spend(structs);
      this.#readStructs(structs, client, from);
    }
  }

  /** Values within values cost as much as structs, and a type as much as two. */
  #spend(parts: number): void {
    const { frameStructs } = this.#context.limits;
    this.#parts += parts;
    if (this.#parts > frameStructs) throw new TooComplex(`more than ${frameStructs} structs`);
  }

  #readStructs(structs: number, client: number, start: number): void {
    let from = start;
    let to = start;
    for (let left = structs; left > 0; left--) {
      const first = readByte(this.#decoder);
      const kind = first & info.kind;
      if (first !== kind && (kind === kinds.gc || kind === kinds.skip))
        throw new Error(`a struct that begins with ${first}`);
      const isGone = kind === kinds.gc || kind === kinds.skip;
      this.#anchor = 'none';
      if (!isGone) this.#readPlace(first, client, to);
      const length = this.#readContent(kind);
      if (length === 0) throw new Error(`an empty struct of client ${client} at ${to}`);
      this.#places?.add(
        isGone ? 'gone' : kind === kinds.type ? 'type' : 'content',
        client,
        to,
        length,
        this.#anchor,
        this.#anchorClient,
        this.#anchorClock,
      );
      if (kind === kinds.skip) {
        if (to > from) this.#ranges.push({ client, from, to });
        from = to + length;
      }
      to += length;
    }
    if (to > largestClock) throw new Error(`clock ${to} of client ${client}`);
    if (to > from) this.#ranges.push({ client, from, to });
  }

  #readPlace(first: number, client: number, clock: number): void {
    if (first & info.origin) this.#readNeed(client, clock, 'neighbour');
    if (first & info.rightOrigin) this.#readNeed(client, clock, 'neighbour');
    if (first & (info.origin | info.rightOrigin)) return;
    if (readNumber(this.#decoder, 1) === 1) {
      const root = readText(this.#decoder);
      if (!this.#context.roots.has(root)) throw new UnknownRoot(`the root ${root.slice(0, 40)}`);
    } else this.#readNeed(client, clock, 'parent');
    if (first & info.parentSub) skipKey(this.#decoder);
  }

  /** The first that a struct needs is what it hangs on. */
  #readNeed(ownClient: number, ownClock: number, as: Anchor): void {
    const client = readNumber(this.#decoder, Number.MAX_SAFE_INTEGER);
    const clock = readNumber(this.#decoder, largestClock);
    if (this.#anchor === 'none') {
      this.#anchor = as;
      this.#anchorClient = client;
      this.#anchorClock = clock;
    }
    if (client === ownClient) {
      if (clock >= ownClock) throw new Error(`client ${client} builds at ${ownClock} on ${clock}`);
    } else if (!this.#context.knows(client, clock))
      this.#needs.set(client, Math.max(clock, this.#needs.get(client) ?? 0));
  }

  #readContent(kind: number): number {
    const decoder = this.#decoder;
    const { depth } = this.#context.limits;
    switch (kind) {
      case kinds.string:
        return skipText(decoder);
      case kinds.gc:
      case kinds.deleted:
      case kinds.skip:
        return readNumber(decoder, largestClock);
      case kinds.any:
        return this.#readEach(() => skipAny(decoder, depth));
      case kinds.json:
        return this.#readEach(() => skipJsonOrUndefined(decoder, depth));
      case kinds.type:
        this.#readType();
        return 1;
      case kinds.format:
        skipKey(decoder);
        this.#spend(skipJson(decoder, depth));
        return 1;
      case kinds.embed:
        this.#spend(skipJson(decoder, depth));
        return 1;
      case kinds.binary:
        skipBytes(decoder, readCount(decoder, 1));
        return 1;
      case kinds.subdocument:
        throw new Error('a document within the document');
      default:
        throw new Error(`unknown kind of struct ${kind}`);
    }
  }

  #readEach(skipOne: () => number): number {
    const count = readCount(this.#decoder, 1);
    for (let left = count; left > 0; left--) this.#spend(skipOne());
    return count;
  }

  #readType(): void {
    this.#types++;
    this.#spend(1);
    const number = readNumber(this.#decoder, typeNumbers.largest);
    if (number === typeNumbers.element || number === typeNumbers.hook) skipText(this.#decoder);
  }

  #readDeletions(): void {
    const decoder = this.#decoder;
    const { frameDeletions } = this.#context.limits;
    for (let clients = readCount(decoder, 2); clients > 0; clients--) {
      const client = readNumber(decoder, Number.MAX_SAFE_INTEGER);
      for (let ranges = readCount(decoder, 2); ranges > 0; ranges--) {
        const from = readNumber(decoder, largestClock);
        const length = readNumber(decoder, largestClock - from);
        if (length === 0) throw new Error(`an empty deletion of client ${client} at ${from}`);
        this.#deletions.push({ client, from, to: from + length });
        if (this.#deletions.length > frameDeletions)
          throw new TooComplex(`more than ${frameDeletions} deletions`);
      }
    }
  }
}
