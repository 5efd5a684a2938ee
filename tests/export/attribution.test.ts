import {
  type Attribution,
  buildRecord,
  exportFileName,
  type Images,
  undated,
  wholeEvent,
} from '@reportback/record';
import { exportRecord } from '@reportback/record/export';
import { exampleInput, paragraph } from '@reportback/record/testing';
import { unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { soundImage } from '../../apps/server/src/images/sound-image.ts';
import { everyByte } from './every-byte.ts';

/** In its fields only: what people wrote into a note is theirs, and `namesInText` warns of it. */
const unnamed = /Secretova|Hidden Labs|Atlantis/;
const people = /Umarova|Adaeze|Lindqvist|Sakurako|桜子|سامي|Harbour University|Tides|Nigeria|Japan/;
const tables = /Gulls|Terns|Table [1-3]|seat-|point-queue/;

const withheld: Readonly<Record<Attribution, readonly RegExp[]>> = {
  'by-name': [unnamed],
  'by-table': [unnamed, people],
  none: [unnamed, people, tables],
};

/** A table's photo, as a phone takes it. */
const photo = 'photo';
const input = {
  ...exampleInput,
  work: exampleInput.work.map((work, index) => ({
    ...work,
    note:
      index === 0
        ? [...work.note, { kind: 'image', image: photo, alt: 'Two boxes' } as const]
        : [...work.note, paragraph('Nobody is named here.')],
  })),
};

let images: Images;
beforeAll(async () => {
  const create = { width: 40, height: 30, channels: 3, background: '#1d4e9d' } as const;
  const sent = await sharp({ create })
    .withExif({ IFD0: { Artist: 'Adaeze Umarova', ImageDescription: 'Table 1, Gulls' } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Bo Lindqvist</x:xmpmeta>')
    .jpeg()
    .toBuffer();
  expect(sent.includes('Umarova') && sent.includes('Lindqvist')).toBe(true);
  images = new Map([[photo, await soundImage(sent, { pixels: 1_000_000 })]]);
});

describe.each(['by-name', 'by-table', 'none'] as const)('%s', (attribution) => {
  const record = buildRecord({ ...input, attribution });
  const request = { record, scope: wholeEvent, edition: undated };

  test('what is withheld is in no byte of any file, its packed parts, its name or its images', async () => {
    const zip = await exportRecord({ ...request, images, format: 'zip' });
    const files = everyByte(exportFileName(record, 'zip'), zip);
    expect(files.filter(({ name }) => /photo|jpg/.test(name)).length).toBeGreaterThan(0);
    for (const { name, text } of files)
      for (const secret of withheld[attribution])
        expect(secret.exec(text)?.[0], name).toBeUndefined();
    const pdf = unzipSync(zip)['report.pdf'];
    if (pdf === undefined) throw new Error('The archive has a PDF.');
    const told = await pdfTold(pdf);
    for (const secret of withheld[attribution]) expect(secret.exec(told)?.[0]).toBeUndefined();
    if (attribution !== 'by-name') return;
    // The same look finds those whom the files do name.
    expect(told).toContain('Umarova');
    for (const file of ['report.md', 'report.html', 'report.tex', 'report.docx/', 'record.json'])
      expect(files.some(({ name, text }) => name.includes(file) && /Umarova/.test(text))).toBe(
        true,
      );
  });
});

/** What a reader of PDF gets out of it: its words, what it says of itself, and its words for those who cannot see. */
async function pdfTold(file: Uint8Array): Promise<string> {
  const loading = getDocument({ data: new Uint8Array(file), verbosity: 0 });
  const pdf = await loading.promise;
  const { info } = await pdf.getMetadata();
  const told: string[] = [JSON.stringify(info), JSON.stringify(await pdf.getOutline())];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    told.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
    told.push(JSON.stringify(await page.getStructTree()));
  }
  await loading.destroy();
  return told.join('\n');
}
