import { type Block, type TableRow as NoteRow, unreachable } from '@reportback/domain';
import type { PhrasingContent, Table, TableRow } from 'mdast';
import { tableGrid } from '../table-grid.ts';
import { phrasing } from './inlines.ts';

/**
 * A table as GFM can carry it: one line a cell, with HTML line breaks; a cell that spans others is followed
 * by empty ones. Without a header row of its own it gets an empty one, because GFM has no table without.
 */
export function markdownTable(rows: readonly NoteRow[]): Table {
  const grid = tableGrid(rows);
  const written = rows.map((_, row) => {
    const inRow = grid.cells.filter((each) => each.row === row);
    return tableRow(grid.columns, (column) => {
      const placed = inRow.find((each) => each.column === column);
      return placed === undefined ? [] : cellContent(placed.cell.blocks);
    });
  });
  const hasHeader = rows[0]?.cells.every((cell) => cell.header) ?? false;
  return {
    type: 'table',
    children: hasHeader ? written : [tableRow(grid.columns, () => []), ...written],
  };
}

function tableRow(width: number, content: (column: number) => PhrasingContent[]): TableRow {
  return {
    type: 'tableRow',
    children: Array.from({ length: width }, (_, column) => ({
      type: 'tableCell',
      children: content(column),
    })),
  };
}

function cellContent(blocks: readonly Block[]): PhrasingContent[] {
  return cellLines(blocks, '').flatMap((line, position) =>
    position === 0 ? line : [{ type: 'html', value: '<br>' } as const, ...line],
  );
}

/** The blocks of a cell as lines; lists keep their marks as text. */
function cellLines(blocks: readonly Block[], mark: string): PhrasingContent[][] {
  const lines: PhrasingContent[][] = blocks.flatMap((block): PhrasingContent[][] => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return [phrasing(block.content, 'cell')];
      case 'bullet-list':
        return block.items.flatMap((item) => cellLines(item.blocks, '• '));
      case 'ordered-list':
        return block.items.flatMap((item, position) =>
          cellLines(item.blocks, `${block.start + position}. `),
        );
      case 'check-list':
        return block.items.flatMap((item) => cellLines(item.blocks, item.checked ? '☑ ' : '☐ '));
      case 'quote':
        return cellLines(block.blocks, '');
      case 'code':
        return block.text
          .split('\n')
          .filter((line) => line !== '')
          .map((value) => [{ type: 'inlineCode', value }]);
      case 'table':
        return block.rows.flatMap((row) => row.cells.flatMap((cell) => cellLines(cell.blocks, '')));
      case 'image':
        return [[{ type: 'text', value: block.alt === '' ? 'Image' : `Image: ${block.alt}` }]];
      case 'rule':
        return [];
      default:
        return unreachable(block);
    }
  });
  const [first = [], ...rest] = lines;
  if (mark === '') return lines;
  return [[{ type: 'text', value: mark }, ...first], ...rest];
}
