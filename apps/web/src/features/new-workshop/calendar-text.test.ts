import { inferTimeZone, parseAgenda } from '@reportback/domain';
import { expect, it } from 'vitest';
import { calendarText } from './calendar-text.ts';

const event = (start: string, end: string, summary: string) =>
  `BEGIN:VEVENT\r\nUID:${start}\r\nDTSTART;TZID=America/Chicago:${start}\r\nDTEND;TZID=America/Chicago:${end}\r\nSUMMARY:${summary}\r\nEND:VEVENT\r\n`;

const calendar = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nX-WR-CALNAME:Workshop on Harmony\r\n${[
  event('20250915T110000', '20250915T123000', 'Small groups: Challenges\\, part one'),
  event('20250915T090000', '20250915T091500', 'Welcome'),
  event('20250916T090000', '20250916T100000', 'Breakout: Ideas'),
].join(
  '',
)}BEGIN:VEVENT\r\nUID:day\r\nDTSTART;VALUE=DATE:20250915\r\nSUMMARY:All day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;

it('a calendar file is read as an agenda: days, times, zone', () => {
  const text = calendarText(calendar);
  const agenda = parseAgenda(text);
  expect(agenda.problems).toEqual([]);
  expect(inferTimeZone(agenda, text)).toBe('America/Chicago');
  expect(agenda.days).toMatchObject([
    {
      date: '2025-09-15',
      items: [
        { start: '09:00', end: '09:15', title: 'Welcome' },
        { start: '11:00', end: '12:30', kind: 'breakout' },
      ],
    },
    { date: '2025-09-16', items: [{ start: '09:00', end: '10:00', kind: 'breakout' }] },
  ]);
  expect(text).toContain('Workshop on Harmony');
});

it('what is no calendar is refused', () => {
  expect(() => calendarText('BEGIN:NOTHING\nrubbish')).toThrow();
});
