import { expect, it } from 'vitest';
import { type PlacedRow, placeOf, roomFor } from './row-places.ts';

/** Three rows: the second is twice as high. */
const rows: readonly PlacedRow<'a' | 'b' | 'c'>[] = [
  { id: 'a', top: 0, height: 40 },
  { id: 'b', top: 40, height: 80 },
  { id: 'c', top: 120, height: 40 },
];

it('leaves a row in its place until it is over the middle of the next', () => {
  expect(placeOf(rows, 'a', 39)).toBe(0);
  expect(placeOf(rows, 'a', 41)).toBe(1);
  expect(placeOf(rows, 'a', 101)).toBe(2);
  expect(placeOf(rows, 'c', -39)).toBe(2);
  expect(placeOf(rows, 'c', -41)).toBe(1);
  expect(placeOf(rows, 'c', -101)).toBe(0);
});

it('makes room where the row would go', () => {
  expect([...roomFor(rows, 'a', 41)]).toEqual([
    ['b', -40],
    ['c', 0],
  ]);
  expect([...roomFor(rows, 'c', -101)]).toEqual([
    ['a', 40],
    ['b', 40],
  ]);
});
