import { parseGroupId } from '@reportback/domain';
import { expect, it } from 'vitest';
import { speakingClock } from './speaking-clock.ts';

const on = (share: number | null) => ({
  group: parseGroupId('g1'),
  since: 1_000,
  shown: 0,
  share,
});

it('a share runs down and below nothing', () => {
  expect(speakingClock(on(60_000), 21_000)).toEqual({ is: 'share', left: 40_000, share: 60_000 });
  expect(speakingClock(on(60_000), 71_000)).toMatchObject({ left: -10_000 });
});

it('without an end, or without time left to share, it tells what has passed', () => {
  expect(speakingClock(on(null), 21_000)).toEqual({ is: 'open', passed: 20_000 });
  expect(speakingClock(on(0), 21_000)).toEqual({ is: 'open', passed: 20_000 });
  // The server's clock was a little behind when the group was put on the screen.
  expect(speakingClock(on(null), 500)).toEqual({ is: 'open', passed: 0 });
});
