import { type Agenda, parseAgenda } from '@reportback/domain';
import { expect, it } from 'vitest';
import {
  agendaOf,
  contradictionsOf,
  noCorrections,
  rowsOf,
  sessionsOf,
  withNewRow,
  withRow,
} from './rows.ts';

const agenda: Agenda = parseAgenda(
  'Monday, 15 September 2025\n9:00-9:30 Welcome\n9:30-11:00 Small groups: Challenges\n11:00-11:30 Coffee',
);
const titles = (of: ReturnType<typeof rowsOf>) =>
  of.flatMap(({ rows }) => rows.map(({ title }) => title));

it('rows are as the text has them until somebody corrects them', () => {
  const corrected = withRow(noCorrections, '2', { title: 'Opening', kind: 'breakout' });
  const days = rowsOf(agenda, corrected);
  expect(titles(days)).toEqual(['Opening', 'Small groups: Challenges', 'Coffee']);
  expect(sessionsOf(days).map(({ key }) => key)).toEqual(['2', '3']);
  expect(days[0]?.date).toBe('2025-09-15');
});

it('a row can be taken out, and one written by hand comes in at its time', () => {
  const [day] = rowsOf(agenda, noCorrections);
  const { corrections, key } = withNewRow(
    { ...noCorrections, removed: ['2'] },
    { day: 0, rows: day?.rows ?? [], kind: 'plenary' },
  );
  const placed = withRow(corrections, key, {
    title: 'Lightning talks',
    start: '09:00',
    end: '09:20',
  });
  expect(titles(rowsOf(agenda, placed))).toEqual([
    'Lightning talks',
    'Small groups: Challenges',
    'Coffee',
  ]);
});

it('without any text a day is written by hand, row after row', () => {
  let made = noCorrections;
  for (const title of ['Welcome', 'Groups']) {
    const { corrections, key } = withNewRow(made, {
      day: 0,
      rows: rowsOf(null, made)[0]?.rows ?? [],
      kind: 'breakout',
    });
    made = withRow(corrections, key, { title });
  }
  const { days, lineOf } = agendaOf(rowsOf(null, { ...made, dates: { 0: '2027-05-12' } }));
  expect(days).toMatchObject([
    {
      date: '2027-05-12',
      items: [
        { line: 1, start: '09:00', end: '09:30', title: 'Welcome' },
        { line: 2, start: '09:30', end: '10:00', title: 'Groups' },
      ],
    },
  ]);
  expect(lineOf.get('hand-2')).toBe(2);
});

it('a correction that contradicts the rest is said where it stands', () => {
  const days = rowsOf(agenda, withRow(noCorrections, '3', { end: '09:00' }));
  expect([...contradictionsOf(days)]).toMatchObject([['3', [{ isBlocking: true }]]]);
});
