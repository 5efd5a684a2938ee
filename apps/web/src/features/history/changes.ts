import { diffArrays, diffWords } from 'diff';
import type { Line } from './table-lines.ts';

/** A stretch of a line: there both times, only since, or no longer. */
export interface Part {
  readonly is: 'same' | 'added' | 'removed';
  readonly words: string;
}

/** A line as it changed; its look is the later one. */
export interface ChangedLine extends Pick<Line, 'look' | 'depth'> {
  readonly mark: readonly Part[];
  readonly parts: readonly Part[];
}

/** What became of lines, word by word, in the order of the text; what was removed stands where it had stood. */
export function changes(then: readonly Line[], now: readonly Line[]): readonly ChangedLine[] {
  const result: ChangedLine[] = [];
  let removed: readonly Line[] = [];
  const settle = (added: readonly Line[]) => {
    result.push(...pairedLines(removed, added));
    removed = [];
  };
  for (const { value, added: isAdded, removed: isRemoved } of diffArrays([...then], [...now], {
    comparator: isSameLine,
  })) {
    if (isRemoved) removed = value;
    else if (isAdded) settle(value);
    else {
      settle([]);
      result.push(...value.map((line) => whole(line, 'same')));
    }
  }
  settle([]);
  return result;
}

/** How many words were added and removed. */
export function countChanges(lines: readonly ChangedLine[]): { added: number; removed: number } {
  const count = (is: Part['is']) =>
    lines
      .flatMap(({ parts }) => parts)
      .filter((part) => part.is === is)
      .reduce((sum, { words }) => sum + words.split(/\s+/).filter(Boolean).length, 0);
  return { added: count('added'), removed: count('removed') };
}

/** Two lines with less than this part of their words in common are two lines, not one that changed. */
const alike = 0.4;

/** Lines that went and lines that came in their place: one that resembles another is the same line, edited. */
function pairedLines(removed: readonly Line[], added: readonly Line[]): readonly ChangedLine[] {
  const result: ChangedLine[] = [];
  let next = 0;
  for (const before of removed) {
    const edited = added.slice(next).map((after) => editedLine(before, after));
    const found = edited.findIndex((line) => partInCommon(line) >= alike);
    const line = edited[found];
    if (line === undefined) {
      result.push(whole(before, 'removed'));
      continue;
    }
    result.push(...added.slice(next, next + found).map((after) => whole(after, 'added')), line);
    next += found + 1;
  }
  return [...result, ...added.slice(next).map((after) => whole(after, 'added'))];
}

// Finds words also where a script puts no spaces between them.
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

function editedLine(before: Line, { words, look, depth, mark }: Line): ChangedLine {
  const parts = diffWords(before.words, words, { intlSegmenter: segmenter });
  return {
    look,
    depth,
    mark: isSameMark(before.mark, mark)
      ? signed(mark, 'same')
      : [...signed(before.mark, 'removed'), ...signed(mark, 'added')],
    parts: parts.map(({ value, added, removed }) => ({
      is: added ? 'added' : removed ? 'removed' : 'same',
      words: value,
    })),
  };
}

function partInCommon({ parts }: ChangedLine): number {
  const length = (which: readonly Part[]) =>
    which.reduce((sum, { words }) => sum + words.trim().length, 0);
  const same = length(parts.filter(({ is }) => is === 'same'));
  const side = (other: Part['is']) => length(parts.filter(({ is }) => is !== other));
  return same / Math.max(1, side('added'), side('removed'));
}

function whole({ words, look, depth, mark }: Line, is: Part['is']): ChangedLine {
  return { look, depth, mark: signed(mark, 'same'), parts: [{ is, words }] };
}

function signed(mark: string, is: Part['is']): readonly Part[] {
  return mark === '' ? [] : [{ is, words: mark }];
}

function isSameLine(one: Line, other: Line): boolean {
  return (
    one.words === other.words &&
    one.look === other.look &&
    one.depth === other.depth &&
    isSameMark(one.mark, other.mark)
  );
}

/** A number that only moved with the list is no change. */
function isSameMark(one: string, other: string): boolean {
  return one === other || (/^\d+\.$/.test(one) && /^\d+\.$/.test(other));
}
