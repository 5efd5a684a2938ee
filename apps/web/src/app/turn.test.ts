import { parseGroupId, untouchedPlenary } from '@reportback/domain';
import { expect, it } from 'vitest';
import { howManyHeard, turnOf } from './turn.ts';

const [a, b, c] = ['a', 'b', 'c'].map(parseGroupId);
const presentation = {
  ...untouchedPlenary.presentation,
  heard: [a!],
  spotlight: { group: b!, since: 0, shown: 0, share: null },
};

it('a table speaks, has spoken, or waits', () => {
  expect([a!, b!, c!].map((group) => turnOf(presentation, group))).toEqual([
    'heard',
    'speaking',
    null,
  ]);
});

it('how many were heard is told from the report-back on', () => {
  expect(howManyHeard(presentation, 'report-back', 3)).toBe('1 of 3 heard');
  expect(howManyHeard(presentation, 'distil', 3)).toBe(null);
  expect(howManyHeard(untouchedPlenary.presentation, 'amend', 3)).toBe(null);
});
