/** Capitals and digits without those that are taken for one another when read aloud or from afar. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A new code for people to type, of so many characters of thirty (4.9 bits each).
 * @param random fills bytes with chance
 */
export function newTypedCode(
  length: number,
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array,
): string {
  let code = '';
  while (code.length < length) {
    const [byte = 255] = random(new Uint8Array(1));
    // The last 16 of 256 values would favour the first letters.
    if (byte < 240) code += alphabet[byte % alphabet.length];
  }
  return code;
}

/** A typed code as it is stored, capitals without blanks and hyphens; null when it cannot be one. */
export function readTypedCode(length: number, typed: string): string | null {
  const code = typed
    .slice(0, 40)
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
  return code.length === length && [...code].every((letter) => alphabet.includes(letter))
    ? code
    : null;
}
