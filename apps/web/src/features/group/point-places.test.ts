import { parsePointId } from '@reportback/domain';
import { expect, it } from 'vitest';
import { type PointRow, placeOf, roomFor } from './point-places.ts';

const id = (text: string) => parsePointId(text);
/** Three rows: the second is twice as high. */
const rows: readonly PointRow[] = [
  { id: id('a'), top: 0, height: 40 },
  { id: id('b'), top: 40, height: 80 },
  { id: id('c'), top: 120, height: 40 },
];

it('leaves a row in its place until it is over the middle of the next', () => {
  expect(placeOf(rows, id('a'), 39)).toBe(0);
  expect(placeOf(rows, id('a'), 41)).toBe(1);
  expect(placeOf(rows, id('a'), 101)).toBe(2);
  expect(placeOf(rows, id('c'), -39)).toBe(2);
  expect(placeOf(rows, id('c'), -41)).toBe(1);
  expect(placeOf(rows, id('c'), -101)).toBe(0);
});

it('makes room where the row would go', () => {
  expect([...roomFor(rows, id('a'), 41)]).toEqual([
    ['b', -40],
    ['c', 0],
  ]);
  expect([...roomFor(rows, id('c'), -101)]).toEqual([
    ['a', 40],
    ['b', 40],
  ]);
});
