/** A join code as it is shown and read out: “K7M 4QX”. */
export function shownCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

/** A code as typed, without the blanks and hyphens that people put in; null when it cannot be one. */
export function typedCode(typed: string): string | null {
  const code = typed.replaceAll(/[\s\p{Pd}]/gu, '').toUpperCase();
  return /^[A-Z0-9]{6}$/.test(code) ? code : null;
}
