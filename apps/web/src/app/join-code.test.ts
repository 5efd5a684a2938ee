import { describe, expect, it } from 'vitest';
import { shownCode, typedCode } from './join-code.ts';

describe('a join code', () => {
  it('is shown in two halves', () => {
    expect(shownCode('K7M4QX')).toBe('K7M 4QX');
    expect(shownCode('K7M4QXY9')).toBe('K7M4 QXY9');
  });

  it.each(['K7M4QX', 'k7m 4qx', ' K7M-4QX ', 'k7m–4qx'])('is read from “%s”', (typed) => {
    expect(typedCode(typed)).toBe('K7M4QX');
  });

  it('of another device is longer, and read in the same way', () => {
    expect(typedCode('k7m4 qxy9')).toBe('K7M4QXY9');
  });

  it.each(['', 'K7M', 'K7M4QX9', 'K7M4Q!', '../etc'])('is not read from “%s”', (typed) => {
    expect(typedCode(typed)).toBeNull();
  });
});
