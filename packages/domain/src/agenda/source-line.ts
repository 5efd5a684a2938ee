/** One cell of a table row. */
export interface Cell {
  /** Its lines, without markup; none for an empty cell. */
  lines: readonly string[];
  /** The cell only repeats one that spans several columns or rows. */
  repeats?: 'left' | 'above';
}

/** One line of what was pasted, brought down from Markdown, HTML and the like to plain words. */
export interface SourceLine {
  /** From 1, in the pasted text. */
  number: number;
  /** As it was written, for messages. */
  raw: string;
  /** Plain words; the cells of a table row joined by spaces. */
  text: string;
  /** The cells of a table row, at least two; empty for every other line. */
  cells: readonly Cell[];
  /** Which table the row stands in; 0 for none. */
  table: number;
  /** Columns of white space and levels of bullets before the text. */
  indent: number;
  /** 1 to 6 for a heading, else 0. */
  heading: number;
  /** It began with a bullet or a list number. */
  bullet: boolean;
  /** A blank line or the edge of a block lies before it. */
  gapBefore: boolean;
}

export function cellText(cell: Cell | undefined): string {
  return cell === undefined ? '' : cell.lines.join(' ');
}
