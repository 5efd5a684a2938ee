import { type Block, type Inline, type ListItem, plainText, unreachable } from '@reportback/domain';
import { type Images, missingImageText, type RecordedImage } from '../images.ts';
import { anchorOf, anchorsUsed } from '../report/anchors.ts';
import type { Part, Report, Section, Span } from '../report/part.ts';
import { columnShares, spanText } from '../report/span-text.ts';
import { tableGrid } from '../table-grid.ts';

/** JSON for `report.typ`; its shape is agreed between these two files alone. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Typst refuses longer addresses; the words of the link stay. */
const longestLink = 4000;

/** What fits between the margins of an A4 page, in points. */
const room = { width: 450, height: 420 };

/** Points to a pixel, so that a screenshot prints about as large as it was seen. */
const pointsPerPixel = 0.75;

/** An entry of more lines than this may break over pages. */
const linesThatStayTogether = 8;

interface Setting {
  readonly images: Images;
  /** Places that links lead to. A label at every paragraph would cost the typesetter time and memory for nothing. */
  readonly used: ReadonlySet<string>;
}

function ifUsed(anchor: string | null, { used }: Setting): string | null {
  return anchor !== null && used.has(anchor) ? anchor : null;
}

/** The report as the template takes it. */
export function typstReport(report: Report, authors: readonly string[], images: Images): Json {
  const setting: Setting = { images, used: anchorsUsed(report) };
  return {
    title: report.title,
    overline: report.overline,
    facts: report.facts,
    notice: report.notice,
    workshop: report.workshop,
    colophon: report.colophon,
    authors,
    keywords: ['workshop report', ...(report.frozen === null ? [] : [report.frozen.hash])],
    highlights:
      report.highlights === null
        ? null
        : {
            title: report.highlights.title,
            note: report.highlights.note,
            entries: report.highlights.entries.map((entry) => ({
              name: span(entry.name),
              detail: entry.detail,
            })),
          },
    sections: report.sections.map((each, position) => section(each, setting, position === 0)),
  };
}

/** Where an image lies for the template. */
export function imagePath(image: string): string {
  return `/images/${Buffer.from(image).toString('hex')}`;
}

/** In points; the height follows. */
function printedWidth({ width, height }: RecordedImage): number {
  const scale = Math.min(pointsPerPixel, room.width / width, room.height / height);
  return width * scale;
}

function section(each: Section, setting: Setting, first: boolean): Json {
  return {
    kind: 'section',
    level: each.level,
    anchor: each.anchor,
    title: each.title,
    // Chapters with sections of their own begin a page; short ones follow each other.
    fresh: each.level === 2 && !first && each.parts.some((inside) => inside.kind === 'section'),
    parts: each.parts.map((inside) => part(inside, setting)),
  };
}

function part(each: Part, setting: Setting): Json {
  switch (each.kind) {
    case 'section':
      return section(each, setting, false);
    case 'line':
      return { kind: 'line', tone: each.tone, ...run(each.content) };
    case 'entries':
      return {
        kind: 'entries',
        numbered: each.numbered,
        entries: each.entries.map((entry) => ({
          anchor: ifUsed(entry.anchor, setting),
          ...run(entry.content),
          details: entry.details.map(run),
          long: entry.details.length > linesThatStayTogether,
        })),
      };
    case 'grid':
      return {
        kind: 'grid',
        columns: each.columns,
        widths: columnShares(each.columns, each.rows),
        rows: each.rows.map((row) => row.map(run)),
      };
    case 'written':
      return {
        kind: 'written',
        level: each.level,
        blocks: blocks(each.blocks, { ...setting, anchors: each.anchors }),
      };
    case 'source':
      return { kind: 'source', text: each.text };
    default:
      return unreachable(each);
  }
}

function run(content: readonly Span[]): { readonly plain: string; readonly content: Json } {
  return { plain: spanText(content), content: content.map(span) };
}

function span(each: Span): Json {
  switch (each.kind) {
    case 'words':
      return { kind: 'words', text: each.text, strong: each.strong };
    case 'written':
      return { kind: 'written', plain: plainText(each.content), content: inlines(each.content) };
    case 'see':
      return { kind: 'see', anchor: each.anchor, text: each.text };
    default:
      return unreachable(each);
  }
}

function inlines(content: readonly Inline[]): Json {
  return content.map((inline): Json => {
    if (inline.kind === 'line-break') return { kind: 'line-break' };
    const isCode = inline.marks.some((mark) => mark.kind === 'code');
    return {
      kind: isCode ? 'code' : 'text',
      text: inline.text,
      marks: inline.marks.flatMap((mark): readonly Json[] => {
        switch (mark.kind) {
          case 'link':
            return mark.href.length > longestLink ? [] : [{ kind: 'link', href: mark.href }];
          case 'bold':
          case 'italic':
          case 'underline':
          case 'strike':
          case 'highlight':
            return [{ kind: mark.kind }];
          case 'code':
            return [];
          default:
            return unreachable(mark);
        }
      }),
    };
  });
}

interface Writing extends Setting {
  readonly anchors: string;
}

function blocks(all: readonly Block[], writing: Writing): readonly Json[] {
  return all.map((block) => blockJson(block, writing));
}

function blockJson(block: Block, writing: Writing): Json {
  const items = (all: readonly ListItem[]): Json => all.map((item) => blocks(item.blocks, writing));
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return {
        kind: block.kind,
        level: block.kind === 'heading' ? block.level : 0,
        anchor:
          block.id === null ? null : ifUsed(anchorOf.block(writing.anchors, block.id), writing),
        plain: plainText(block.content),
        content: inlines(block.content),
      };
    case 'bullet-list':
      return { kind: 'bullet-list', items: items(block.items) };
    case 'ordered-list':
      return { kind: 'ordered-list', start: block.start, items: items(block.items) };
    case 'check-list':
      return {
        kind: 'check-list',
        items: block.items.map((item) => ({
          checked: item.checked,
          blocks: blocks(item.blocks, writing),
        })),
      };
    case 'quote':
      return { kind: 'quote', blocks: blocks(block.blocks, writing) };
    case 'code':
      return { kind: 'code', text: block.text };
    case 'table': {
      const grid = tableGrid(block.rows);
      return {
        kind: 'table',
        columns: grid.columns,
        headerRows: grid.headerRows,
        headerCells: grid.cells.filter((each) => each.row < grid.headerRows).length,
        cells: grid.cells.map(({ cell, row, column, rows, columns }) => ({
          row,
          column,
          rows,
          columns,
          header: cell.header,
          blocks: blocks(cell.blocks, writing),
        })),
      };
    }
    case 'image': {
      const image = writing.images.get(block.image);
      return {
        kind: 'image',
        path: image === undefined ? null : imagePath(block.image),
        alt: block.alt === '' ? 'Image' : block.alt,
        width: image === undefined ? 0 : printedWidth(image),
        missing: missingImageText(block.alt),
      };
    }
    case 'rule':
      return { kind: 'rule' };
    default:
      return unreachable(block);
  }
}
