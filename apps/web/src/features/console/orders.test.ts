import { parseGroupId } from '@reportback/domain';
import { expect, it } from 'vitest';
import { behindTheHeard, byLot, byReadiness } from './orders.ts';

const card = (group: string, state: 'empty' | 'writing' | 'ready') => ({
  group: parseGroupId(group),
  state,
});
const cards = [card('a', 'empty'), card('b', 'ready'), card('c', 'writing'), card('d', 'ready')];

it('ready tables come first, and keep their order among themselves', () => {
  expect(byReadiness(cards)).toEqual(['b', 'd', 'c', 'a']);
});

it('by lot every table comes once, as chance has it', () => {
  expect(byLot(cards, () => 0)).toEqual(['a', 'b', 'c', 'd']);
  expect(byLot(cards, () => 0.999)).toEqual(['d', 'c', 'b', 'a']);
});

it('who was heard stays in front, then who is on the screen; only who waits changes places', () => {
  const [a, b, c, d] = cards.map(({ group }) => group) as [never, never, never, never];
  const spotlight = { group: c, since: 0, shown: 0, share: null };
  expect(behindTheHeard([d, c, b, a], { heard: [b], spotlight })).toEqual(['b', 'c', 'd', 'a']);
  expect(behindTheHeard([d, c, b, a], { heard: [], spotlight: null })).toEqual([
    'd',
    'c',
    'b',
    'a',
  ]);
});
