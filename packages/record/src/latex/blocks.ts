import {
  type Block,
  type BlockId,
  type Inline,
  type ListItem,
  type Mark,
  type TableRow,
  unreachable,
} from '@reportback/domain';
import { missingImageText } from '../images.ts';
import { tableGrid } from '../table-grid.ts';
import { address, escaped, prose } from './escape.ts';

export interface BlockWriting {
  /** Within a table a line break must not end the row. */
  readonly place: 'flow' | 'cell';
  readonly anchor: (block: BlockId) => string;
  /** Where an image lies, seen from the file; null when it is not at hand. */
  readonly image: (image: string) => string | null;
}

/** Blocks of a note as LaTeX. */
export function latexBlocks(blocks: readonly Block[], writing: BlockWriting): string {
  return blocks.map((block) => latexBlock(block, writing)).join('\n\n');
}

function latexBlock(block: Block, writing: BlockWriting): string {
  switch (block.kind) {
    case 'paragraph':
      return `${target(block.id, writing)}${latexInlines(block.content, writing.place)}`;
    case 'heading':
      return `\\paragraph*{${latexInlines(block.content, 'heading')}}${target(block.id, writing)}\\leavevmode`;
    case 'bullet-list':
      return environment('itemize', '', items(block.items, writing));
    case 'ordered-list':
      return environment(
        'enumerate',
        block.start === 1 ? '' : `[start=${block.start}]`,
        items(block.items, writing),
      );
    case 'check-list':
      return environment(
        'itemize',
        '',
        block.items
          .map((item) => {
            const box = item.checked ? '$\\boxtimes$' : '$\\square$';
            return `\\item[${box}] ${latexBlocks(item.blocks, writing)}`;
          })
          .join('\n'),
      );
    case 'quote':
      return environment('quote', '', latexBlocks(block.blocks, writing));
    case 'code':
      return code(block.text);
    case 'table':
      return noteTable(block.rows, writing);
    case 'image': {
      const path = writing.image(block.image);
      return path === null
        ? `\\emph{${prose(missingImageText(block.alt))}}`
        : `\\includegraphics[width=\\linewidth,height=0.6\\textheight,keepaspectratio]{${path}}`;
    }
    case 'rule':
      return '\\par\\noindent\\rule{0.3\\linewidth}{0.4pt}';
    default:
      return unreachable(block);
  }
}

/** Lines of code, each escaped: a verbatim environment could be ended by the text inside it. */
export function code(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => escaped(line).replace(/ /g, '~'))
    .map((line) => (line === '' ? '\\mbox{}' : line));
  return environment('quote', '', `\\ttfamily\\small\\raggedright\n${lines.join('\\\\{}\n')}`);
}

export function environment(name: string, options: string, content: string): string {
  return `\\begin{${name}}${options}\n${content}\n\\end{${name}}`;
}

function items(all: readonly ListItem[], writing: BlockWriting): string {
  return all.map((item) => `\\item {}${latexBlocks(item.blocks, writing)}`).join('\n');
}

function target(id: BlockId | null, writing: BlockWriting): string {
  return id === null ? '' : `\\hypertarget{${writing.anchor(id)}}{}`;
}

/** Columns of equal width; a cell that reaches down is followed by empty ones. */
function noteTable(rows: readonly TableRow[], writing: BlockWriting): string {
  const grid = tableGrid(rows);
  const lines = rows.map((_, row) => {
    const cells: string[] = [];
    let column = 0;
    while (column < grid.columns) {
      const placed = grid.cells.find((each) => each.row === row && each.column === column);
      const content =
        placed === undefined ? '' : latexBlocks(placed.cell.blocks, { ...writing, place: 'cell' });
      const text = placed?.cell.header === true ? `\\bfseries ${content}` : content;
      const width = placed?.columns ?? 1;
      cells.push(
        width === 1 ? text : `\\multicolumn{${width}}{p{${share(width, grid.columns)}}}{${text}}`,
      );
      column += width;
    }
    return `${cells.join(' & ')} \\tabularnewline`;
  });
  const columns = `>{\\raggedright\\arraybackslash}p{${share(1, grid.columns)}}`;
  return [
    '\\par\\noindent',
    environment('tabular', `{${columns.repeat(grid.columns)}}`, lines.join('\\hline\n')),
  ].join('\n');
}

function share(columns: number, of: number): string {
  return `${((columns / of) * 0.92).toFixed(3)}\\linewidth`;
}

const lineBreaks = { flow: '\\\\\n', cell: '\\newline{}', heading: ' ' } as const;

/** A run of inlines as LaTeX. */
export function latexInlines(
  content: readonly Inline[],
  place: keyof typeof lineBreaks = 'flow',
): string {
  return content
    .map((inline) =>
      inline.kind === 'line-break' ? lineBreaks[place] : marked(inline.text, inline.marks),
    )
    .join('');
}

function marked(text: string, marks: readonly Mark[]): string {
  return marks.reduceRight((inside, mark): string => {
    switch (mark.kind) {
      case 'link':
        return `\\href{${address(mark.href)}}{${inside}}`;
      case 'bold':
        return `\\textbf{${inside}}`;
      case 'italic':
        return `\\emph{${inside}}`;
      case 'underline':
        return `\\underline{${inside}}`;
      case 'strike':
        return `\\sout{${inside}}`;
      case 'highlight':
        return `\\colorbox{yellow!40}{${inside}}`;
      case 'code':
        return `\\texttt{${inside}}`;
      default:
        return unreachable(mark);
    }
  }, prose(text));
}
