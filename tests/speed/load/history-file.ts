import { readFileSync, writeFileSync } from 'node:fs';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** Writes updates one after the other, each with its length before it. */
export function writeHistory(file: string, updates: readonly Uint8Array[]): void {
  const encoder = encoding.createEncoder();
  for (const update of updates) encoding.writeVarUint8Array(encoder, update);
  writeFileSync(file, encoding.toUint8Array(encoder));
}

/** Reads them back, in order. */
export function* readHistory(file: string): Generator<Uint8Array> {
  const decoder = decoding.createDecoder(readFileSync(file));
  while (decoding.hasContent(decoder)) yield decoding.readVarUint8Array(decoder);
}
