/** A workshop's code has six characters; one that another device of a person shows has eight. */
const lengths: readonly number[] = [6, 8];

/** A code as it is shown and read out, in two halves: “K7M 4QX”. */
export function shownCode(code: string): string {
  const half = code.length / 2;
  return `${code.slice(0, half)} ${code.slice(half)}`;
}

/** A code as typed, without the blanks and hyphens that people put in; null when it cannot be one. */
export function typedCode(typed: string): string | null {
  const code = typed.replaceAll(/[\s\p{Pd}]/gu, '').toUpperCase();
  return /^[A-Z0-9]+$/.test(code) && lengths.includes(code.length) ? code : null;
}
