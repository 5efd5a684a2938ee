import { expect, it } from 'vitest';
import { aroundNow } from './around-now.ts';

const eight = [1, 2, 3, 4, 5, 6, 7, 8];

it('all stand there where all fit', () => {
  expect(aroundNow(eight, 6, 9)).toEqual(eight);
});

it('else two that were before, and what follows', () => {
  expect(aroundNow(eight, 0, 4)).toEqual([1, 2, 3, 4]);
  expect(aroundNow(eight, 3, 4)).toEqual([2, 3, 4, 5]);
  expect(aroundNow(eight, 7, 4)).toEqual([5, 6, 7, 8]);
  expect(aroundNow(eight, 3, 3)).toEqual([3, 4, 5]);
  expect(aroundNow(eight, -1, 4)).toEqual([5, 6, 7, 8]);
});
