import type { TableCell, TableRow } from '@reportback/domain';
import { expect, test } from 'vitest';
import { tableGrid } from './table-grid.ts';

function cell(columns = 1, rows = 1, header = false): TableCell {
  return { header, columns, rows, blocks: [] };
}

function row(...cells: readonly TableCell[]): TableRow {
  return { cells };
}

function places(rows: readonly TableRow[]): readonly string[] {
  return tableGrid(rows).cells.map(
    (each) => `${each.row},${each.column} ${each.columns}×${each.rows}`,
  );
}

test('cells stand beside what reaches down from above', () => {
  expect(places([row(cell(1, 2), cell()), row(cell())])).toEqual(['0,0 1×2', '0,1 1×1', '1,1 1×1']);
});

test('a span that collides is cut, and so is one that reaches below the table', () => {
  expect(places([row(cell(), cell(1, 9)), row(cell(5))])).toEqual([
    '0,0 1×1',
    '0,1 1×2',
    '1,0 1×1',
  ]);
});

test('a column in which no cell begins is none', () => {
  expect(places([row(cell(40), cell()), row(cell(2), cell())])).toEqual([
    '0,0 2×1',
    '0,2 1×1',
    '1,0 1×1',
    '1,1 1×1',
    '1,2 1×1',
  ]);
  expect(tableGrid([row(cell(40)), row(cell(40))]).columns).toBe(1);
});

test('a row that ends early is filled', () => {
  expect(places([row(cell()), row(cell(), cell())])).toEqual([
    '0,0 1×1',
    '0,1 1×1',
    '1,0 1×1',
    '1,1 1×1',
  ]);
});

test('rows of headers at the top are counted, unless one reaches into the body', () => {
  const header = row(cell(1, 1, true), cell(1, 1, true));
  expect(tableGrid([header, row(cell(), cell())]).headerRows).toBe(1);
  expect(tableGrid([row(cell(1, 2, true), cell(1, 1, true)), row(cell())]).headerRows).toBe(0);
});
