import type { TableCell, TableRow } from '@reportback/domain';

/** A cell where it stands. No two cells share a place, and none reaches over the edge. */
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

/** Where the cells of a table stand, by the rules of HTML; spans that collide or reach too far are cut. */
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
  return {
    columns: Math.max(...cells.map((each) => each.column + each.columns)),
    rows: rows.length,
    headerRows: reaching === undefined ? headers : reaching.row,
    cells,
  };
}
