import { expect, it } from 'vitest';
import { Rate } from './rate.ts';

it('lets a burst pass, then asks to wait until the average is kept', () => {
  const rate = new Rate(10, 2, 0);
  expect([5, 15].map((amount) => rate.spend(amount, 0))).toEqual([0, 0]);
  expect(rate.spend(1, 0)).toBe(100);
  expect(rate.spend(4, 0)).toBe(500);
  expect(rate.spend(0, 499)).toBeGreaterThan(0);
  expect(rate.spend(0, 500)).toBe(0);
});

it('saves up no more than the burst', () => {
  const rate = new Rate(10, 2, 0);
  expect(rate.spend(21, 1_000_000)).toBe(100);
});
