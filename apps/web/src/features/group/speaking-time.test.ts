import { expect, it } from 'vitest';
import { speakingTime } from './speaking-time.ts';

it('shares the report-back out among the tables, changeovers taken off', () => {
  // Eight tables, 15 minutes: 900 s − 8 × 40 s, by eight.
  expect(speakingTime({ reportBack: '16:30', end: '16:45' }, 8)).toBe(72_500);
  expect(speakingTime({ reportBack: '12:00', end: '12:30' }, 8)).toBe(185_000);
});

it('says nothing where the agenda does not', () => {
  expect(speakingTime({ reportBack: null, end: '12:30' }, 8)).toBe(null);
  expect(speakingTime({ reportBack: '12:00', end: null }, 8)).toBe(null);
});
