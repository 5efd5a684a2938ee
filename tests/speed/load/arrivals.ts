import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';

/** Structs of one Yjs client: from one clock up to, not including, another. */
export interface Span {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Which structs an update carries. Typing makes updates of one struct of one character, which are read
 * from the first few bytes, so that the load costs less than what it measures.
 */
export function spansOf(update: Uint8Array): readonly Span[] {
  const decoder = decoding.createDecoder(update);
  if (decoding.readVarUint(decoder) === 1 && decoding.readVarUint(decoder) === 1) {
    const client = decoding.readVarUint(decoder);
    const from = decoding.readVarUint(decoder);
    if (update.length < singleCharacter) return [{ client, from, to: from + 1 }];
  }
  const { from, to } = Y.parseUpdateMeta(update);
  return [...to].map(([client, end]) => ({ client, from: from.get(client) ?? end, to: end }));
}

/** An update of one typed character has fewer bytes than this, and nothing longer is taken for one. */
const singleCharacter = 32;

/** When each keystroke was sent, and how long each took to each receiver. */
export class Stopwatch {
  readonly #sent = new Map<number, number[]>();
  #delays: number[] = [];
  isMeasuring = false;

  /** A character was typed that is struct `clock` of `client`. */
  sent(client: number, clock: number): void {
    if (!this.isMeasuring) return;
    const times = this.#sent.get(client) ?? [];
    times[clock] = performance.now();
    this.#sent.set(client, times);
  }

  arrived({ client, from, to }: Span): void {
    const times = this.#sent.get(client);
    if (!times) return;
    const now = performance.now();
    for (let clock = from; clock < to; clock++) {
      const then = times[clock];
      if (then !== undefined) this.#delays.push(now - then);
    }
  }

  /** The delays so far, ascending, in milliseconds; it begins anew. */
  take(): readonly number[] {
    const delays = Float64Array.from(this.#delays).sort();
    this.#delays = [];
    this.#sent.clear();
    return [...delays];
  }
}

/** The value below which that part of the sorted values lies. */
export function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
}
