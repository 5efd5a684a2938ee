import { expect, it } from 'vitest';
import { parseGroupId, parsePointId } from '../ids.ts';
import { type FeedPlenary, feedPlenaryAfter, untouchedFeedPlenary } from './feed-plenary.ts';

const group = parseGroupId('t1');
const voices = (point: string, usToo: number) => ({
  point: parsePointId(point),
  group,
  usToo,
  questions: [],
  objections: [],
});
const before: FeedPlenary = {
  ...untouchedFeedPlenary,
  voices: [voices('a', 1), voices('b', 2)],
  votes: [],
  coverage: [{ group, visitors: 1, speakers: 1 }],
};

it('replaces the points that differ, and leaves the others as the objects they were', () => {
  const after = feedPlenaryAfter(before, { voices: [voices('b', 3), voices('c', 1)] });
  expect(after.voices.map(({ point, usToo }) => [point, usToo])).toEqual([
    ['a', 1],
    ['b', 3],
    ['c', 1],
  ]);
  expect(after.voices[0]).toBe(before.voices[0]);
  expect(after.coverage).toBe(before.coverage);
});

it('forgets a point about which everything was taken back', () => {
  const after = feedPlenaryAfter(before, { voices: [voices('a', 0)] });
  expect(after.voices).toEqual([voices('b', 2)]);
});

it('hides votes again when a vote is opened that is not live', () => {
  expect(feedPlenaryAfter(before, { votes: null }).votes).toBeNull();
  expect(feedPlenaryAfter(before, { voters: 3 }).votes).toEqual([]);
});
