import {
  type BoardCard,
  parseGroupId,
  parsePointId,
  plenaryAfter,
  untouchedPlenary,
} from '@reportback/domain';
import { expect, it } from 'vitest';
import { alsoSaidBy, countVoices, families, spokenPoints, voiceWords } from './spoken-points.ts';

const point = parsePointId;
const card = (number: number, ...points: string[]): BoardCard => ({
  group: parseGroupId(`g${number}`),
  number,
  name: '',
  headline: '',
  points: points.map((id) => ({ id: point(id), text: `Says ${id}` })),
  ask: '',
  dissent: '',
  reporter: null,
  state: 'writing',
  people: 1,
  signedOff: 'no',
});
const cards = [card(1, 'a', 'b'), card(2, 'c'), card(3, 'd')];
const joined = plenaryAfter(
  untouchedPlenary,
  { is: 'join-point', point: point('c'), same: point('a') },
  0,
);

it('points that say the same stand once, with the tables that said it', () => {
  const said = families(joined, spokenPoints(cards));
  expect(said.map(({ first, others }) => [first.id, others.map(({ id }) => id)])).toEqual([
    ['a', ['c']],
    ['b', []],
    ['d', []],
  ]);
  expect(alsoSaidBy(joined, cards, point('a')).map(({ number }) => number)).toEqual([2]);
  expect(alsoSaidBy(joined, cards, point('c')).map(({ number }) => number)).toEqual([1]);
});

it('where the point that stood for others was deleted, the next one stands for them', () => {
  const left = [card(1, 'b'), ...cards.slice(1)];
  expect(families(joined, spokenPoints(left)).map(({ first }) => first.id)).toEqual([
    'b',
    'c',
    'd',
  ]);
});

it('voices are counted over points that count as one, and said in words', () => {
  const remark = (text: string) => ({ id: text, text });
  const voices = [
    { point: point('a'), group: cards[0]!.group, usToo: 3, questions: [], objections: [] },
    {
      point: point('c'),
      group: cards[1]!.group,
      usToo: 1,
      questions: [remark('Why?'), remark('How?')],
      objections: [remark('No.')],
    },
  ];
  const counts = countVoices({ voices }, [point('a'), point('c')]);
  expect(voiceWords(counts)).toBe('+4 us too, 2 questions, 1 objection');
  expect(voiceWords(countVoices({ voices }, [point('d')]))).toBe('');
});
