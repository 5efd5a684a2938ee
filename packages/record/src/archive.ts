import { idShape } from '@reportback/domain';
import { strToU8, zipSync } from 'fflate';
import { findingsCsv, pointsCsv } from './csv/csv.ts';
import { toDocx } from './docx/docx.ts';
import { noTypesetter } from './export-format.ts';
import { toHtml } from './html/html.ts';
import { type Images, noImages, type RecordedImage } from './images.ts';
import { toJson } from './json/json.ts';
import { toLatex } from './latex/latex.ts';
import { toMarkdown } from './markdown/markdown.ts';
import { loadTypesetter } from './pdf/load-typesetter.ts';
import type { WorkshopRecord } from './record.ts';
import { bibtex } from './report/citation.ts';
import { type Edition, undated } from './report/compose.ts';
import { type Scope, wholeEvent } from './scope.ts';

/** ZIP knows no earlier day; it stands for an export without a date. */
const earliest = Date.UTC(1980, 0, 2);

/**
 * The record of an event, a session or a table in every format, as one ZIP, with the images as files that Markdown and LaTeX
 * link to. It takes its processor for seconds on a large event: call it in a worker.
 * @param typesetter for computers that have none: then a sentence stands in for the PDF
 * @throws NotInRecord when the scope names something the record does not hold or must not tell apart
 */
export async function toArchive(
  record: WorkshopRecord,
  scope: Scope = wholeEvent,
  edition: Edition = undated,
  images: Images = noImages,
  typesetter = loadTypesetter,
): Promise<Uint8Array> {
  const toPdf = await typesetter();
  const paths = new Map(
    [...images].map(([name, image], index) => [name, imagePath(name, image, index)] as const),
  );
  const pathOf = (image: string): string | null => paths.get(image) ?? null;
  const files: Record<string, Uint8Array> = {
    'report.md': strToU8(toMarkdown(record, scope, edition, pathOf)),
    'report.html': strToU8(toHtml(record, scope, edition, images)),
    'report.docx': await toDocx(record, scope, edition, images),
    ...(toPdf === null
      ? { 'no-pdf.txt': strToU8(`${noTypesetter}\n`) }
      : { 'report.pdf': toPdf(record, scope, edition, images) }),
    'report.tex': strToU8(toLatex(record, scope, edition, pathOf)),
    'citation.bib': strToU8(`${bibtex(record)}\n`),
    'points.csv': strToU8(pointsCsv(record, scope)),
    'findings.csv': strToU8(findingsCsv(record, scope)),
    'record.json': strToU8(toJson(record, scope)),
  };
  for (const [name, image] of images) {
    const path = pathOf(name);
    if (path !== null) files[path] = image.bytes;
  }
  return zipSync(files, { mtime: edition.exportedAt ?? earliest });
}

const endings = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
} as const;

/** By its id, which a record's JSON calls it by; a record from elsewhere may have ids that are no file names. */
function imagePath(name: string, image: RecordedImage, index: number): string {
  const file = idShape.test(name) ? name : String(index + 1).padStart(3, '0');
  return `images/${file}.${endings[image.mediaType]}`;
}
