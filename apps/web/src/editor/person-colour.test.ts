import { expect, it } from 'vitest';
import { freeColour, personColours, personPlace } from './person-colour.ts';

it('gives the next person a colour that nobody has, then the one that fewest have', () => {
  expect(freeColour([])).toBe(personColours[0]);
  expect(freeColour([personColours[0], personColours[1]])).toBe(personColours[2]);
  expect(freeColour([...personColours, personColours[0]])).toBe(personColours[1]);
});

it('finds a place for every colour, known or not', () => {
  expect(personPlace('#2C6E36')).toBe(2);
  for (const colour of ['#ffa500', '#000000', 'red', ''])
    expect([1, 2, 3, 4, 5, 6]).toContain(personPlace(colour));
});
