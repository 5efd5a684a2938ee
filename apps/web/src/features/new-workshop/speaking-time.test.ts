import { describe, expect, it } from 'vitest';
import { speakingTime } from './speaking-time.ts';

describe('how long a table can speak', () => {
  it('is what the changeovers leave, to five seconds', () => {
    expect(speakingTime(30, 8)).toEqual({ figures: '3:05', inWords: '3 minutes', isTight: false });
    expect(speakingTime(15, 8)).toEqual({ figures: '1:10', inWords: '70 seconds', isTight: true });
  });

  it('is nothing where the changeovers take it all', () => {
    expect(speakingTime(15, 60)).toMatchObject({ figures: '0:00', isTight: true });
  });
});
