import * as decoding from 'lib0/decoding';

/** Thrown by the readers below; `scanUpdate` turns it into a value. */
export class TooComplex extends Error {}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A number that is at most `largest`. */
export function readNumber(decoder: decoding.Decoder, largest: number): number {
  const number = decoding.readVarUint(decoder);
  if (number > largest) throw new Error(`${number} where at most ${largest} is possible`);
  return number;
}

/** A count of things of which each takes at least `bytesEach`: more than fit are not there. */
export function readCount(decoder: decoding.Decoder, bytesEach: number): number {
  return readNumber(decoder, Math.floor((decoder.arr.length - decoder.pos) / bytesEach));
}

export function readByte(decoder: decoding.Decoder): number {
  const byte = decoder.arr[decoder.pos++];
  if (byte === undefined) throw new Error('the update ends too early');
  return byte;
}

export function skipBytes(decoder: decoding.Decoder, length: number): void {
  decoder.pos += length;
  if (decoder.pos > decoder.arr.length) throw new Error('the update ends too early');
}

/** Skips a text and returns its length in UTF-16 units, as Yjs counts. */
export function skipText(decoder: decoding.Decoder): number {
  const length = readCount(decoder, 1);
  const start = decoder.pos;
  const end = start + length;
  decoder.pos = end;
  for (let index = start; index < end; index++) {
    // Most texts are a few ASCII letters, and then bytes are units.
    if ((decoder.arr[index] ?? 0) >= 0x80)
      return strictUtf8.decode(decoder.arr.subarray(start, end)).length;
  }
  return length;
}

export function readText(decoder: decoding.Decoder): string {
  const length = readCount(decoder, 1);
  skipBytes(decoder, length);
  return strictUtf8.decode(decoder.arr.subarray(decoder.pos - length, decoder.pos));
}

/** A name under which a value is kept in an object or a map. */
export function skipKey(decoder: decoding.Decoder): void {
  // In a plain object this key would change what the object is, instead of being kept.
  if (readText(decoder) === '__proto__') throw new Error('the key __proto__');
}

/** Skips a JSON text, nested at most `depth` deep. Returns at least how many values are within it. */
export function skipJson(decoder: decoding.Decoder, depth: number): number {
  return checkJson(readText(decoder), depth);
}

/** The same where Yjs writes `undefined` as that word. */
export function skipJsonOrUndefined(decoder: decoding.Decoder, depth: number): number {
  const text = readText(decoder);
  return text === 'undefined' ? 0 : checkJson(text, depth);
}

function checkJson(text: string, depth: number): number {
  let nesting = 0;
  let values = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const letter = text[index];
    if (inString) {
      if (letter === '\\') index++;
      else if (letter === '"') inString = false;
    } else if (letter === '"') inString = true;
    else if (letter === '[' || letter === '{') {
      values++;
      if (++nesting > depth) throw new TooComplex(`JSON nested deeper than ${depth}`);
    } else if (letter === ',') values++;
    else if (letter === ']' || letter === '}') nesting--;
  }
  JSON.parse(text);
  return values;
}

/** Skips a value in lib0's "any" encoding, nested at most `depth` deep. Returns how many are in it. */
export function skipAny(decoder: decoding.Decoder, depth: number): number {
  const kind = readByte(decoder);
  switch (kind) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return 0;
    case 125:
      decoding.readVarInt(decoder);
      return 0;
    case 124: // float
      skipBytes(decoder, 4);
      return 0;
    case 123: // double
    case 122: // 64-bit integer
      skipBytes(decoder, 8);
      return 0;
    case 119:
      skipText(decoder);
      return 0;
    case 118: // object
    case 117: // array
      return skipValues(decoder, depth, kind === 118);
    case 116: // bytes
      skipBytes(decoder, readCount(decoder, 1));
      return 0;
    default:
      throw new Error(`unknown kind of value ${kind}`);
  }
}

function skipValues(decoder: decoding.Decoder, depth: number, haveKeys: boolean): number {
  if (depth === 0) throw new TooComplex('a value nested too deep');
  const count = readCount(decoder, haveKeys ? 2 : 1);
  let values = count;
  for (let left = count; left > 0; left--) {
    if (haveKeys) skipKey(decoder);
    values += skipAny(decoder, depth - 1);
  }
  return values;
}
