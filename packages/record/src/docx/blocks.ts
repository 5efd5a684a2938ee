import {
  type Block,
  type BlockId,
  type ListItem,
  type TableCell as NoteCell,
  plainText,
  unreachable,
} from '@reportback/domain';
import {
  Bookmark,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { readsRightToLeft } from '../direction.ts';
import { missingImageText } from '../images.ts';
import { tableGrid } from '../table-grid.ts';
import { runs, textRun } from './inlines.ts';
import { colour, deepestLevel, font, indentStep, levelIndent, paragraphStyle } from './style.ts';
import { bullets, type DocxWriting } from './writing.ts';

export interface BlockPlace {
  readonly writing: DocxWriting;
  readonly anchor: (block: BlockId) => string;
  /** Level of the section around, 2 to 4; headings of the note stand below it. */
  readonly level: number;
  /** How deep in lists, from 0; each level stands in one step. */
  readonly depth: number;
  readonly style: string;
  /** Of a table, in twentieths of a point. */
  readonly width: number;
}

/** What the first paragraph of a list item carries. */
interface ItemMark {
  readonly numbering: { readonly reference: string; readonly level: number };
  readonly prefix: string;
}

/** Blocks of a note as Word's paragraphs and tables. */
export function docxBlocks(blocks: readonly Block[], place: BlockPlace): (Paragraph | Table)[] {
  return blocks.flatMap((block, position) => {
    const written = docxBlock(block, place, null);
    // Word makes one of two tables, and of two pieces of code, that touch.
    const touches =
      block.kind === 'table' || (block.kind === 'code' && blocks[position + 1]?.kind === 'code');
    return touches ? [...written, spacer()] : written;
  });
}

function spacer(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 120, lineRule: 'exact' } });
}

function docxBlock(
  block: Block,
  place: BlockPlace,
  mark: ItemMark | null,
): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph':
      return [
        paragraph(place, mark, plainText(block.content), [
          ...bookmarked(block.id, place, runs(block.content)),
        ]),
      ];
    case 'heading': {
      const heading = headings[Math.min(place.level + block.level - 1, headings.length) - 1];
      const children = bookmarked(block.id, place, runs(block.content));
      // A heading in a list keeps the look of its list.
      if (mark !== null || heading === undefined)
        return [paragraph(place, mark, plainText(block.content), children)];
      return [
        new Paragraph({
          heading,
          bidirectional: readsRightToLeft(plainText(block.content)),
          children,
        }),
      ];
    }
    case 'bullet-list':
      return block.items.flatMap((item) => listItem(item, place, bullets, ''));
    case 'ordered-list': {
      const reference = place.writing.numbered(levelAt(place), block.start);
      return block.items.flatMap((item) => listItem(item, place, reference, ''));
    }
    case 'check-list':
      return block.items.flatMap((item) =>
        listItem(item, place, bullets, item.checked ? '☑ ' : '☐ '),
      );
    case 'quote':
      return docxBlocks(block.blocks, { ...place, style: paragraphStyle.quote });
    case 'code':
      return [
        new Paragraph({
          style: paragraphStyle.code,
          ...(place.depth === 0 ? {} : { indent: { left: indentStep * place.depth } }),
          children: block.text
            .split('\n')
            .map((text, line) => new TextRun(line === 0 ? { text } : { text, break: 1 })),
        }),
      ];
    case 'table':
      return [noteTable(block.rows, place)];
    case 'image':
      return [paragraph(place, mark, '', [imageRun(block, place)])];
    case 'rule':
      return [
        new Paragraph({
          border: { bottom: { style: 'single', size: 4, space: 1, color: colour.soft } },
        }),
      ];
    default:
      return unreachable(block);
  }
}

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

function levelAt(place: BlockPlace): number {
  return Math.min(place.depth, deepestLevel);
}

function paragraph(
  place: BlockPlace,
  mark: ItemMark | null,
  plain: string,
  children: readonly ParagraphChild[],
): Paragraph {
  const options: IParagraphOptions = {
    style: place.style,
    bidirectional: readsRightToLeft(plain),
    children: mark === null || mark.prefix === '' ? children : [textRun(mark.prefix), ...children],
  };
  if (mark !== null)
    return new Paragraph({
      ...options,
      numbering: mark.numbering,
      indent: levelIndent(mark.numbering.level),
      spacing: { before: 0, after: 60 },
    });
  if (place.depth === 0) return new Paragraph(options);
  const indent = { left: indentStep * place.depth };
  return new Paragraph({ ...options, indent, spacing: { before: 0 } });
}

/** The first block of an item carries its mark; where that cannot be, an empty paragraph does. */
function listItem(
  item: ListItem,
  place: BlockPlace,
  reference: string,
  prefix: string,
): readonly (Paragraph | Table)[] {
  const mark: ItemMark = { numbering: { reference, level: levelAt(place) }, prefix };
  const inside: BlockPlace = { ...place, depth: place.depth + 1 };
  const [first, ...rest] = item.blocks;
  const carries =
    first?.kind === 'paragraph' || first?.kind === 'heading' || first?.kind === 'image';
  if (carries) return [...docxBlock(first, inside, mark), ...docxBlocks(rest, inside)];
  return [paragraph(place, mark, '', []), ...docxBlocks(item.blocks, inside)];
}

function bookmarked(
  id: BlockId | null,
  { writing, anchor }: BlockPlace,
  children: readonly ParagraphChild[],
): ParagraphChild[] {
  if (id === null) return [...children];
  return [new Bookmark({ id: writing.place(anchor(id)), children: [...children] })];
}

const hairline = { style: 'single', size: 4, color: colour.line } as const;
const none = { style: 'none', size: 0, color: 'auto' } as const;

/** Lines between rows only. */
export const tableBorders = {
  top: none,
  bottom: hairline,
  left: none,
  right: none,
  insideHorizontal: hairline,
  insideVertical: none,
};

/** Between the text of neighbouring cells, in twentieths of a point. */
const cellMargin = 120;

function noteTable(rows: Parameters<typeof tableGrid>[0], place: BlockPlace): Table {
  const grid = tableGrid(rows);
  const columnWidth = Math.floor(place.width / grid.columns);
  const cell = (each: (typeof grid.cells)[number]): TableCell =>
    new TableCell({
      columnSpan: each.columns,
      rowSpan: each.rows,
      margins: { left: 0, right: cellMargin },
      children: cellBlocks(each.cell, {
        ...place,
        depth: 0,
        style: paragraphStyle.cell,
        width: columnWidth * each.columns,
      }),
    });
  return new Table({
    width: { size: columnWidth * grid.columns, type: WidthType.DXA },
    columnWidths: Array.from({ length: grid.columns }, () => columnWidth),
    borders: tableBorders,
    rows: rows.map(
      (_, row) =>
        new TableRow({
          tableHeader: row < grid.headerRows,
          children: grid.cells.filter((each) => each.row === row).map(cell),
        }),
    ),
  });
}

function cellBlocks(cell: NoteCell, place: BlockPlace): readonly (Paragraph | Table)[] {
  const [first] = cell.blocks;
  if (first === undefined) return [new Paragraph({ style: paragraphStyle.cell })];
  if (!cell.header || first.kind !== 'paragraph' || cell.blocks.length > 1)
    return docxBlocks(cell.blocks, place);
  return [
    new Paragraph({
      style: paragraphStyle.cell,
      bidirectional: readsRightToLeft(plainText(first.content)),
      children: bookmarked(first.id, place, runs(first.content, { bold: true, font: font.report })),
    }),
  ];
}

/** Images are no higher than this, in pixels at 96 to the inch: some of the text around stays on the page. */
const highest = 560;

/** Twentieths of a point that make such a pixel. */
const perPixel = 15;

const wordFormats = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif' } as const;

function imageRun(
  block: Extract<Block, { kind: 'image' }>,
  { writing, width, depth }: BlockPlace,
): ParagraphChild {
  const image = writing.images.get(block.image);
  // Word cannot show WebP.
  if (image === undefined || image.mediaType === 'image/webp')
    return new TextRun({ text: missingImageText(block.alt), color: colour.wait });
  const widest = Math.max(1, (width - depth * indentStep - cellMargin) / perPixel);
  const scale = Math.min(1, widest / image.width, highest / image.height);
  return new ImageRun({
    type: wordFormats[image.mediaType],
    data: image.bytes,
    transformation: { width: image.width * scale, height: image.height * scale },
    altText: { name: 'Image', title: block.alt, description: block.alt },
  });
}
