import { expect, it } from 'vitest';
import { firstName, firstNames } from './first-name.ts';

it.each([
  ['Mei Tanaka', 'Mei'],
  ['  Tomás  Ferro ', 'Tomás'],
  ['Plato', 'Plato'],
  ['J. R. Okafor', 'J. R. Okafor'],
  ['Dr. Larsen', 'Dr. Larsen'],
  ['X Æ', 'X Æ'],
  ['', ''],
])('“%s” is called “%s” where there is little room', (name, short) => {
  expect(firstName(name)).toBe(short);
});

it('people who share a first name are called by their whole names', () => {
  expect(firstNames(['Ana Sousa', 'Ben Larsen', 'Ana Lima'])).toEqual([
    'Ana Sousa',
    'Ben',
    'Ana Lima',
  ]);
});
