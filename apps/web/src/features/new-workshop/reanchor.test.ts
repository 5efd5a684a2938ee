import { expect, it } from 'vitest';
import { movedLines, reanchored } from './reanchor.ts';

const text = 'Title\n9:00 Welcome\n10:00 Groups\n11:00 Lunch';

it('what was noted about a line goes with it when lines come or go above', () => {
  const more = movedLines(text, `Agenda\n${text}`);
  expect(reanchored({ '3': 'a', '3+1': 'b', 'hand-1': 'c' }, more)).toEqual({
    '4': 'a',
    '4+1': 'b',
    'hand-1': 'c',
  });
  expect(
    reanchored({ '3': 'a' }, movedLines(text, '9:00 Welcome\n10:00 Groups\n11:00 Lunch')),
  ).toEqual({ '2': 'a' });
});

it('a line that was edited has nothing noted about it any more', () => {
  const edited = movedLines(text, text.replace('Groups', 'Small groups'));
  expect(reanchored({ '2': 'a', '3': 'b', '4': 'c' }, edited)).toEqual({ '2': 'a', '4': 'c' });
});

it('a text that stays the same moves nothing, also one of equal lines', () => {
  const same = 'a\na\na';
  expect([1, 2, 3].map(movedLines(same, same))).toEqual([1, 2, 3]);
  expect([1, 2, 3].map(movedLines(same, 'a\na\na\na'))).toEqual([1, 2, 3]);
});
