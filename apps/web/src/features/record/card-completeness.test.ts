import { type BoardCard, parseGroupId, parsePointId } from '@reportback/domain';
import { describe, expect, it } from 'vitest';
import { completenessOf, gapsInWords, peopleInWords, summary } from './card-completeness.ts';

const card = (more: Partial<BoardCard>): BoardCard => ({
  group: parseGroupId('g1'),
  number: 1,
  name: '',
  headline: '',
  points: [],
  ask: '',
  dissent: '',
  reporter: null,
  state: 'writing',
  people: 0,
  signedOff: 'no',
  ...more,
});

const points = [{ id: parsePointId('p1'), text: 'More trees' }];

describe('how complete a card is', () => {
  it('is empty while nothing is written', () => {
    expect(completenessOf(card({ state: 'empty' }))).toEqual({ is: 'empty' });
  });

  it('names what is missing, in the order of the card', () => {
    expect(completenessOf(card({ points }))).toEqual({
      is: 'gaps',
      missing: ['headline', 'reporter'],
    });
    expect(gapsInWords(['headline', 'points', 'reporter'])).toBe('No headline, points or reporter');
    expect(gapsInWords(['reporter'])).toBe('No reporter');
  });

  it('is complete with a headline, a point and a reporter, and whatever is missing once the table says so', () => {
    const full = { headline: 'Trees', points, reporter: 'Ana' };
    expect(completenessOf(card(full))).toEqual({ is: 'complete' });
    expect(completenessOf(card({ ...full, state: 'ready' }))).toEqual({ is: 'ready' });
    expect(completenessOf(card({ headline: 'Trees', signedOff: 'yes' }))).toEqual({
      is: 'signed-off',
    });
    expect(completenessOf(card({ ...full, signedOff: 'changed' }))).toEqual({ is: 'complete' });
  });

  it('misses a note and people, too, once the server has looked', () => {
    expect(completenessOf(card({ points }), { missing: ['note', 'people'] })).toEqual({
      is: 'gaps',
      missing: ['note', 'headline', 'reporter', 'list of people'],
    });
    expect(peopleInWords({ people: 5, consented: 5 })).toBe('5 people');
    expect(peopleInWords({ people: 1, consented: 0 })).toBe('1 person, 1 not named');
  });

  it('is summed up in a sentence', () => {
    expect(summary([{ is: 'complete' }, { is: 'signed-off' }])).toEqual({
      title: '2 of 2 cards are complete',
      rest: '',
    });
    expect(
      summary([{ is: 'empty' }, { is: 'gaps', missing: ['points'] }, { is: 'complete' }]),
    ).toEqual({
      title: '1 of 3 cards are complete',
      rest: '1 has gaps that people can still fill. 1 is empty and will be named as empty.',
    });
    expect(summary([{ is: 'gaps', missing: ['points'] }], true).rest).toBe('1 has gaps.');
  });
});
