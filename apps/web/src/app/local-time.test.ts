import { describe, expect, it } from 'vitest';
import { dayInWords, instantOf, localTime, minutesBetween } from './local-time.ts';

const chicago = 'America/Chicago';

describe('the workshop’s own clock', () => {
  it('shows the local date and time, whatever the device’s zone', () => {
    const instant = Date.parse('2025-09-15T16:05:00Z');
    expect(localTime(instant, chicago)).toEqual({ date: '2025-09-15', time: '11:05' });
    expect(localTime(instant, 'Asia/Tokyo')).toEqual({ date: '2025-09-16', time: '01:05' });
  });

  it('writes midnight as 00:00', () => {
    expect(localTime(Date.parse('2025-09-15T05:00:00Z'), chicago).time).toBe('00:00');
  });

  it('knows when a local time is, on either side of a clock change', () => {
    const utc = (date: string, time: string) =>
      new Date(instantOf({ date, time }, chicago)).toISOString();
    expect(utc('2025-09-15', '12:00')).toBe('2025-09-15T17:00:00.000Z');
    expect(utc('2025-12-15', '12:00')).toBe('2025-12-15T18:00:00.000Z');
    // The clocks are set back at 2:00 on 2 November 2025.
    expect(utc('2025-11-02', '00:30')).toBe('2025-11-02T05:30:00.000Z');
    expect(utc('2025-11-02', '03:00')).toBe('2025-11-02T09:00:00.000Z');
    // And set forward at 2:00 on 9 March 2025.
    expect(utc('2025-03-09', '01:30')).toBe('2025-03-09T07:30:00.000Z');
    expect(utc('2025-03-09', '03:00')).toBe('2025-03-09T08:00:00.000Z');
  });

  it('counts minutes, over midnight as well', () => {
    expect(minutesBetween('16:30', '16:45')).toBe(15);
    expect(minutesBetween('23:30', '00:15')).toBe(45);
  });

  it('says a day in words', () => {
    expect(dayInWords('2025-09-15')).toBe('Monday 15 September 2025');
  });
});
