/** Text of a file, and the encoding that it was taken to be in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252';
}

/**
 * Decodes a text file as the editors of the last decades write them: UTF-16 by its byte order mark or its zero
 * bytes, else UTF-8, and where that is not possible Windows-1252, in which every byte is a letter.
 * @returns null for bytes that are no text
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const wide = wideEncoding(bytes);
  const text = wide === null ? strictUtf8(bytes) : new TextDecoder(wide).decode(bytes);
  const decoded: DecodedText =
    text === null
      ? { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' }
      : { text, encoding: wide === null ? 'UTF-8' : 'UTF-16' };
  return decoded.text.includes('\0') ? null : decoded;
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark: in Western text every other byte is zero.
  const start = bytes.subarray(0, 200);
  const zeros = [0, 0];
  for (const [index, byte] of start.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (start.length < 4 || Math.max(even, odd) < start.length / 4) return null;
  if (odd > 0 && even === 0) return 'utf-16le';
  return even > 0 && odd === 0 ? 'utf-16be' : null;
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8.
    return null;
  }
}
