import {
  type BoardCard,
  parseGroupId,
  parsePointId,
  plenaryAfter,
  untouchedPlenary,
} from '@reportback/domain';
import { expect, it } from 'vitest';
import { filters, inOrder, mentions, passes } from './chosen-cards.ts';

const card = (number: number, more: Partial<BoardCard> = {}): BoardCard => ({
  group: parseGroupId(`g${number}`),
  number,
  name: '',
  headline: '',
  points: [],
  ask: '',
  dissent: '',
  reporter: null,
  state: 'empty',
  people: 0,
  signedOff: 'no',
  ...more,
});
const points = [{ id: parsePointId('p'), text: 'Tokens expire' }];
const cards = [
  card(1, { state: 'ready', headline: 'Every door differs', name: 'Lakeshore' }),
  card(2, { state: 'writing', points }),
  card(3),
];
const { presentation } = plenaryAfter(
  untouchedPlenary,
  { is: 'present', group: parseGroupId('g1'), share: null },
  0,
);

it('each filter leaves the tables that it names', () => {
  const left = filters.map((filter) =>
    cards.filter((each) => passes(each, filter, presentation)).map(({ number }) => number),
  );
  expect(Object.fromEntries(filters.map((filter, index) => [filter, left[index]]))).toEqual({
    all: [1, 2, 3],
    empty: [3],
    writing: [2],
    ready: [1],
    headless: [2, 3],
    unheard: [2, 3],
  });
});

it('words are looked for on the whole card, all of them, in whatever case', () => {
  const found = (words: string) =>
    cards.filter((each) => mentions(each, words)).map(({ number }) => number);
  expect(found('')).toEqual([1, 2, 3]);
  expect(found('DOOR lake')).toEqual([1]);
  expect(found('tokens')).toEqual([2]);
  expect(found('tokens door')).toEqual([]);
});

it('an order holds while cards change, and new tables stand behind', () => {
  const order = [parseGroupId('g2'), parseGroupId('g1')];
  expect(inOrder(cards, order).map(({ number }) => number)).toEqual([2, 1, 3]);
});
