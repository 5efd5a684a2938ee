import type { TableCell, TableRow } from '@reportback/domain';

/** A cell where it stands. Every place of the table belongs to one cell. */
export interface PlacedCell {
  readonly cell: TableCell;
  /** From 0. */
  readonly row: number;
  readonly column: number;
  /** How many rows and columns it covers, 1 or more. */
  readonly rows: number;
  readonly columns: number;
}

export interface TableGrid {
  readonly columns: number;
  readonly rows: number;
  /** How many rows at the top hold headers only. */
  readonly headerRows: number;
  /** Row by row, from the left. */
  readonly cells: readonly PlacedCell[];
}

/** Where the cells of a table stand, by the rules of HTML; spans that collide or reach too far are cut, gaps are filled. */
export function tableGrid(rows: readonly TableRow[]): TableGrid {
  const taken: boolean[][] = rows.map(() => []);
  const isTaken = (row: number, column: number): boolean => taken[row]?.[column] === true;
  const cells: PlacedCell[] = [];
  rows.forEach(({ cells: inRow }, row) => {
    let column = 0;
    for (const cell of inRow) {
      while (isTaken(row, column)) column += 1;
      let columns = 1;
      while (columns < cell.columns && !isTaken(row, column + columns)) columns += 1;
      const down = Math.min(cell.rows, rows.length - row);
      for (let below = 0; below < down; below += 1)
        for (let right = 0; right < columns; right += 1) {
          const line = taken[row + below];
          if (line !== undefined) line[column + right] = true;
        }
      cells.push({ cell, row, column, rows: down, columns });
      column += columns;
    }
  });
  const firstBody = rows.findIndex((row) => !row.cells.every((cell) => cell.header));
  const headers = firstBody === -1 ? rows.length : firstBody;
  // A header cell that reaches into the body makes its row part of the body.
  const reaching = cells.find((each) => each.row < headers && each.row + each.rows > headers);
  const headerRows = reaching === undefined ? headers : reaching.row;
  const { columns, cells: placed } = withoutIdleColumns(cells);
  return {
    columns,
    rows: rows.length,
    headerRows,
    cells: withoutGaps(placed, columns, rows.length, headerRows),
  };
}

/** Rows that end early are filled with empty cells: readers take the first row's width for the table's. */
function withoutGaps(
  cells: readonly PlacedCell[],
  columns: number,
  rows: number,
  headerRows: number,
): readonly PlacedCell[] {
  const covered = Array.from({ length: rows }, () => new Set<number>());
  for (const each of cells)
    for (let row = each.row; row < each.row + each.rows; row += 1)
      for (let right = 0; right < each.columns; right += 1) covered[row]?.add(each.column + right);
  const gaps = covered.flatMap((taken, row) =>
    Array.from({ length: columns }, (_, column) => column)
      .filter((column) => !taken.has(column))
      .map((column): PlacedCell => {
        const cell = { header: row < headerRows, columns: 1, rows: 1, blocks: [] };
        return { cell, row, column, rows: 1, columns: 1 };
      }),
  );
  return [...cells, ...gaps].toSorted((a, b) => a.row - b.row || a.column - b.column);
}

/** A column in which no cell begins shows nothing of its own; a forged span must not make a table wide. */
function withoutIdleColumns(cells: readonly PlacedCell[]): Pick<TableGrid, 'columns' | 'cells'> {
  const starts = [...new Set(cells.map((each) => each.column))].toSorted((a, b) => a - b);
  const before = (column: number): number => starts.filter((start) => start < column).length;
  return {
    columns: starts.length,
    cells: cells.map((each) => ({
      ...each,
      column: before(each.column),
      columns: before(each.column + each.columns) - before(each.column),
    })),
  };
}
