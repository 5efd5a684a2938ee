import { newTypedCode, readTypedCode } from './typed-code.ts';

const length = 6;

/**
 * A new join code, six characters of thirty (29 bits): short enough to type; guessing is slowed by
 * {@link file://./code-budget.ts}.
 * @param random fills bytes with chance
 */
export function newJoinCode(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  return newTypedCode(length, random);
}

/** A typed code as it is stored, capitals without blanks and hyphens; null when it cannot be one. */
export function readJoinCode(typed: string): string | null {
  return readTypedCode(length, typed);
}

/** As it is shown and read out: “K7M 4QX”. */
export function shownJoinCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
