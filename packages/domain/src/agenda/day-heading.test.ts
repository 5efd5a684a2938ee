import { describe, expect, it } from 'vitest';
import type { WrittenDate } from './date.ts';
import { readDayHeading } from './day-heading.ts';

function dateText({ year, month, day, orMonthFirst }: WrittenDate): string {
  const other = orMonthFirst === undefined ? '' : ` or ${orMonthFirst.month}-${orMonthFirst.day}`;
  return `${year ?? '?'}-${month}-${day}${other}`;
}

function read(text: string): string | undefined {
  const heading = readDayHeading(text);
  if (heading === undefined) return undefined;
  const { ordinal, weekday, date } = heading;
  return [
    ordinal === undefined ? '' : `day ${ordinal}`,
    weekday === undefined ? '' : `weekday ${weekday}`,
    date === undefined ? '' : dateText(date.from),
    date?.to === undefined ? '' : `to ${dateText(date.to)}`,
  ]
    .filter(Boolean)
    .join(' ');
}

describe('the heading of a day', () => {
  it.each([
    ['Monday - Sep 15, 2025', 'weekday 1 2025-9-15'],
    ['Day 1 (12 May 2026)', 'day 1 2026-5-12'],
    ['Day 2', 'day 2'],
    ['DAY TWO: Foundations', 'day 2'],
    ['2026-05-12', '2026-5-12'],
    ['2026/05/12', '2026-5-12'],
    ['12.05.2026', '2026-5-12'],
    ['12/05/2026', '2026-5-12 or 12-5'],
    ['13/05/2026', '2026-5-13'],
    ['05/13/2026', '2026-5-13'],
    ['Tuesday, 12 May', 'weekday 2 ?-5-12'],
    ['Wednesday 13th May 2026', 'weekday 3 2026-5-13'],
    ['Thursday, October 22nd, 2026 - Virtual Day', 'weekday 4 2026-10-22'],
    ['Sept 15-16, 2025', '2025-9-15 to 2025-9-16'],
    ['24–25 February 2026', '2026-2-24 to 2026-2-25'],
    ['May 30 – June 1, 2026', '2026-5-30 to 2026-6-1'],
    ['12 May 2026, Berlin', '2026-5-12'],
    ['Date: October 3, 2025', '2025-10-3'],
    ['Program for Tuesday, 12 May 2026', 'weekday 2 2026-5-12'],
    ['Mo., 12.05.2025', 'weekday 1 2025-5-12'],
    ['Dienstag, 3. März 2026', 'weekday 2 2026-3-3'],
    ['Mardi 9 juin 2026', 'weekday 2 2026-6-9'],
    ['Viernes, 23 de octubre de 2026', 'weekday 5 2026-10-23'],
    ['2026年5月12日（火）', '2026-5-12'],
    ['Monday', 'weekday 1'],
    ['Monday morning', 'weekday 1'],
    ['Second day, 3 February 2026', 'day 2 2026-2-3'],
    ['Mon 9/14', 'weekday 1 ?-9-14'],
  ])('“%s” says %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    'May 12 is the deadline',
    '12 May 2026: submission deadline',
    'Monday is a holiday.',
    'Sun Microsystems',
    'A day in the life',
    'May the source be with you',
    'Daylight saving',
    '24/7',
    'Applications open May 1, 2026',
    'Last updated: 3 May 2026',
    'We meet on 12 May 2026',
    '3.2 Results',
    '1.2. Overview',
  ])('“%s” is none', (text) => {
    expect(read(text)).toBeUndefined();
  });
});
