import { unreachable } from '@reportback/domain';
import {
  Bookmark,
  HeadingLevel,
  InternalHyperlink,
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
import { anchorOf } from '../report/anchors.ts';
import type { Entry, Part, Section, Span, Tone } from '../report/part.ts';
import { columnShares, spanText } from '../report/span-text.ts';
import { docxBlocks, tableBorders } from './blocks.ts';
import { runs, textRun } from './inlines.ts';
import { font, levelIndent, paragraphStyle, textWidth } from './style.ts';
import { bullets, type DocxWriting } from './writing.ts';

/** A part of the report as Word's paragraphs and tables. */
export function docxPart(each: Part, writing: DocxWriting, first = false): (Paragraph | Table)[] {
  switch (each.kind) {
    case 'section':
      return [
        sectionHeading(each, writing, first),
        ...each.parts.flatMap((inside) => docxPart(inside, writing)),
      ];
    case 'line':
      return [
        new Paragraph({
          ...toneOptions(each.tone),
          bidirectional: readsRightToLeft(spanText(each.content)),
          children: docxSpans(each.content, writing),
        }),
      ];
    case 'entries': {
      const reference = each.numbered ? writing.numbered(0, 1) : bullets;
      return each.entries.flatMap((entry) => entryParagraphs(entry, reference, writing));
    }
    case 'grid':
      return [gridTable(each, writing), new Paragraph({ spacing: { after: 60 } })];
    case 'written':
      return docxBlocks(each.blocks, {
        writing,
        anchor: (id) => anchorOf.block(each.anchors, id),
        level: each.level,
        depth: 0,
        style: paragraphStyle.written,
        width: textWidth,
      });
    case 'source':
      return [
        new Paragraph({
          style: paragraphStyle.code,
          children: each.text
            .split('\n')
            .map((text, line) => new TextRun(line === 0 ? { text } : { text, break: 1 })),
        }),
      ];
    default:
      return unreachable(each);
  }
}

function sectionHeading(section: Section, writing: DocxWriting, first: boolean): Paragraph {
  const long = section.parts.some((inside) => inside.kind === 'section');
  return new Paragraph({
    heading: sectionLevel(section.level),
    pageBreakBefore: section.level === 2 && (first || long),
    bidirectional: readsRightToLeft(section.title),
    children: [
      new Bookmark({ id: writing.place(section.anchor), children: [textRun(section.title)] }),
    ],
  });
}

function sectionLevel(level: Section['level']) {
  switch (level) {
    case 2:
      return HeadingLevel.HEADING_1;
    case 3:
      return HeadingLevel.HEADING_2;
    case 4:
      return HeadingLevel.HEADING_3;
    default:
      return unreachable(level);
  }
}

function toneOptions(tone: Tone): Pick<IParagraphOptions, 'style' | 'spacing'> {
  switch (tone) {
    case 'body':
      return { spacing: { before: 120 } };
    case 'lead':
    case 'meta':
    case 'prompt':
    case 'gap':
    case 'slot':
    case 'notice':
      return { style: paragraphStyle[tone] };
    default:
      return unreachable(tone);
  }
}

function entryParagraphs(entry: Entry, reference: string, writing: DocxWriting): Paragraph[] {
  const content = docxSpans(entry.content, writing);
  return [
    new Paragraph({
      keepNext: entry.details.length > 0,
      numbering: { reference, level: 0 },
      indent: levelIndent(0),
      spacing: { before: 100, after: 40 },
      bidirectional: readsRightToLeft(spanText(entry.content)),
      children:
        entry.anchor === null
          ? content
          : [new Bookmark({ id: writing.place(entry.anchor), children: content })],
    }),
    ...entry.details.map(
      (detail) =>
        new Paragraph({
          style: paragraphStyle.detail,
          bidirectional: readsRightToLeft(spanText(detail)),
          children: docxSpans(detail, writing),
        }),
    ),
  ];
}

function gridTable(grid: Extract<Part, { kind: 'grid' }>, writing: DocxWriting): Table {
  const shares = columnShares(grid.columns, grid.rows);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((textWidth * share) / total));
  const cell = (children: ParagraphChild[], rightToLeft: boolean): TableCell =>
    new TableCell({
      margins: { left: 0, right: 160 },
      children: [
        new Paragraph({ style: paragraphStyle.cell, bidirectional: rightToLeft, children }),
      ],
    });
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: tableBorders,
    rows: [
      new TableRow({
        tableHeader: true,
        children: grid.columns.map((text) => cell([new TextRun({ text, bold: true })], false)),
      }),
      ...grid.rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((content) =>
              cell(docxSpans(content, writing), readsRightToLeft(spanText(content))),
            ),
          }),
      ),
    ],
  });
}

/** A run of spans as Word's runs and links. */
export function docxSpans(content: readonly Span[], writing: DocxWriting): ParagraphChild[] {
  return content.flatMap((span): ParagraphChild[] => {
    switch (span.kind) {
      case 'words':
        return [textRun(span.text, { bold: span.strong })];
      case 'written':
        return runs(span.content, { font: font.people });
      case 'see':
        return [
          new InternalHyperlink({
            anchor: writing.place(span.anchor),
            children: [new TextRun({ text: span.text, style: 'Hyperlink' })],
          }),
        ];
      default:
        return unreachable(span);
    }
  });
}

/** A paragraph of plain words. */
export function plainParagraph(
  style: string,
  text: string,
  spacing: IParagraphOptions['spacing'] = {},
): Paragraph {
  return new Paragraph({
    style,
    spacing,
    bidirectional: readsRightToLeft(text),
    children: [textRun(text)],
  });
}
