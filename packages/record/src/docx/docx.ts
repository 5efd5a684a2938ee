import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LeaderType,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readsRightToLeft } from '../direction.ts';
import { type Images, noImages } from '../images.ts';
import type { WorkshopRecord } from '../record.ts';
import { composeReport, type Edition, undated } from '../report/compose.ts';
import { type Report, textLines } from '../report/part.ts';
import { type Scope, wholeEvent } from '../scope.ts';
import { textRun } from './inlines.ts';
import { docxPart, docxSpans, plainParagraph } from './parts.ts';
import {
  bulletLevels,
  colour,
  font,
  levelIndent,
  page,
  paragraphStyle,
  styles,
  titleSize,
} from './style.ts';
import { bullets, DocxWriting } from './writing.ts';

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
    ...report.sections.flatMap((section, position) => docxPart(section, writing, position === 0)),
    ...report.colophon.map((line, position) =>
      plainParagraph(paragraphStyle.meta, line, position === 0 ? { before: 400 } : {}),
    ),
  ];
  const document = new Document({
    title: report.title,
    subject: report.overline,
    creator: textLines(record.workshop.organizers).join(', '),
    lastModifiedBy: 'Reportback',
    ...(report.frozen !== null && {
      customProperties: [{ name: 'Record hash', value: report.frozen.hash }],
    }),
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
  return dated(await Packer.toBuffer(document), edition.exportedAt);
}

/** ZIP knows no earlier day; it stands for an export without a date. */
const earliest = Date.UTC(1980, 0, 2);

/** The file with the date of the export instead of that of its making, so that equal records give equal bytes. */
function dated(bytes: Uint8Array, exportedAt: number | null): Uint8Array {
  const mtime = exportedAt ?? earliest;
  const files = unzipSync(bytes);
  const core = files['docProps/core.xml'];
  if (core !== undefined)
    files['docProps/core.xml'] = strToU8(
      strFromU8(core).replace(
        /(<dcterms:(created|modified)[^>]*>)[^<]*/g,
        `$1${new Date(mtime).toISOString()}`,
      ),
    );
  return zipSync(files, { mtime });
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
      children: [textRun(report.title, { size: titleSize(report.title) })],
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
                  ...docxSpans([entry.name], writing),
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
