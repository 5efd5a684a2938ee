import { describe, expect, it } from 'vitest';
import {
  announcedMove,
  clockAfter,
  countdown,
  nextPlanned,
  phaseDue,
  plannedPhases,
  type SessionClock,
  timeUntil,
  untouchedClock,
} from './session-clock.ts';

const chicago = 'America/Chicago';
const challenges = { date: '2025-09-15', start: '11:00', reportBack: '12:00', end: '12:30' };
const at = (iso: string) => Date.parse(iso);
const following = (since: string): SessionClock => ({ ...untouchedClock, followsSince: at(since) });
const plan = plannedPhases(challenges, chicago, untouchedClock);

describe('the plan of a session', () => {
  it('reads the agenda’s local times in the workshop’s zone', () => {
    expect(plan.map(({ phase, at }) => [phase, new Date(at).toISOString()])).toEqual([
      ['discuss', '2025-09-15T16:00:00.000Z'],
      ['distil', '2025-09-15T16:50:00.000Z'],
      ['report-back', '2025-09-15T17:00:00.000Z'],
      ['amend', '2025-09-15T17:30:00.000Z'],
    ]);
  });

  it('goes on into the next day when a session runs over midnight', () => {
    const late = plannedPhases(
      { date: '2025-09-15', start: '23:30', reportBack: '00:15', end: '00:30' },
      'Europe/Berlin',
      untouchedClock,
    );
    expect(new Date(late.at(-1)?.at ?? 0).toISOString()).toBe('2025-09-15T22:30:00.000Z');
    expect(late.map(({ at }) => at)).toEqual(late.map(({ at }) => at).toSorted((a, b) => a - b));
  });

  it('keeps an hour an hour when the clocks change in the middle of it', () => {
    // Berlin, 2026-03-29: 02:00 becomes 03:00.
    const night = plannedPhases(
      { date: '2026-03-29', start: '01:30', reportBack: '03:30', end: null },
      'Europe/Berlin',
      untouchedClock,
    );
    expect((night.at(-1)?.at ?? 0) - (night[0]?.at ?? 0)).toBe(3_600_000);
  });

  it('has the hour that the clocks give back, and takes the first of a time that comes twice', () => {
    // Berlin, 2026-10-25: 03:00 becomes 02:00.
    const night = plannedPhases(
      { date: '2026-10-25', start: '01:30', reportBack: '02:30', end: '03:30' },
      'Europe/Berlin',
      untouchedClock,
    );
    const begins = (phase: string) => night.find((planned) => planned.phase === phase)?.at;
    expect(begins('report-back')).toBe(at('2026-10-25T00:30:00Z'));
    expect(begins('amend')).toBe(at('2026-10-25T02:30:00Z'));
  });

  it('takes the time after the gap for one that the clocks skip', () => {
    const night = plannedPhases(
      { date: '2026-03-29', start: '01:30', reportBack: '02:30', end: '04:00' },
      'Europe/Berlin',
      untouchedClock,
    );
    expect(nextPlanned(night, 'distil')?.at).toBe(at('2026-03-29T01:30:00Z'));
  });

  it('gives a short session a third of its time for the card', () => {
    const short = plannedPhases(
      { date: '2025-09-15', start: '16:00', reportBack: '16:15', end: '16:30' },
      chicago,
      untouchedClock,
    );
    expect((short[2]?.at ?? 0) - (short[1]?.at ?? 0)).toBe(5 * 60_000);
  });

  it('is empty for a session without a date', () => {
    expect(plannedPhases({ ...challenges, date: null }, chicago, untouchedClock)).toEqual([]);
  });
});

describe('the agenda’s clock', () => {
  it('moves nothing until it is switched on', () => {
    expect(phaseDue(untouchedClock, plan, 'discuss', at('2025-09-15T17:00:01Z'))).toBeNull();
  });

  it('moves the phase when its time has come', () => {
    const clock = following('2025-09-15T15:00:00Z');
    expect(phaseDue(clock, plan, 'distil', at('2025-09-15T16:59:59Z'))).toBeNull();
    expect(phaseDue(clock, plan, 'distil', at('2025-09-15T17:00:00Z'))).toBe('report-back');
  });

  it('catches up with the last change that a sleeping laptop missed', () => {
    const clock = following('2025-09-15T15:00:00Z');
    expect(phaseDue(clock, plan, 'gathering', at('2025-09-15T17:10:00Z'))).toBe('report-back');
  });

  it('moves over midnight, a minute announced', () => {
    const late = { date: '2025-09-15', start: '23:30', reportBack: '00:15', end: '00:30' };
    const night = plannedPhases(late, chicago, untouchedClock);
    const clock = following('2025-09-16T04:00:00Z');
    expect(announcedMove(clock, night, 'distil', at('2025-09-16T05:14:30Z'))?.phase).toBe(
      'report-back',
    );
    expect(phaseDue(clock, night, 'distil', at('2025-09-16T05:15:00Z'))).toBe('report-back');
  });

  it('ignores past dates, and a laptop that wakes the next morning', () => {
    const tomorrow = at('2025-09-16T08:00:00Z');
    expect(phaseDue(following('2025-09-15T15:00:00Z'), plan, 'discuss', tomorrow)).toBeNull();
    expect(
      phaseDue(following('2026-01-01T00:00:00Z'), plan, 'discuss', at('2026-01-01T00:01:00Z')),
    ).toBeNull();
  });

  it('does not redo what a person moved back', () => {
    const switchedOnAfterwards = following('2025-09-15T17:00:30Z');
    const now = at('2025-09-15T17:01:00Z');
    expect(phaseDue(switchedOnAfterwards, plan, 'distil', now)).toBeNull();
  });

  it('never freezes, and never moves what is frozen', () => {
    const clock = following('2025-09-15T15:00:00Z');
    expect(plan.some(({ phase }) => phase === 'frozen')).toBe(false);
    expect(phaseDue(clock, plan, 'frozen', at('2025-09-15T17:30:00Z'))).toBeNull();
  });

  it('stands still while it is held, and everything is later by that much afterwards', () => {
    let clock = following('2025-09-15T15:00:00Z');
    clock = clockAfter(clock, { is: 'hold' }, at('2025-09-15T16:58:00Z'));
    expect(phaseDue(clock, plan, 'distil', at('2025-09-15T17:01:00Z'))).toBeNull();
    expect(countdown(clock, plan, 'distil', at('2025-09-15T17:01:00Z'))).toEqual({
      is: 'held',
      left: 120_000,
      phase: 'report-back',
    });
    clock = clockAfter(clock, { is: 'release' }, at('2025-09-15T17:01:00Z'));
    const later = plannedPhases(challenges, chicago, clock);
    expect(nextPlanned(later, 'distil')?.at).toBe(at('2025-09-15T17:03:00Z'));
  });

  it('gives everybody five minutes more', () => {
    const clock = clockAfter(untouchedClock, { is: 'add', minutes: 5 }, 0);
    const later = plannedPhases(challenges, chicago, clock);
    expect(countdown(clock, later, 'discuss', at('2025-09-15T16:30:00Z'))).toEqual({
      is: 'running',
      until: at('2025-09-15T16:55:00Z'),
      phase: 'distil',
    });
  });

  it('announces what it is going to do a minute before, and only then', () => {
    const clock = following('2025-09-15T15:00:00Z');
    const announced = (moment: string) => announcedMove(clock, plan, 'distil', at(moment));
    expect(announced('2025-09-15T16:58:59Z')).toBeNull();
    expect(announced('2025-09-15T16:59:00Z')).toEqual({
      phase: 'report-back',
      at: at('2025-09-15T17:00:00Z'),
    });
    expect(announced('2025-09-15T17:00:00Z')).toBeNull();
  });

  it('announces nothing while it is off or held, nor what it would not do', () => {
    const moment = at('2025-09-15T16:59:30Z');
    const clock = following('2025-09-15T15:00:00Z');
    expect(announcedMove(untouchedClock, plan, 'distil', moment)).toBeNull();
    expect(announcedMove({ ...clock, heldSince: moment }, plan, 'distil', moment)).toBeNull();
    expect(announcedMove(clock, plan, 'frozen', moment)).toBeNull();
    expect(announcedMove(clock, plan, 'report-back', moment)).toBeNull();
  });

  it('announces the move that it makes next where a person skipped back over an earlier one', () => {
    const clock = following('2025-09-15T16:55:00Z');
    const announced = announcedMove(clock, plan, 'discuss', at('2025-09-15T16:59:30Z'));
    expect(announced?.phase).toBe('report-back');
  });

  it('knows how long it is to the end of the report-back, in whatever phase', () => {
    expect(timeUntil(untouchedClock, plan, 'amend', at('2025-09-15T17:15:00Z'))).toBe(900_000);
    expect(timeUntil(untouchedClock, plan, 'amend', at('2025-09-15T17:31:00Z'))).toBe(-60_000);
    expect(timeUntil(untouchedClock, plan, 'amend', at('2026-11-22T16:30:00Z'))).toBeNull();
    expect(timeUntil(untouchedClock, [], 'amend', 0)).toBeNull();
    const held = { ...untouchedClock, heldSince: at('2025-09-15T17:20:00Z') };
    expect(timeUntil(held, plan, 'amend', at('2025-09-15T17:25:00Z'))).toBe(600_000);
  });

  it('shows no countdown to a time on another day', () => {
    expect(countdown(untouchedClock, plan, 'discuss', at('2026-11-22T16:30:00Z'))).toEqual({
      is: 'none',
    });
  });
});
