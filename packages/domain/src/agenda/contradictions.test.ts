import { expect, it } from 'vitest';
import type { AgendaItem } from './agenda.ts';
import { contradictionsIn } from './contradictions.ts';
import { parseAgenda } from './parse-agenda.ts';

const row = (line: number, start: string, end: string | null, more: Partial<AgendaItem> = {}) => ({
  line,
  start,
  end,
  title: `Row ${line}`,
  kind: 'plenary' as const,
  reportBack: null,
  ...more,
});
const found = (...items: readonly AgendaItem[]) => contradictionsIn([{ items: [...items] }]);

it('a session that ends before it starts is in the way; the end of a long evening is not', () => {
  expect(found(row(1, '10:00', '09:00', { kind: 'breakout' }))).toMatchObject([
    { line: 1, isBlocking: true, message: expect.stringMatching(/end at 09:00, before it starts/) },
  ]);
  expect(found(row(1, '20:00', '01:00'))).toEqual([]);
  expect(found(row(1, '10:00', '09:00'), row(2, '11:00', null))).toMatchObject([
    { line: 1, isBlocking: false },
  ]);
});

it('a report-back lies within its session', () => {
  const session = { kind: 'breakout' as const };
  for (const reportBack of ['08:50', '09:00', '11:00', '12:00'])
    expect(found(row(1, '09:00', '11:00', { ...session, reportBack }))).toMatchObject([
      { line: 1, isBlocking: true },
    ]);
  expect(found(row(1, '09:00', '11:00', { ...session, reportBack: '10:30' }))).toEqual([]);
});

it('rows that overlap, or stand in the wrong order, are said', () => {
  expect(found(row(1, '09:00', '10:00'), row(2, '09:30', '10:30'))).toMatchObject([
    { line: 2, isBlocking: false, message: expect.stringMatching(/starts at 09:30, while/) },
  ]);
  expect(found(row(1, '09:00', '10:00'), row(2, '08:00', '08:30'))).toMatchObject([
    { line: 2, message: expect.stringMatching(/stands after/) },
  ]);
});

it('a heading over other rows, and the report-back of a session, overlap nothing', () => {
  expect(found(row(1, '09:00', '12:00', { kind: 'other' }), row(2, '09:30', '10:00'))).toEqual([]);
  expect(
    found(
      row(1, '09:00', '11:00', { kind: 'breakout', reportBack: '10:30' }),
      row(2, '10:30', '11:00', { kind: 'report-back' }),
    ),
  ).toEqual([]);
});

it('an agenda as people paste it has none', () => {
  const text =
    '9:00-9:15am Welcome\n11:00-12:30pm Small groups: x\nReport back 12:00pm\n12:30 Lunch';
  expect(contradictionsIn(parseAgenda(text).days)).toEqual([]);
});
