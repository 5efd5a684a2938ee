import { parsePointId } from '@reportback/domain';
import { describe, expect, it } from 'vitest';
import { noHeadline, stateAndPoints } from './card-words.ts';

const points = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: parsePointId(`p${index}`),
    text: 'More trees',
  }));

describe('how a table stands, in words', () => {
  it.each([
    [{ state: 'ready', people: 4, points: points(3) }, 'Ready, 3 points'],
    [{ state: 'writing', people: 4, points: points(1) }, 'Writing, 1 point'],
    [{ state: 'writing', people: 4, points: [] }, 'Writing'],
    [{ state: 'empty', people: 1, points: [] }, '1 person here'],
    [{ state: 'empty', people: 5, points: [] }, '5 people here'],
    [{ state: 'empty', people: 0, points: [] }, 'Nobody here yet'],
  ] as const)('%j is “%s”', (card, words) => {
    expect(stateAndPoints(card)).toBe(words);
  });

  it('says in a headline’s place whether anything was written', () => {
    expect(noHeadline({ state: 'empty' })).toBe('Nothing written yet');
    expect(noHeadline({ state: 'writing' })).toBe('No headline yet');
  });
});
