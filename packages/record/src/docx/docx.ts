import { unreachable } from '@reportback/domain';
import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  Header,
  HeadingLevel,
  InternalHyperlink,
  LeaderType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { readsRightToLeft } from '../direction.ts';
import { type Images, noImages } from '../images.ts';
import type { WorkshopRecord } from '../record.ts';
import { anchorOf } from '../report/anchors.ts';
import { composeReport, type Edition, undated } from '../report/compose.ts';
import {
  type Entry,
  type Part,
  type Report,
  type Section,
  type Span,
  type Tone,
  textLines,
} from '../report/part.ts';
import { columnShares, spanText } from '../report/span-text.ts';
import { type Scope, wholeEvent } from '../scope.ts';
import { docxBlocks, tableBorders } from './blocks.ts';
import { runs, textRun } from './inlines.ts';
import { bulletLevels, colour, font, levelIndent, paragraphStyle, styles } from './style.ts';
import { bullets, DocxWriting } from './writing.ts';

/** A4 with 25 mm at the sides, in twentieths of a point. */
const page = { width: 11906, height: 16838, side: 1417, top: 1530, bottom: 1417 };
const textWidth = page.width - 2 * page.side;

/**
 * The record of an event, a session or a table for Word and LibreOffice: styles, lists, tables and links of their
 * own kind, and contents that are filled in, so that nothing is asked when it is opened.
 * @throws NotInRecord when the scope names something the record does not hold or must not tell apart
 */
export async function toDocx(
  record: WorkshopRecord,
  scope: Scope = wholeEvent,
  edition: Edition = undated,
  images: Images = noImages,
): Promise<Uint8Array> {
  const report = composeReport(record, scope, edition);
  const writing = new DocxWriting(images);
  const children = [
    ...titlePage(report, writing),
    ...report.sections.flatMap((section, position) => part(section, writing, position === 0)),
    ...report.colophon.map((line) => plainParagraph(paragraphStyle.meta, line)),
  ];
  const document = new Document({
    title: report.title,
    subject: report.overline,
    creator: textLines(record.workshop.organizers).join(', '),
    lastModifiedBy: 'Reportback',
    styles,
    numbering: { config: [{ reference: bullets, levels: bulletLevels }, ...writing.lists] },
    ...(isWorthEstimating(record) ? { pageNumbers: estimatePageNumbersWith({ guess: true }) } : {}),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.top, bottom: page.bottom, left: page.side, right: page.side },
          },
        },
        headers: {
          default: new Header({ children: [plainParagraph(paragraphStyle.meta, report.workshop)] }),
          first: new Header({ children: [new Paragraph({})] }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                style: paragraphStyle.meta,
                alignment: AlignmentType.END,
                children: [new TextRun({ children: [PageNumber.CURRENT] })],
              }),
            ],
          }),
          first: new Footer({ children: [new Paragraph({})] }),
        },
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
}

/**
 * Laying out the pages to number the contents takes about 40 ms a card. Beyond this many cards the contents are links
 * without numbers, until Word is asked to update them.
 */
const cardsWorthEstimating = 60;

function isWorthEstimating(record: WorkshopRecord): boolean {
  return record.groups.length * record.sessions.length <= cardsWorthEstimating;
}

function titlePage(report: Report, writing: DocxWriting): (Paragraph | TableOfContents)[] {
  const { highlights } = report;
  const numbers = highlights === null ? '' : writing.numbered(0, 1);
  return [
    plainParagraph(paragraphStyle.overline, report.overline),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      bidirectional: readsRightToLeft(report.title),
      children: [textRun(report.title)],
    }),
    ...report.facts.map((fact) => plainParagraph(paragraphStyle.fact, fact)),
    ...(report.notice === null ? [] : [plainParagraph(paragraphStyle.notice, report.notice)]),
    ...(highlights === null
      ? []
      : [
          plainParagraph(paragraphStyle.rubric, highlights.title),
          ...highlights.entries.map(
            (entry) =>
              new Paragraph({
                style: paragraphStyle.written,
                numbering: { reference: numbers, level: 0 },
                indent: levelIndent(0),
                children: [
                  ...spans([entry.name], writing),
                  new TextRun({ break: 1 }),
                  new TextRun({
                    text: entry.detail,
                    font: font.report,
                    color: colour.soft,
                    size: 19,
                  }),
                ],
              }),
          ),
          plainParagraph(paragraphStyle.meta, highlights.note),
        ]),
    ...(report.sections.length < 2
      ? []
      : [
          plainParagraph(paragraphStyle.rubric, 'Contents'),
          new TableOfContents('Contents', {
            hyperlink: true,
            headingStyleRange: '1-1',
            tabLeader: LeaderType.NONE,
            // Word would ask to update the contents when it opens the file.
            beginDirty: false,
          }),
        ]),
  ];
}

function part(each: Part, writing: DocxWriting, first = false): (Paragraph | Table)[] {
  switch (each.kind) {
    case 'section':
      return [
        sectionHeading(each, writing, first),
        ...each.parts.flatMap((inside) => part(inside, writing)),
      ];
    case 'line':
      return [
        new Paragraph({
          ...toneOptions(each.tone),
          bidirectional: readsRightToLeft(spanText(each.content)),
          children: spans(each.content, writing),
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

function toneOptions(tone: Tone): { readonly style?: string } {
  switch (tone) {
    case 'body':
      return {};
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
  const content = spans(entry.content, writing);
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
          children: spans(detail, writing),
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
              cell(spans(content, writing), readsRightToLeft(spanText(content))),
            ),
          }),
      ),
    ],
  });
}

function spans(content: readonly Span[], writing: DocxWriting): ParagraphChild[] {
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

function plainParagraph(style: string, text: string): Paragraph {
  return new Paragraph({
    style,
    bidirectional: readsRightToLeft(text),
    children: [textRun(text)],
  });
}
