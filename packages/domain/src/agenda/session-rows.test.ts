import { expect, it } from 'vitest';
import { usualTemplate } from '../card-template.ts';
import { parseSessionId, parseWorkshopId } from '../ids.ts';
import type { Session } from '../workshop.ts';
import type { AgendaDay, AgendaItem } from './agenda.ts';
import { rowAt, withRow } from './agenda-rows.ts';
import { type Programme, sessionLines, withoutSession, withSession } from './session-rows.ts';

const row = (
  line: number,
  kind: AgendaItem['kind'],
  start: string,
  end: string,
  title: string = kind,
) => ({ line, kind, start, end, title, reportBack: null }) satisfies AgendaItem;
const session = (
  title: string,
  start: string,
  end: string,
  more: Partial<Session> = {},
): Session => ({
  id: parseSessionId(title.toLowerCase()),
  workshop: parseWorkshopId('w'),
  position: 1,
  title,
  prompt: '',
  cardTemplate: usualTemplate,
  date: '2025-09-15',
  start,
  reportBack: null,
  end,
  phase: 'gathering',
  ...more,
});
const day: AgendaDay = {
  date: '2025-09-15',
  items: [
    row(3, 'plenary', '09:00', '10:00'),
    { ...row(4, 'breakout', '10:00', '11:00', 'Hindrances'), reportBack: '10:40' },
    row(5, 'report-back', '10:40', '11:00'),
    row(6, 'break', '11:00', '11:15'),
    row(7, 'breakout', '11:15', '12:00', 'Offers'),
  ],
};
const first = session('Hindrances', '10:00', '11:00', { reportBack: '10:40' });
const second = session('Offers', '11:15', '12:00', { position: 2 });
const programme: Programme = { days: [day], sessions: [first, second] };
const told = ({ days }: Pick<Programme, 'days'>) =>
  days.map(({ date, items }) => [
    date,
    ...items.map(({ start, end, title }) => `${start}-${end} ${title}`),
  ]);
const order = ({ sessions }: Programme) => sessions.map(({ title, position }) => [position, title]);

it('a session’s row follows its words and times, and so does the row in which its tables report back', () => {
  const changed = withSession(programme, {
    ...first,
    title: 'Barriers',
    start: '10:15',
    reportBack: '10:50',
    end: '11:05',
  });
  expect(told(changed)).toEqual([
    [
      '2025-09-15',
      '09:00-10:00 plenary',
      '10:15-11:05 Barriers',
      '10:50-11:05 report-back',
      '11:00-11:15 break',
      '11:15-12:00 Offers',
    ],
  ]);
  const silent = withSession(programme, { ...first, reportBack: null });
  expect(told(silent)[0]).not.toContain('10:40-11:00 report-back');
});

it('sessions are numbered in the order of the agenda', () => {
  const later = withSession(programme, {
    ...first,
    start: '13:00',
    reportBack: null,
    end: '14:00',
  });
  expect(order(later)).toEqual([
    [1, 'Offers'],
    [2, 'Hindrances'],
  ]);
  const added = withSession(programme, session('Before', '08:00', '08:30', { date: '2025-09-14' }));
  expect(order(added)).toEqual([
    [1, 'Before'],
    [2, 'Hindrances'],
    [3, 'Offers'],
  ]);
  expect(told(added)[0]).toEqual(['2025-09-14', '08:00-08:30 Before']);
});

it('a session that goes takes its rows along, and no other’s', () => {
  const left = withoutSession(programme, first);
  expect(told(left)).toEqual([
    ['2025-09-15', '09:00-10:00 plenary', '11:00-11:15 break', '11:15-12:00 Offers'],
  ]);
  expect(order(left)).toEqual([[1, 'Offers']]);
});

it('two sessions at one time keep their own rows', () => {
  const parallel = [
    { ...day, items: [...day.items, row(8, 'breakout', '11:15', '12:00', 'Needs')] },
  ];
  const third = session('Needs', '11:15', '12:00');
  const lines = sessionLines(parallel, [first, third, second]);
  expect([lines.get(third.id), lines.get(second.id)]).toEqual([8, 7]);
});

it('without dates a session stays on its day, and a session that stands in no row gets one', () => {
  const days = [
    { items: [row(1, 'breakout', '09:00', '10:00', 'One')] },
    { items: [row(2, 'breakout', '09:30', '10:00', 'Two')] },
  ];
  const one = session('One', '09:00', '10:00', { date: null });
  const two = session('Two', '09:30', '10:00', { date: null, position: 2 });
  const changed = withSession(
    { days, sessions: [one, two] },
    { ...one, start: '11:00', end: '12:00' },
  );
  expect(told(changed)).toEqual([
    [undefined, '11:00-12:00 One'],
    [undefined, '09:30-10:00 Two'],
  ]);
  expect(order(changed)).toEqual([
    [1, 'One'],
    [2, 'Two'],
  ]);
  const lost = withSession({ days: [], sessions: [one] }, { ...one, end: '10:30' });
  expect(told(lost)).toEqual([[undefined, '09:00-10:30 One']]);
});

it('a row that moves to another day leaves no empty day behind', () => {
  const other = { date: '2025-09-16', items: [row(9, 'break', '10:00', '10:15')] };
  const found = rowAt([day, other], 9);
  if (found === null) throw new Error('no row');
  const moved = withRow([day, other], { ...found, date: '2025-09-15' });
  expect(moved).toHaveLength(1);
  expect(moved[0]?.items.map(({ line }) => line)).toEqual([3, 4, 9, 5, 6, 7]);
});

it('the report-back of two breakouts side by side stays while one of them needs it', () => {
  const beside = session('Beside', '10:00', '11:00', { reportBack: '10:40' });
  const items = [
    ...day.items,
    { ...row(8, 'breakout', '10:00', '11:00', 'Beside'), reportBack: '10:40' },
  ];
  const both: Programme = { days: [{ ...day, items }], sessions: [first, beside, second] };
  // One that is moved gets a row of its own, and only one.
  const apart = withSession(both, { ...beside, reportBack: '10:50', end: '11:10' });
  expect(told(apart)[0]).toEqual([
    '2025-09-15',
    '09:00-10:00 plenary',
    '10:00-11:00 Hindrances',
    '10:40-11:00 report-back',
    '10:50-11:10 report-back',
    '11:00-11:15 break',
    '11:15-12:00 Offers',
    '10:00-11:10 Beside',
  ]);
  const again = withSession(apart, { ...beside, reportBack: '10:55', end: '11:10' });
  expect(told(again)[0]).toContain('10:55-11:10 report-back');
  expect(told(again)[0]).toContain('10:40-11:00 report-back');
  expect(told(again)[0]).toHaveLength(8);
  // Moved back, it reports back with the other again, in one row.
  expect(told(withSession(apart, beside))[0]).toEqual(told(both)[0]);
  const later = { ...first, start: '10:30', reportBack: '10:40' };
  expect(told(withSession(both, later))[0]).toHaveLength(7);
  const one = withoutSession(both, first);
  expect(told(one)[0]).toContain('10:40-11:00 report-back');
  expect(told(withSession(both, { ...first, reportBack: null }))[0]).toContain(
    '10:40-11:00 report-back',
  );
  expect(told(withoutSession(one, beside))[0]).not.toContain('10:40-11:00 report-back');
});

it('of days without dates each keeps its own report-back', () => {
  const nextDay: AgendaDay = {
    items: [
      { ...row(14, 'breakout', '10:00', '11:00', 'Later'), reportBack: '10:40' },
      row(15, 'report-back', '10:40', '11:00', 'report-back of the second day'),
    ],
  };
  const dateless = { ...first, date: null };
  const then = session('Later', '10:00', '11:00', { date: null, reportBack: '10:40' });
  const two: Programme = { days: [{ items: day.items }, nextDay], sessions: [dateless, then] };
  const left = told(withoutSession(two, then)).flat();
  expect(left).toContain('10:40-11:00 report-back');
  expect(left).not.toContain('10:40-11:00 report-back of the second day');
});
