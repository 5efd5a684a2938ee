import { describe, expect, it } from 'vitest';
import { timeLeft } from './time-left.ts';

const clock = { follows: false, held: false, added: 0, announced: null, moved: null };
const noon = Date.parse('2025-09-15T17:00:00Z');

describe('the countdown of a session', () => {
  it('says how long, until what, and when that is at the place', () => {
    const countdown = { is: 'running', until: noon, phase: 'report-back' } as const;
    expect(timeLeft({ ...clock, countdown }, noon - 90_000, 'America/Chicago')).toEqual({
      left: 90_000,
      isHeld: false,
      phase: 'report-back',
      time: '12:00',
    });
  });

  it('stands still while it is held', () => {
    const countdown = { is: 'held', left: 5_000, phase: 'amend' } as const;
    expect(timeLeft({ ...clock, held: true, countdown }, noon, 'America/Chicago')).toMatchObject({
      left: 5_000,
      isHeld: true,
      time: null,
    });
  });

  it('is nothing where nothing is known', () => {
    expect(timeLeft({ ...clock, countdown: { is: 'none' } }, noon, 'America/Chicago')).toBeNull();
  });
});
