import { describe, expect, it } from 'vitest';
import { inferTimeZone } from './infer-time-zone.ts';

describe('the time zone of an agenda', () => {
  it.each([
    ['CDT', 'Chicago, IL, USA', 'America/Chicago'],
    ['CDT', '', 'America/Chicago'],
    ['EST', '', 'America/New_York'],
    ['ET', 'Detroit, MI', 'America/New_York'],
    ['Eastern Daylight Time', '', 'America/New_York'],
    ['MST', 'Phoenix, Arizona', 'America/Phoenix'],
    ['PDT', 'Seattle, WA 98105', 'America/Los_Angeles'],
    ['CET', '', 'Europe/Berlin'],
    ['CEST', 'Paris, France', 'Europe/Paris'],
    ['Central European Summer Time', 'Bologna, Italy', 'Europe/Rome'],
    ['BST', '', 'Europe/London'],
    ['JST', '', 'Asia/Tokyo'],
    ['Japan Standard Time', '', 'Asia/Tokyo'],
    ['AEDT', '', 'Australia/Sydney'],
    ['UTC', '', 'UTC'],
    ['UTC+2', '', 'Etc/GMT-2'],
    ['UTC+2', 'Berlin, Germany', 'Europe/Berlin'],
    ['GMT-5', '', 'Etc/GMT+5'],
    ['UTC+05:45', '', 'Asia/Kathmandu'],
    ['Europe/Oslo', '', 'Europe/Oslo'],
    ['Chicago time', '', 'America/Chicago'],
    ['IST', 'Bengaluru, India', 'Asia/Kolkata'],
    ['IST', 'Dublin, Ireland', 'Europe/Dublin'],
    ['CST', 'Austin, TX', 'America/Chicago'],
    ['CST', 'Shanghai, China', 'Asia/Shanghai'],
  ])('%s in “%s” is %s', (timeZone, place, expected) => {
    expect(inferTimeZone({ timeZone, days: [{ date: '2026-06-10', items: [] }] }, place)).toBe(
      expected,
    );
  });

  it.each([
    ['IST', ''],
    ['CST', ''],
    ['AST', ''],
    ['Europe/Atlantis', ''],
    ['GMT+5:17', ''],
  ])('%s alone leaves more than one clock, or none', (timeZone, place) => {
    expect(inferTimeZone({ timeZone, days: [] }, place)).toBeUndefined();
  });

  it.each([
    ['Chicago, IL, USA', 'America/Chicago'],
    ['Monday - Sep 15, 2025\nChicago, IL, USA', 'America/Chicago'],
    ['Location: Notre Dame, Indiana', undefined],
    ['Nairobi', 'Africa/Nairobi'],
    ['Workshop at the University of Somewhere\nZürich, Switzerland', 'Europe/Zurich'],
    ['Online', undefined],
    ['Kyle Chard (U Chicago)', undefined],
    ['9:00 Welcome', undefined],
  ])('without a zone, “%s” gives %s', (text, expected) => {
    expect(inferTimeZone({ days: [] }, text)).toBe(expected);
  });
});
