import { toMarkdown, type WorkshopRecord, writtenTexts } from '@reportback/record';
import { pointsCsv } from '@reportback/record/csv';
import { toDocx } from '@reportback/record/docx';
import { toHtml } from '@reportback/record/html';
import { readRecord, recordHash, toJson } from '@reportback/record/json';
import { toLatex } from '@reportback/record/latex';
import { toPdf } from '@reportback/record/pdf';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Findings, type SuiteResult, type SuiteSize } from '../language/suite.ts';
import { largeEvent } from '../speed/measure/large-event.ts';
import { linkedDocx, linkedHtml, linkedMarkdown } from './linked-markup.ts';
import { broken, letters, type Passing } from './linked-text.ts';

const sessions = 4;
/** What a table's card and note of one session take. */
const pagesATable = 2;

/**
 * An event of so many pages in each format: every line is in it, every link leads somewhere, and the PDF's contents
 * and feet tell the pages that things are on.
 */
export async function longEventSuite(
  name: string,
  { runs: pages, seed }: SuiteSize,
): Promise<SuiteResult> {
  const findings = new Findings();
  const record = largeEvent(Math.ceil(pages / pagesATable / sessions), sessions, seed);
  const markdown = toMarkdown(record);
  missing(record, 'Markdown', markdown, findings);
  unlinked('Markdown', linkedMarkdown(markdown), findings);
  const html = toHtml(record);
  missing(record, 'HTML', html, findings);
  unlinked('HTML', linkedHtml(html), findings);
  const docx = linkedDocx(await toDocx(record));
  const words = docx.map((each) => ('text' in each ? each.text : '')).join('');
  missing(record, 'DOCX', words, findings);
  unlinked('DOCX', docx, findings);
  missing(record, 'LaTeX', toLatex(record), findings);
  const rows = pointsCsv(record).trimEnd().split('\r\n').length - 1;
  const points = record.sessions.flatMap(({ groups }) => groups.flatMap(({ card }) => card.points));
  if (rows !== points.length) findings.lose(1, `CSV: ${rows} rows for ${points.length} points`);
  const read = readRecord(toJson(record));
  if (read.is === 'problem' || recordHash(read.record) !== recordHash(record))
    findings.lose(1, 'JSON: another record was read than was written');
  const set = await checkPages(record, findings);
  return findings.result(name, `${set} pages`, seed);
}

function missing(record: WorkshopRecord, format: string, text: string, findings: Findings): void {
  const told = letters(text);
  const lost = writtenTexts(record).filter((each) => !told.includes(letters(each.text)));
  if (lost.length > 0)
    findings.lose(lost.length, `${format}: lacks ${lost.length} lines, such as “${lost[0]?.text}”`);
}

function unlinked(format: string, document: readonly Passing[], findings: Findings): void {
  for (const each of broken(document)) findings.lose(1, `${format}: ${each}`);
}

/** @returns how many pages there are */
async function checkPages(record: WorkshopRecord, findings: Findings): Promise<number> {
  const loading = getDocument({ data: new Uint8Array(toPdf(record)), verbosity: 0 });
  const pdf = await loading.promise;
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const strings = items.flatMap((item) => ('str' in item ? [item.str.trim()] : []));
    if (number > 1 && !strings.includes(String(number)))
      findings.lose(1, `PDF: page ${number} does not tell its number`);
    texts.push(strings.join(''));
  }
  missing(record, 'PDF', texts.join(''), findings);
  const contents = letters(texts[0] ?? '');
  for (const { title, dest } of (await pdf.getOutline()) ?? []) {
    const explicit = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
    const page = (await pdf.getPageIndex(explicit?.[0])) + 1;
    if (!contents.includes(`${letters(title)}${page}`))
      findings.lose(1, `PDF: “${title}” is on page ${page}, and the contents tell another`);
  }
  const { numPages } = pdf;
  await loading.destroy();
  return numPages;
}
