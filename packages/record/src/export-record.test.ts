import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { archive } from './archive.ts';
import { buildRecord } from './build-record.ts';
import { exportBeside } from './export-beside.ts';
import { FormatUnavailable } from './export-format.ts';
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

const newFolder = () => mkdtempDisposable(path.join(tmpdir(), 'reportback-export-'));

const chart = Uint8Array.of(0x89, 0x50);
const images = new Map([
  ['chart', { mediaType: 'image/png', bytes: chart, width: 9, height: 9 } as const],
]);
const withChart = buildRecord(withNote([{ kind: 'image', image: 'chart', alt: 'A chart' }]));

test('a process of its own writes what this one would write', async () => {
  await using folder = await newFolder();
  const wanted = { ...request, record: withChart, images, format: 'html' } as const;
  const file = await exportBeside(wanted, folder.path);
  expect(readFileSync(file)).toEqual(Buffer.from(await exportRecord(wanted)));
});

test('the archive is written piece by piece, and holds what one made at once does', async () => {
  await using folder = await newFolder();
  const wanted = { ...request, record: withChart, images, format: 'zip' } as const;
  const file = await exportBeside(wanted, folder.path);
  const made = unzipSync(await exportRecord(wanted));
  const written = unzipSync(readFileSync(file));
  expect(Object.keys(written)).toEqual(Object.keys(made));
  for (const [name, bytes] of Object.entries(made)) {
    // The docx library goes on counting its ids from one document of a process to the next.
    if (!name.endsWith('.docx')) expect(written[name], name).toEqual(bytes);
  }
  expect(readdirSync(folder.path).toSorted()).toEqual(['export']);
});

test('a refusal comes out of the process as it is', async () => {
  await using folder = await newFolder();
  const none = buildRecord({ ...exampleInput, attribution: 'none' });
  const scope = { session: null, group: none.groups[0]?.id ?? null };
  const wanted = { ...request, record: none, scope };
  await expect(exportBeside(wanted, folder.path)).rejects.toThrow(NotInRecord);
});

test('an export that nobody waits for is given up', async () => {
  await using folder = await newFolder();
  const gone = new AbortController();
  const export_ = exportBeside({ ...request, format: 'zip' }, folder.path, gone.signal);
  gone.abort(new Error('The browser went away.'));
  await expect(export_).rejects.toThrow('The browser went away.');
  expect(existsSync(path.join(folder.path, 'export'))).toBe(false);
});

/** The ids of the processes that a process has begun, and those that they have. */
function begunBy(pid: number | string): string[] {
  const here = `/proc/${pid}/task/${pid}/children`;
  const children = existsSync(here) ? readFileSync(here, 'utf8').split(' ').filter(Boolean) : [];
  return children.flatMap((child) => [child, ...begunBy(child)]);
}

test.runIf(process.platform === 'linux')(
  'an archive that is given up while a part is set leaves no process behind',
  async () => {
    await using folder = await newFolder();
    const before = new Set(begunBy(process.pid));
    const begun = () => begunBy(process.pid).filter((pid) => !before.has(pid));
    const gone = new AbortController();
    const export_ = exportBeside({ ...request, format: 'zip' }, folder.path, gone.signal);
    const pids = await vi.waitFor(
      () => {
        const found = begun();
        expect(found).toHaveLength(2);
        return found;
      },
      { timeout: 20_000, interval: 5 },
    );
    gone.abort(new Error('The browser went away.'));
    await expect(export_).rejects.toThrow('The browser went away.');
    expect(pids.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
  },
);

test('the archive holds every format, and the images that Markdown links to', async () => {
  const zip = await exportRecord({ ...request, record: withChart, format: 'zip', images });
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
  expect(strFromU8(files['report.md'] ?? chart)).toContain('![A chart](images/chart.png)');
  expect(files['images/chart.png']).toEqual(chart);
});

test('on a computer without the typesetter the archive says so, and holds the rest', async () => {
  const pieces = archive(request, async (wanted) => {
    if (wanted.format === 'pdf') throw new FormatUnavailable('PDF cannot be made here.');
    return exportRecord(wanted);
  });
  const zip: Uint8Array[] = [];
  for await (const piece of pieces) zip.push(piece);
  const files = unzipSync(Buffer.concat(zip));
  expect(Object.keys(files)).not.toContain('report.pdf');
  expect(strFromU8(files['no-pdf.txt'] ?? new Uint8Array())).toContain('PDF cannot be made');
});
