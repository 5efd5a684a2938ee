import { idShape } from '@reportback/domain';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { findingsCsv, pointsCsv } from './csv/csv.ts';
import { type ExportFormat, FormatUnavailable } from './export-format.ts';
import type { ExportRequest } from './export-record.ts';
import { htmlPieces } from './html/html.ts';
import type { RecordedImage } from './images.ts';
import { toJson } from './json/json.ts';
import { toLatex } from './latex/latex.ts';
import { toMarkdown } from './markdown/markdown.ts';
import { bibtex } from './report/citation.ts';

/** ZIP knows no earlier day; it stands for an export without a date. */
const earliest = Date.UTC(1980, 0, 2);

/**
 * The record of an event, a session or a table in every format, as one ZIP, with the images as files that Markdown and LaTeX
 * link to. One file after another is written, put in and let go of.
 * @param make writes the formats that take much memory; where PDF is unavailable, a sentence stands in for it
 * @returns the ZIP's bytes, piece by piece
 * @throws NotInRecord when the scope names something the record does not hold or must not tell apart
 */
export async function* archive(
  request: Omit<ExportRequest, 'format'>,
  make: (request: ExportRequest) => Promise<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    ready.push(chunk);
  });
  const mtime = request.edition.exportedAt ?? earliest;
  for await (const { name, pieces, isPacked } of filesOf(request, make)) {
    const file = Object.assign(new ZipDeflate(name, { level: isPacked ? 0 : 6 }), { mtime });
    zip.add(file);
    for (const piece of pieces) {
      file.push(piece);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready;
}

interface ArchivedFile {
  readonly name: string;
  readonly pieces: Iterable<Uint8Array>;
  /** What is packed already would not get smaller. */
  readonly isPacked: boolean;
}

async function* filesOf(
  request: Omit<ExportRequest, 'format'>,
  make: (request: ExportRequest) => Promise<Uint8Array>,
): AsyncGenerator<ArchivedFile> {
  const { record, scope, edition, images } = request;
  const paths = new Map(
    [...images].map(([name, image], index) => [name, imagePath(name, image, index)] as const),
  );
  const pathOf = (image: string): string | null => paths.get(image) ?? null;
  const text = (name: string, content: string): ArchivedFile => {
    return { name, pieces: [strToU8(content)], isPacked: false };
  };
  const made = async (format: ExportFormat): Promise<ArchivedFile> => {
    const bytes = await make({ ...request, format });
    return { name: `report.${format}`, pieces: [bytes], isPacked: format === 'docx' };
  };
  // The largest first, while nothing else is held here.
  try {
    yield await made('pdf');
  } catch (error) {
    if (!(error instanceof FormatUnavailable)) throw error;
    yield text('no-pdf.txt', `${error.message}\n`);
  }
  yield await made('docx');
  yield text('report.md', toMarkdown(record, scope, edition, pathOf));
  yield {
    name: 'report.html',
    pieces: encoded(htmlPieces(record, scope, edition, images)),
    isPacked: false,
  };
  yield text('report.tex', toLatex(record, scope, edition, pathOf));
  yield text('citation.bib', `${bibtex(record)}\n`);
  yield text('points.csv', pointsCsv(record, scope));
  yield text('findings.csv', findingsCsv(record, scope));
  yield text('record.json', toJson(record, scope));
  for (const [name, image] of images) {
    const path = pathOf(name);
    if (path !== null) yield { name: path, pieces: [image.bytes], isPacked: true };
  }
}

function* encoded(texts: Iterable<string>): Generator<Uint8Array> {
  for (const text of texts) yield strToU8(text);
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
