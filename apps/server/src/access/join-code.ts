/** Capitals and digits without those that are taken for one another when read aloud or from afar. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 6;
const shape = new RegExp(`^[${alphabet}]{${length}}$`);

/**
 * A new join code, six characters of thirty (29 bits): short enough to type; guessing is slowed by
 * {@link file://./code-budget.ts}.
 * @param random fills bytes with chance
 */
export function newJoinCode(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  let code = '';
  while (code.length < length) {
    const [byte = 255] = random(new Uint8Array(1));
    // The last 16 of 256 values would favour the first letters.
    if (byte < 240) code += alphabet[byte % alphabet.length];
  }
  return code;
}

/** A typed code as it is stored, capitals without blanks and hyphens; null when it cannot be one. */
export function readJoinCode(typed: string): string | null {
  const code = typed
    .slice(0, 40)
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
  return shape.test(code) ? code : null;
}

/** As it is shown and read out: “K7M 4QX”. */
export function shownJoinCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
