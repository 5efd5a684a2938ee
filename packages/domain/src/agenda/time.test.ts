import { describe, expect, it } from 'vitest';
import type { Clock } from './clock.ts';
import { readDuration, readSpan, type SpanPlace, spansIn } from './time.ts';

function clockText({ hour, minute, half }: Clock): string {
  return `${hour}:${String(minute).padStart(2, '0')}${half ?? ''}`;
}

/** What is read at the start of the text, and what is left of it. */
function read(text: string, place: SpanPlace = 'line'): string | undefined {
  const reading = readSpan(text, 0, place);
  if (reading === undefined) return undefined;
  if (reading.is === 'no-such-time') return `no such time: ${reading.text}`;
  const { start, end, zone, sure, duration } = reading.span;
  const parts = [
    clockText(start),
    end && clockText(end),
    zone,
    duration && `${duration} min`,
    sure ? '' : 'unsure',
  ];
  return `${parts.filter(Boolean).join(' ')} |${text.slice(reading.end)}`;
}

describe('the times of a row', () => {
  it.each([
    ['9:00-9:15am CDT Welcome', '9:00 9:15am CDT | Welcome'],
    ['9-9:30 Welcome', '9:00 9:30 | Welcome'],
    ['9–10 a.m. Welcome', '9:00 10:00am | Welcome'],
    ['9:00 AM – 10:00 AM Welcome', '9:00am 10:00am | Welcome'],
    ['9:00am-10:00am: Welcome', '9:00am 10:00am |: Welcome'],
    ['0900-1030 Welcome', '9:00 10:30 | Welcome'],
    ['0830 hrs - 0900 hrs: Arrival', '8:30 9:00 |: Arrival'],
    ['9h30 Accueil', '9:30 | Accueil'],
    ['9 h 30 – 10 h : Accueil', '9:30 10:00 | : Accueil'],
    ['9u30 Onthaal', '9:30 | Onthaal'],
    ['9.00 Uhr Begrüßung', '9:00 | Begrüßung'],
    ['9 Uhr Begrüßung', '9:00 | Begrüßung'],
    ['9.00–9.15 Uhr Begrüßung', '9:00 9:15 | Begrüßung'],
    ['09:00 to 09:30 Talk', '9:00 9:30 | Talk'],
    ['from 9:00 until 9:15 Talk', '9:00 9:15 | Talk'],
    ['between 9:00 and 9:15 Talk', '9:00 9:15 | Talk'],
    ['9:00 → 9:20 Talk', '9:00 9:20 | Talk'],
    ['9:00 --> 9:20 Talk', '9:00 9:20 | Talk'],
    ['12 noon Lunch', '12:00pm | Lunch'],
    ['12:00 noon – 1:00 p.m. Lunch', '12:00pm 1:00pm | Lunch'],
    ['noon - 1pm Lunch', '12:00pm 1:00pm | Lunch'],
    ['10pm - midnight Party', '10:00pm 12:00am | Party'],
    ['930am - 1030am Talk', '9:30am 10:30am | Talk'],
    ['8:00a – 9:00a Talk', '8:00am 9:00am | Talk'],
    ['10am-11:30 Talk', '10:00am 11:30 | Talk'],
    ['9:00AMWelcome', '9:00am |Welcome'],
    ['9:00 AMReX tutorial', '9:00 | AMReX tutorial'],
    ['9:00 A Methodology', '9:00 | A Methodology'],
    ['9:00 (CET) Talk', '9:00 CET | Talk'],
    ['9:00–9:30 UTC+2 Talk', '9:00 9:30 UTC+2 | Talk'],
    ['9:00 Central Time Talk', '9:00 Central Time | Talk'],
    ['9:00 Central Hall opens', '9:00 | Central Hall opens'],
    ['14:00 UTC / 15:00 CET – Talk', '14:00 UTC | – Talk'],
    ['9:00–9:30 EDT (15:00–15:30 CEST) Talk', '9:00 9:30 EDT | Talk'],
    ['10:00 (15 min) Talk', '10:00 15 min | Talk'],
    ['18:00 – open end: Drinks', '18:00 |: Drinks'],
    ['9:00 – 10 lessons from X', '9:00 | – 10 lessons from X'],
    ['9:00 - 2025 roadmap', '9:00 | - 2025 roadmap'],
    ['25:00-26:00 Talk', 'no such time: 25:00-26:00'],
    ['9:75 Coffee', 'no such time: 9:75'],
    ['9:00-9:75 Coffee', 'no such time: 9:00-9:75'],
    ['13:00 am Talk', 'no such time: 13:00 am'],
    ['9-10 Welcome', '9:00 10:00 unsure | Welcome'],
    ['0930 Welcome', '9:30 unsure | Welcome'],
    ['12.00 Adjourn', '12:00 unsure | Adjourn'],
  ])('of “%s” are %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '5 lessons learned',
    'Room 12',
    '3 min per table',
    '15-17 Sep 2026',
    '10-12 May',
    '2026-05-12',
    '12.05.2026',
    'v1.2',
    '0800 555 1234'.slice(5),
    '555-1234',
    '100-200 people',
    '3.14159',
    '10-15% more',
    '1:1 meetings',
    '16:9 screens',
    '1:234',
  ])('are not found in “%s”', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it.each([
    ['9', '9:00 unsure |'],
    ['9-10', '9:00 10:00 unsure |'],
    ['9:00 9:30', '9:00 9:30 |'],
    ['9:00 – 9:30 CEST', '9:00 9:30 CEST |'],
    ['9:00 Welcome', undefined],
    ['TBD', undefined],
  ])('alone in a cell: “%s” is %s', (text, expected) => {
    expect(read(text, 'cell')).toBe(expected);
  });

  it('are found wherever they stand in a line', () => {
    const found = [...spansIn('Lunch 12:00–13:00, talk at 3 pm, room 4:12b, 2026-05-12')].map(
      ({ span }) => clockText(span.start),
    );
    expect(found).toEqual(['12:00', '3:00pm']);
  });

  it.each([
    ['30 min', 30],
    ['1 h', 60],
    ['1h30', 90],
    ['1.5 hours', 90],
    ['1 hr 15 min', 75],
    ["45'", 45],
    ['90 minutes', 90],
    ['10', undefined],
    ['3 groups', undefined],
    ['', undefined],
  ])('last “%s”: %s minutes', (text, minutes) => {
    expect(readDuration(text)).toBe(minutes);
  });
});
