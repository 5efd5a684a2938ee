import type { Block, Inline } from '@reportback/domain';
import { describe, expect, it } from 'vitest';
import { changes, countChanges } from './changes.ts';
import { type Line, noteLines } from './table-lines.ts';

const plain = (text: string): readonly Inline[] => [{ kind: 'text', text, marks: [] }];
const paragraph = (text: string): Block => ({ kind: 'paragraph', id: null, content: plain(text) });
const lines = (...texts: readonly string[]): readonly Line[] => noteLines(texts.map(paragraph));
/** Each line as text: [-removed-] and {+added+}. */
const shown = (then: readonly Line[], now: readonly Line[]) =>
  changes(then, now).map(({ parts }) =>
    parts
      .map(({ is, words }) =>
        is === 'same' ? words : is === 'added' ? `{+${words}+}` : `[-${words}-]`,
      )
      .join(''),
  );

describe('what changed between two states of a table', () => {
  it('is told word by word within a line', () => {
    expect(
      shown(lines('Tokens last 12 hours at most'), lines('Tokens last 8 hours at most')),
    ).toEqual(['Tokens last [-12-]{+8+} hours at most']);
  });

  it('leaves what stayed, and puts what was removed where it had stood', () => {
    expect(shown(lines('one', 'two', 'three'), lines('one', 'three', 'four'))).toEqual([
      'one',
      '[-two-]',
      'three',
      '{+four+}',
    ]);
  });

  it('takes a line that has little in common for another line', () => {
    expect(shown(lines('apples and pears'), lines('a wholly different thought'))).toEqual([
      '[-apples and pears-]',
      '{+a wholly different thought+}',
    ]);
  });

  it('finds words where a script puts no spaces between them', () => {
    expect(shown(lines('我们需要更多时间'), lines('我们需要更少时间')).join('')).toMatch(/^我们/);
  });

  it('does not take the next number of a list for a change', () => {
    const list = (...items: readonly string[]): readonly Line[] =>
      noteLines([
        {
          kind: 'ordered-list',
          start: 1,
          items: items.map((item) => ({ blocks: [paragraph(item)] })),
        },
      ]);
    expect(shown(list('one', 'two'), list('zero', 'one', 'two'))).toEqual([
      '{+zero+}',
      'one',
      'two',
    ]);
  });

  it('sees a box that was ticked', () => {
    const box = (checked: boolean): readonly Line[] =>
      noteLines([{ kind: 'check-list', items: [{ checked, blocks: [paragraph('ask Ines')] }] }]);
    expect(changes(box(false), box(true))).toEqual([
      {
        look: 'text',
        depth: 1,
        mark: [
          { is: 'removed', words: '☐' },
          { is: 'added', words: '☑' },
        ],
        parts: [{ is: 'same', words: 'ask Ines' }],
      },
    ]);
  });

  it('is counted in words', () => {
    expect(countChanges(changes(lines('one two three'), lines('one three four five')))).toEqual({
      added: 2,
      removed: 1,
    });
  });
});
