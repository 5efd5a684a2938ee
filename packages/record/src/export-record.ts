import { unreachable } from '@reportback/domain';
import { type ExportFormat, FormatUnavailable, noTypesetter } from './export-format.ts';
import type { Images } from './images.ts';
import type { WorkshopRecord } from './record.ts';
import type { Edition } from './report/compose.ts';
import type { Scope } from './scope.ts';

export interface ExportRequest {
  readonly record: WorkshopRecord;
  readonly format: ExportFormat;
  readonly scope: Scope;
  readonly edition: Edition;
  readonly images: Images;
}

/**
 * The bytes of an export. Each format's libraries are loaded when it is first asked for. DOCX, PDF and ZIP take their
 * processor for seconds on a large event and much memory: a server uses `exportBeside`.
 * @throws NotInRecord when the scope names something the record does not hold or must not tell apart
 * @throws FormatUnavailable for a PDF on a computer that the typesetter was not built for
 */
export async function exportRecord(request: ExportRequest): Promise<Uint8Array> {
  const { record, format, scope, edition, images } = request;
  const utf8 = new TextEncoder();
  switch (format) {
    case 'md': {
      const { toMarkdown } = await import('./markdown/markdown.ts');
      return utf8.encode(toMarkdown(record, scope, edition));
    }
    case 'html': {
      const { htmlPieces } = await import('./html/html.ts');
      return joined(
        [...htmlPieces(record, scope, edition, images)].map((text) => utf8.encode(text)),
      );
    }
    case 'docx': {
      const { toDocx } = await import('./docx/docx.ts');
      return toDocx(record, scope, edition, images);
    }
    case 'pdf': {
      const { loadTypesetter } = await import('./pdf/load-typesetter.ts');
      const toPdf = await loadTypesetter();
      if (toPdf === null) throw new FormatUnavailable(noTypesetter);
      return toPdf(record, scope, edition, images);
    }
    case 'tex': {
      const { toLatex } = await import('./latex/latex.ts');
      return utf8.encode(toLatex(record, scope, edition));
    }
    case 'csv': {
      const { pointsCsv } = await import('./csv/csv.ts');
      return utf8.encode(pointsCsv(record, scope));
    }
    case 'csv-findings': {
      const { findingsCsv } = await import('./csv/csv.ts');
      return utf8.encode(findingsCsv(record, scope));
    }
    case 'json': {
      const { toJson } = await import('./json/json.ts');
      return utf8.encode(toJson(record, scope));
    }
    case 'zip': {
      const { archive } = await import('./archive.ts');
      const pieces: Uint8Array[] = [];
      for await (const piece of archive(request, exportRecord)) pieces.push(piece);
      return joined(pieces);
    }
    default:
      return unreachable(format);
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let end = 0;
  for (const piece of pieces) {
    whole.set(piece, end);
    end += piece.length;
  }
  return whole;
}
