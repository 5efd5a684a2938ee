import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { toArchive } from './archive.ts';
import { buildRecord } from './build-record.ts';
import { exportBeside } from './export-beside.ts';
import { exportFormats } from './export-format.ts';
import { type ExportRequest, exportRecord } from './export-record.ts';
import { noImages } from './images.ts';
import { undated } from './report/compose.ts';
import { NotInRecord, wholeEvent } from './scope.ts';
import { exampleInput, withNote } from './testing/example-input.ts';

const request: ExportRequest = {
  record: buildRecord(exampleInput),
  format: 'md',
  scope: wholeEvent,
  edition: undated,
  images: noImages,
};

test.each(exportFormats)('%s is made in a thread of its own', async (format) => {
  const bytes = await exportBeside({ ...request, format });
  expect(bytes.length).toBeGreaterThan(100);
});

test('the thread writes what this one would write', async () => {
  expect(await exportBeside({ ...request, format: 'html' })).toEqual(
    await exportRecord({ ...request, format: 'html' }),
  );
});

test('a refusal comes out of the thread as it is', async () => {
  const none = buildRecord({ ...exampleInput, attribution: 'none' });
  const scope = { session: null, group: none.groups[0]?.id ?? null };
  await expect(exportBeside({ ...request, record: none, scope })).rejects.toThrow(NotInRecord);
});

test('an export that nobody waits for is given up', async () => {
  const gone = new AbortController();
  const export_ = exportBeside({ ...request, format: 'zip' }, gone.signal);
  gone.abort(new Error('The browser went away.'));
  await expect(export_).rejects.toThrow('The browser went away.');
});

test('the archive holds every format, and the images that Markdown links to', async () => {
  const bytes = Uint8Array.of(0x89, 0x50);
  const zip = await exportRecord({
    ...request,
    record: buildRecord(withNote([{ kind: 'image', image: 'chart', alt: 'A chart' }])),
    format: 'zip',
    images: new Map([['chart', { mediaType: 'image/png', bytes, width: 9, height: 9 }]]),
  });
  const files = unzipSync(zip);
  expect(Object.keys(files).toSorted()).toEqual([
    'citation.bib',
    'findings.csv',
    'images/chart.png',
    'points.csv',
    'record.json',
    'report.docx',
    'report.html',
    'report.md',
    'report.pdf',
    'report.tex',
  ]);
  expect(strFromU8(files['report.md'] ?? bytes)).toContain('![A chart](images/chart.png)');
  expect(files['images/chart.png']).toEqual(bytes);
});

test('on a computer without the typesetter the archive says so, and holds the rest', async () => {
  const zip = await toArchive(request.record, wholeEvent, undated, noImages, async () => null);
  const files = unzipSync(zip);
  expect(Object.keys(files)).not.toContain('report.pdf');
  expect(strFromU8(files['no-pdf.txt'] ?? new Uint8Array())).toContain('PDF cannot be made');
});
