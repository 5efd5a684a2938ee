import { expect, it } from 'vitest';
import { placeIn } from './place-in.ts';

it.each([
  ['Workshop\nMonday - Sep 15, 2025\nChicago, IL, USA\n9:00 Start', 'Chicago, IL, USA'],
  ['Retreat\nTuesday, 12 May 2027, Ghent, Belgium\n9:00 Start', 'Ghent, Belgium'],
  ['Retreat\n12.05.2027\n\nSão Paulo, Brazil', 'São Paulo, Brazil'],
  ['Retreat\nTuesday, 12 May 2027\n9:00 Welcome, and more', ''],
  ['Retreat 2027\nA workshop about many things, and how they go together in the long run', ''],
  ['', ''],
])('of %j it is %j', (agenda, found) => {
  expect(placeIn(agenda)).toBe(found);
});
