import { describe, expect, it } from 'vitest';
import { AGENDA_LIMIT_BYTES, AgendaRefused, decodeAgenda } from './agenda-text.ts';
import { parseAgenda } from './parse-agenda.ts';

function refusal(read: () => unknown): [reason: string, message: string] | undefined {
  try {
    read();
  } catch (error) {
    if (error instanceof AgendaRefused) return [error.reason, error.message];
    throw error;
  }
  return undefined;
}

describe('what is no agenda', () => {
  it.each(['', '   \n\t\n', '\ufeff'])('%j is empty', (text) => {
    expect(refusal(() => parseAgenda(text))?.[0]).toBe('empty');
  });

  it('is more than 1 MB, in bytes and not in letters', () => {
    expect(refusal(() => parseAgenda('a'.repeat(AGENDA_LIMIT_BYTES)))).toBeUndefined();
    expect(refusal(() => parseAgenda('ä'.repeat(AGENDA_LIMIT_BYTES / 2 + 1)))).toEqual([
      'too-large',
      'The agenda is 1.00 MB long, more than 1 MB: paste only the part with the schedule.',
    ]);
    expect(refusal(() => decodeAgenda(new Uint8Array(5_000_000)))?.[1]).toContain('5.00 MB');
  });

  it.each([
    ['NUL bytes', new Uint8Array([57, 58, 0, 0, 10, 65])],
    ['random bytes', Uint8Array.from({ length: 2000 }, (_, at) => (at * 7919) % 256)],
    ['a PDF', new TextEncoder().encode('%PDF-1.7\n1 0 obj')],
    ['an office document', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0x06])],
  ])('is %s', (_, bytes) => {
    expect(refusal(() => decodeAgenda(bytes))?.[0]).toBe('not-text');
  });
});

describe('the text of a file', () => {
  const row = '9:00 – 9:15 Begrüßung';

  it('is UTF-8, with or without a byte order mark', () => {
    const bytes = new TextEncoder().encode(row);
    expect(decodeAgenda(bytes)).toBe(row);
    expect(decodeAgenda(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]))).toBe(row);
  });

  it('is UTF-16 where its byte order mark says so', () => {
    const units = [...row].flatMap((letter) => [
      letter.charCodeAt(0) & 0xff,
      letter.charCodeAt(0) >> 8,
    ]);
    expect(decodeAgenda(new Uint8Array([0xff, 0xfe, ...units]))).toBe(row);
  });

  it('is else Windows-1252', () => {
    const bytes = [...row].map((letter) => (letter === '–' ? 0x96 : letter.charCodeAt(0)));
    expect(decodeAgenda(new Uint8Array(bytes))).toBe(row);
  });
});
