import { describe, expect, it } from 'vitest';
import { roomierStart, speakingTime } from './speaking-time.ts';

describe('how long a table can speak', () => {
  it('is what the changeovers leave, to five seconds', () => {
    expect(speakingTime(30, 8)).toEqual({ figures: '3:05', inWords: '3 minutes', isTight: false });
    expect(speakingTime(15, 8)).toEqual({ figures: '1:10', inWords: '70 seconds', isTight: true });
  });

  it('is nothing where the changeovers take it all', () => {
    expect(speakingTime(15, 60)).toMatchObject({ figures: '0:00', isTight: true });
  });
});

describe('an earlier start of a report-back', () => {
  const session = { start: '16:00', reportBack: '16:30', end: '16:45' };

  it('gives every table the time for its card', () => {
    expect(roomierStart(session, 8)).toBe('16:20');
    const [, minutes] = '16:20'.split(':').map(Number);
    expect(speakingTime(45 - (minutes ?? 0), 8)?.isTight).toBe(false);
  });

  it('is not offered where the tables could not work any more, or where there is time already', () => {
    expect(roomierStart(session, 20)).toBeNull();
    expect(roomierStart({ ...session, reportBack: '16:10' }, 8)).toBeNull();
  });
});
