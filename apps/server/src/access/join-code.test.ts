import { expect, it } from 'vitest';
import { newJoinCode, readJoinCode, shownJoinCode } from './join-code.ts';

it('a code has six characters that nobody confuses, each as likely as another', () => {
  let next = 0;
  const random = (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(next++ % 256);
  const counts = new Map<string, number>();
  for (let round = 0; round < 80; round++)
    for (const letter of newJoinCode(random)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  expect([...counts.keys()].join('')).not.toMatch(/[01ILO]/);
  expect(counts.size).toBe(30);
  expect(new Set(counts.values())).toEqual(new Set([16]));
});

it('what is typed is read with blanks, hyphens and small letters', () => {
  expect(readJoinCode(' k7m 4qx ')).toBe('K7M4QX');
  expect(readJoinCode('K7M-4QX')).toBe('K7M4QX');
  expect(readJoinCode('k7m–4qx')).toBe('K7M4QX');
  for (const wrong of ['', 'K7M4Q', 'K7M4QXX', 'K7M4Q0', 'é'.repeat(6), 'x'.repeat(10_000)])
    expect(readJoinCode(wrong)).toBeNull();
});

it('is shown in two halves', () => {
  expect(shownJoinCode('K7M4QX')).toBe('K7M 4QX');
});
