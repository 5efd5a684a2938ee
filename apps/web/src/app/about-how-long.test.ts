import { expect, it } from 'vitest';
import { aboutHowLong } from './about-how-long.ts';

it('says a time as a speaker plans it', () => {
  expect(aboutHowLong(72_500)).toBe('about 70 seconds');
  expect(aboutHowLong(185_000)).toBe('about 3 minutes');
  expect(aboutHowLong(150_000)).toBe('about 2½ minutes');
  expect(aboutHowLong(0)).toBe('about 10 seconds');
});
