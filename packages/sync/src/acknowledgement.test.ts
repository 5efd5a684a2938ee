import { describe, expect, it } from 'vitest';
import { Acknowledgement, type FrameEntry } from './acknowledgement.ts';

const outline = {
  is: 'outline',
  ranges: [],
  deletions: [],
  structs: 0,
  types: 0,
  needs: new Map<number, number>(),
} as const;

const never = (): boolean => false;

function received(count: number): [Acknowledgement, ...FrameEntry[]] {
  const acknowledgement = new Acknowledgement();
  return [acknowledgement, ...Array.from({ length: count }, () => acknowledgement.receive())];
}

describe('the acknowledgement', () => {
  it('names the last frame up to which all rows are durable, once', () => {
    const [acknowledgement, ...entries] = received(3);
    for (const [n, entry] of entries.entries()) entry.after = n + 10;
    expect([9, 11, 11, 12].map((durable) => acknowledgement.advance(durable, never))).toEqual([
      undefined,
      2,
      undefined,
      3,
    ]);
  });

  it('never passes a frame that is not handled yet', () => {
    const [acknowledgement, , second] = received(2);
    if (second) second.after = 1;
    expect(acknowledgement.advance(99, never)).toBeUndefined();
  });

  it('passes refused frames, but only when those before are durable', () => {
    const [acknowledgement, first, second, third] = received(3);
    if (first) first.after = 1;
    if (second) second.refused = true;
    if (third) third.after = 5;
    expect([0, 1, 5].map((durable) => acknowledgement.advance(durable, never))).toEqual([
      undefined,
      2,
      3,
    ]);
  });

  it('waits for an update that itself waits, durable or not', () => {
    const [acknowledgement, first] = received(1);
    if (first) Object.assign(first, { after: 1, waiting: outline });
    expect(acknowledgement.advance(5, (waiting) => waiting === outline)).toBeUndefined();
    expect(acknowledgement.advance(5, never)).toBe(1);
  });
});
