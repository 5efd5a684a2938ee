import { describe, expect, it } from 'vitest';
import { fairShare, usualFairClock } from './fair-clock.ts';

const minutes = (n: number) => n * 60_000;

describe('the fair clock', () => {
  it('gives each of 8 tables about 70 seconds of the reference event’s 15 minutes', () => {
    expect(fairShare(minutes(15), 8, usualFairClock)).toBe(72_500);
  });

  it('keeps the reserve back', () => {
    expect(fairShare(minutes(15), 5, { changeover: 0, reserve: minutes(5) })).toBe(minutes(2));
  });

  it('gives the time that a short speaker saved to those who follow', () => {
    const before = fairShare(minutes(10), 4, usualFairClock);
    const afterAShortOne = fairShare(minutes(9), 3, usualFairClock);
    expect(afterAShortOne).toBeGreaterThan(before ?? Number.NaN);
  });

  it('is never negative, and has nothing to say when nobody is left', () => {
    expect(fairShare(minutes(-3), 2, usualFairClock)).toBe(0);
    expect(fairShare(minutes(3), 0, usualFairClock)).toBeNull();
  });
});
