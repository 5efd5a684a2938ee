import { plainText } from '@reportback/domain';
import type { Span } from './part.ts';

/** The words of a run of spans, without marks and links. */
export function spanText(content: readonly Span[]): string {
  return content
    .map((each) => (each.kind === 'written' ? plainText(each.content) : each.text))
    .join('');
}

/** A column narrower than this looks lost, one wider takes the room of the others; in letters. */
const narrowest = 8;
const widest = 48;

/** Parts of a table's width for its columns, by their longest texts: times stay narrow, sentences get room. */
export function columnShares(
  columns: readonly string[],
  rows: readonly (readonly (readonly Span[])[])[],
): readonly number[] {
  return columns.map((column, position) => {
    const lengths = rows.map((row) => spanText(row[position] ?? []).length);
    return Math.min(Math.max(column.length, ...lengths, narrowest), widest);
  });
}
