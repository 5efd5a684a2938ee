import { writeFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Attribution, buildRecord, noImages, undated, wholeEvent } from '@reportback/record';
import { exportRecord } from '@reportback/record/export';
import { exampleInput } from '@reportback/record/testing';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { output, testWith } from './programs.ts';

/** In its fields only: what people wrote into a note is theirs, and `namesInText` warns of it. */
const unnamed = /Secretova|Hidden Labs|Atlantis/;
const people = /Umarova|Adaeze|Lindqvist|Sakurako|梅|سامي|Harbour University|Tides|Nigeria|Japan/;
const tables = /Gulls|Terns|Table [1-3]|seat-|point-queue/;

const withheld: Readonly<Record<Attribution, readonly RegExp[]>> = {
  'by-name': [unnamed],
  'by-table': [unnamed, people],
  none: [unnamed, people, tables],
};

const request = { scope: wholeEvent, edition: undated, images: noImages };

describe.each(['by-name', 'by-table', 'none'] as const)('%s', (attribution) => {
  const record = buildRecord({ ...exampleInput, attribution });

  test('what is withheld is in no file of the archive, nor in what those files are made of', async () => {
    const archive = unzipSync(await exportRecord({ ...request, record, format: 'zip' }));
    const { 'report.docx': docx, ...files } = archive;
    if (docx === undefined) throw new Error('The archive has a DOCX.');
    for (const [name, bytes] of Object.entries({ ...files, ...unzipSync(docx) }))
      for (const secret of withheld[attribution])
        expect(secret.exec(strFromU8(bytes))?.[0], name).toBeUndefined();
  });

  testWith('pdftotext', 'what is withheld is not in the words of the PDF', async () => {
    await using folder = await mkdtempDisposable(path.join(tmpdir(), 'reportback-attribution-'));
    const file = path.join(folder.path, 'report.pdf');
    writeFileSync(file, await exportRecord({ ...request, record, format: 'pdf' }));
    const words = await output('pdftotext', [file, '-']);
    for (const secret of withheld[attribution]) expect(secret.exec(words)?.[0]).toBeUndefined();
  });
});
