import type { Block } from '@reportback/domain';
import { expect, test } from 'vitest';
import { text } from '../testing/example-input.ts';
import { steppedHeadings } from './heading-steps.ts';

function headings(...levels: readonly (1 | 2 | 3)[]): readonly Block[] {
  return levels.map((level) => ({ kind: 'heading', id: null, level, content: [text('H')] }));
}

test.each([
  [
    [2, 2, 3],
    [1, 1, 2],
  ],
  [
    [3, 1, 3],
    [1, 1, 2],
  ],
  [
    [1, 2, 3, 2, 1],
    [1, 2, 3, 2, 1],
  ],
  [
    [2, 3, 1],
    [1, 2, 1],
  ],
] as const)('headings of levels %j step down as %j', (given, expected) => {
  expect(steppedHeadings(headings(...given))).toEqual(headings(...expected));
});

test('headings inside of lists and quotes take part', () => {
  const [heading] = headings(3);
  if (heading === undefined) throw new Error('One heading was made.');
  const quote: Block = { kind: 'quote', blocks: [heading] };
  expect(steppedHeadings([...headings(2), quote])).toEqual([
    ...headings(1),
    { kind: 'quote', blocks: headings(2) },
  ]);
});
