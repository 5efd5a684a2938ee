import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { type Images, noImages } from '../images.ts';
import type { WorkshopRecord } from '../record.ts';
import { composeReport, type Edition, undated } from '../report/compose.ts';
import { textLines } from '../report/part.ts';
import { type Scope, wholeEvent } from '../scope.ts';
import { fontFolders } from './fonts.ts';
import { imagePath, typstReport } from './typst-report.ts';

const templateFile = fileURLToPath(new URL('report.typ', import.meta.url));
const template = readFileSync(templateFile, 'utf8');

/** What the template may read: nothing but itself, and images that are held in memory. */
const workspace = dirname(templateFile);

/**
 * The record of an event, a session or a table as a tagged PDF, with bookmarks and links. It takes its processor for
 * seconds on a large event: call it in a worker. Equal input gives equal bytes.
 * @throws NotInRecord when the scope names something the record does not hold or must not tell apart
 */
export function toPdf(
  record: WorkshopRecord,
  scope: Scope = wholeEvent,
  edition: Edition = undated,
  images: Images = noImages,
): Uint8Array {
  const report = composeReport(record, scope, edition);
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fontFolders() }] });
  const shown = readableImages(compiler, images);
  const data = typstReport(report, textLines(record.workshop.organizers), shown);
  const compiled = compiler.compile({
    mainFileContent: template,
    inputs: { report: JSON.stringify(data) },
  });
  const document = compiled.result;
  if (document === null) {
    const problems = compiled.takeError()?.shortDiagnostics ?? [];
    throw new Error(`The report could not be set as pages: ${JSON.stringify(problems)}`);
  }
  return written(compiler, document);
}

/** The images that can be set; one broken file must not keep a whole report from being printed. */
function readableImages(compiler: NodeCompiler, images: Images): Images {
  return new Map(
    [...images].filter(([name, { bytes, width, height }]) => {
      if (width < 1 || height < 1) return false;
      const path = imagePath(name);
      compiler.mapShadow(join(workspace, path), Buffer.from(bytes));
      const probe = compiler.compile({ mainFileContent: `#image(${JSON.stringify(path)})` });
      return probe.result !== null;
    }),
  );
}

/**
 * PDF/UA-1 where the content allows it. It does not where no font at hand has a letter: then a tagged PDF that
 * shows a box for that letter is better than none.
 */
function written(compiler: NodeCompiler, document: NodeTypstDocument): Uint8Array {
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1' });
  } catch {
    return compiler.pdf(document, { pdfTags: true });
  }
}
