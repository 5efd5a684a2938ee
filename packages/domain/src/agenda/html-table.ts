import type { Cell, SourceLine } from './source-line.ts';

/** A cell while its row is read. */
interface OpenCell {
  lines: SourceLine[];
  columns: number;
  rows: number;
}

// A table wider or a cell taller than this is no agenda.
const WIDEST = 40;
const TALLEST = 200;

/** Builds the rows of one table of a page: cells that span columns or rows are repeated where they reach. */
export class HtmlTable {
  private readonly id: number;
  private cells: OpenCell[] = [];
  private cell: OpenCell | undefined;
  /** By column: a cell from above and how many rows it still reaches down. */
  private reaching: ({ lines: SourceLine[]; left: number } | undefined)[] = [];
  /** The table only arranges the page: its cells are read like paragraphs. */
  private layout = false;

  constructor(id: number) {
    this.id = id;
  }

  openRow(): SourceLine[] {
    return this.closeRow();
  }

  openCell(columns: string | undefined, rows: string | undefined): void {
    this.closeCell();
    this.cell = { lines: [], columns: within(columns, WIDEST), rows: within(rows, TALLEST) };
  }

  closeCell(): void {
    if (this.cell !== undefined && this.cells.length < WIDEST) this.cells.push(this.cell);
    this.cell = undefined;
  }

  /** Takes a line into the open cell; false where the line belongs to the page. */
  takes(line: SourceLine): boolean {
    if (this.layout || this.cell === undefined) return false;
    this.cell.lines.push(line);
    return true;
  }

  /** The table holds another one: what its open row has gathered are lines of the page. */
  becomeLayout(): SourceLine[] {
    this.closeCell();
    const lines = this.cells.flatMap((cell) => cell.lines);
    this.cells = [];
    this.layout = true;
    return lines;
  }

  closeRow(): SourceLine[] {
    this.closeCell();
    const open = this.cells;
    this.cells = [];
    if (open.length === 0) return [];
    const own = open.flatMap((cell) => cell.lines);
    if (open.some((cell) => holdsRows(cell.lines))) return own;
    const cells = this.placeCells(open);
    const first = own[0] ?? this.reaching.find(Boolean)?.lines[0];
    if (first === undefined) return [];
    if (cells.length < 2) return own;
    const text = own.map((line) => line.text).join(' | ');
    return [
      {
        ...first,
        raw: text,
        text,
        cells,
        table: this.id,
        indent: 0,
        bullet: false,
        gapBefore: false,
      },
    ];
  }

  /** Lays the cells of a row beside those that reach into it from above. */
  private placeCells(open: readonly OpenCell[]): Cell[] {
    const placed: Cell[] = [];
    const fromAbove = (): boolean => {
      const reach = this.reaching[placed.length];
      if (reach === undefined || reach.left === 0) return false;
      reach.left--;
      placed.push({ lines: reach.lines.map((line) => line.text), repeats: 'above' });
      return true;
    };
    for (const cell of open) {
      while (placed.length < WIDEST && fromAbove());
      for (let column = 0; column < cell.columns && placed.length < WIDEST; column++) {
        this.reaching[placed.length] =
          cell.rows > 1 ? { lines: cell.lines, left: cell.rows - 1 } : undefined;
        const lines = cell.lines.map((line) => line.text);
        placed.push(column === 0 ? { lines } : { lines, repeats: 'left' });
      }
    }
    while (placed.length < WIDEST && fromAbove());
    return placed;
  }
}

function within(written: string | undefined, most: number): number {
  const number = Number(written ?? 1);
  return Number.isInteger(number) && number > 0 ? Math.min(number, most) : 1;
}

/** A cell with several rows of an agenda in it, each with its time and its words. */
function holdsRows(lines: readonly SourceLine[]): boolean {
  return (
    lines.filter((line) => /^\d{1,2}(?:[:.h]\d{2}|\s?[ap]\.?m).*\p{L}{4}/iu.test(line.text))
      .length > 1
  );
}
