import { describe, expect, it } from 'vitest';
import { clockFace, timeLeftInWords } from './clock-face.ts';

const minutes = (count: number) => count * 60_000;

describe('a countdown', () => {
  it('shows minutes and seconds while time is left', () => {
    expect(clockFace(minutes(18) + 20_000)).toEqual({ figures: '18:20', is: 'running' });
  });

  it('shows hours once there are any', () => {
    expect(clockFace(minutes(61))).toEqual({ figures: '1:01:00', is: 'running' });
  });

  it('says that it ends in the last two minutes', () => {
    expect(clockFace(minutes(2) + 1)).toMatchObject({ is: 'running' });
    expect(clockFace(minutes(2))).toEqual({ figures: '2:00', is: 'ending' });
  });

  it('says that a short one ends in its last quarter', () => {
    expect(clockFace(16_000, false, 60_000)).toMatchObject({ is: 'running' });
    expect(clockFace(15_000, false, 60_000)).toMatchObject({ is: 'ending' });
    expect(clockFace(minutes(2), false, minutes(20))).toMatchObject({ is: 'ending' });
  });

  it('reaches 0:00 when it is over, not a second before', () => {
    expect(clockFace(1).figures).toBe('0:01');
    expect(clockFace(0)).toEqual({ figures: '0:00', is: 'ending' });
    expect(clockFace(-999)).toEqual({ figures: '0:00', is: 'ending' });
  });

  it('counts up with a plus sign once it is over', () => {
    expect(clockFace(-24_500)).toEqual({ figures: '+0:24', is: 'over' });
  });

  it('keeps its figures while it is held', () => {
    expect(clockFace(minutes(18), true)).toEqual({ figures: '18:00', is: 'held' });
    expect(clockFace(-5000, true)).toEqual({ figures: '0:00', is: 'held' });
  });

  it('is said in words where figures would read as a time of day', () => {
    expect(timeLeftInWords(minutes(18))).toBe('in 18 minutes');
    expect(timeLeftInWords(minutes(1))).toBe('in 1 minute');
    expect(timeLeftInWords(10_000)).toBe('in less than a minute');
    expect(timeLeftInWords(minutes(99))).toBe('in 99 minutes');
    expect(timeLeftInWords(minutes(151))).toBe('in 2 h 31 min');
    expect(timeLeftInWords(-minutes(3))).toBe('3 minutes over');
  });
});
