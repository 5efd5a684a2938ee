import { type BoardCard, parseGroupId, type TableActivity } from '@reportback/domain';
import { expect, it } from 'vitest';
import { doingNow, needsOf, needyFirst } from './table-needs.ts';

const minute = 60_000;
const now = 100 * minute;
const card = (more: Partial<BoardCard> = {}): BoardCard => ({
  group: parseGroupId('g'),
  number: 1,
  name: '',
  headline: 'Logs differ',
  points: [],
  ask: '',
  dissent: '',
  reporter: 'Ana',
  state: 'writing',
  people: 5,
  signedOff: 'no',
  ...more,
});
const activity = (more: Partial<TableActivity> = {}): TableActivity => ({
  group: parseGroupId('g'),
  editedAt: now - minute / 2,
  here: [],
  away: [],
  refused: [],
  ...more,
});
const words = (...about: Parameters<typeof needsOf>) => needsOf(...about).map(({ is }) => is);

it('a table at work needs nobody', () => {
  expect(words(card(), activity(), { phase: 'discuss', now })).toEqual([]);
  expect(
    words(card({ headline: '', reporter: null }), activity(), { phase: 'discuss', now }),
  ).toEqual([]);
});

it('one that is silent for long, empty or without people does, while tables work', () => {
  const quiet = activity({ editedAt: now - 9 * minute });
  expect(needsOf(card(), quiet, { phase: 'distil', now })[0]?.words).toBe(
    'has written nothing for 9 min.',
  );
  expect(words(card(), quiet, { phase: 'report-back', now })).toEqual([]);
  expect(words(card({ state: 'empty' }), undefined, { phase: 'discuss', now })).toEqual([
    'nothing',
  ]);
  expect(words(card({ people: 0 }), activity(), { phase: 'discuss', now })).toEqual(['nobody']);
});

it('a device out of reach is said in every phase, also of a table that is ready', () => {
  const away = activity({ away: [{ name: 'Noor', since: now - 3 * minute }] });
  expect(needsOf(card({ state: 'ready' }), away, { phase: 'amend', now })).toEqual([
    {
      is: 'unsaved',
      words: 'Noor’s device is out of reach for 3 min; what was typed there since is only there.',
    },
  ]);
});

it('text that was not taken is said first, with whose it is', () => {
  const refused = activity({ refused: [{ name: 'Noor', because: 'too-large' }] });
  const [first] = needsOf(card({ state: 'ready' }), refused, { phase: 'frozen', now });
  expect(first?.words).toBe(
    'what Noor wrote last is too large to be taken; it is only on their device.',
  );
});

it('when cards are due, what they lack is said', () => {
  expect(
    words(card({ headline: '', reporter: null }), activity(), { phase: 'distil', now }),
  ).toEqual(['headline', 'reporter']);
});

it('tables that need somebody come first, the most pressing of them before the others', () => {
  const needy = (number: number, is?: 'unsaved' | 'reporter') => ({
    card: card({ number }),
    needs: is === undefined ? [] : [{ is, words: '' }],
  });
  const order = needyFirst([needy(1), needy(2, 'reporter'), needy(3), needy(4, 'unsaved')]);
  expect(order.map((each) => each.card.number)).toEqual([4, 2, 1, 3]);
});

it.each([
  [{ state: 'ready' }, {}, 'Ready'],
  [{}, { editedAt: now - 2_000 }, 'Typing now'],
  [{}, { editedAt: now - 30_000 }, 'Writing'],
  [{}, { editedAt: now - 2 * minute }, 'Quiet for 2 min'],
  [{ people: 0 }, { editedAt: null }, 'Nobody here'],
  [{ state: 'empty' }, { editedAt: null }, 'Nothing written'],
] as const)('%o with %o is “%s”', (of, about, said) => {
  expect(doingNow(card(of), activity(about), now)).toBe(said);
});

it('a table that cannot be read from the disk needs somebody before all others', () => {
  const damaged = card({ damaged: true, people: 0 });
  expect(words(damaged, undefined, { phase: 'discuss', now })).toEqual(['damaged']);
  expect(doingNow(damaged, undefined, now)).toBe('Cannot be read');
});
