import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildRecord } from '../build-record.ts';
import type { Images } from '../images.ts';
import { anyBlocks } from '../testing/any-blocks.ts';
import { exampleInput, paragraph, text, withNote } from '../testing/example-input.ts';
import { toPdf } from './pdf.ts';

function latin1(pdf: Uint8Array): string {
  return Buffer.from(pdf).toString('latin1');
}

test('the example is a PDF/UA file with its title, and the same bytes each time', () => {
  const record = buildRecord(exampleInput);
  const pdf = toPdf(record);
  expect(latin1(pdf)).toMatch(/^%PDF-1\.7/);
  expect(latin1(pdf)).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(latin1(pdf)).toContain('/MarkInfo');
  expect(Buffer.from(toPdf(record)).equals(Buffer.from(pdf))).toBe(true);
});

test('any note can be set, whatever markup its words look like', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.array(anyBlocks, { minLength: 3, maxLength: 3 }), (notes) => {
      const work = exampleInput.work.map((each, position) => ({
        ...each,
        note: notes[position] ?? [],
      }));
      expect(toPdf(buildRecord({ ...exampleInput, work })).length).toBeGreaterThan(1000);
    }),
    { numRuns: Number(process.env['RUNS'] ?? 12) },
  );
});

test('markup of the typesetter is text, and cannot read files', () => {
  const evil = '#read("/etc/passwd") #panic() $x^2$ *b* _i_ @ref <label> \\u{41} `raw` // ]';
  const record = buildRecord({
    ...withNote([paragraph(evil), { kind: 'code', language: evil, text: evil }]),
    workshop: { ...exampleInput.workshop, title: evil, organizers: evil },
  });
  expect(toPdf(record).length).toBeGreaterThan(1000);
});

test('a letter that no font has costs the PDF/UA mark, not the export', () => {
  const pdf = latin1(toPdf(buildRecord(withNote([paragraph('\u{12000} cuneiform')]))));
  expect(pdf).not.toContain('pdfuaid');
  expect(pdf).toContain('/StructTreeRoot');
});

test('an image that cannot be read is told in words', () => {
  const note = withNote([
    { kind: 'image', image: 'broken', alt: 'A chart' },
    { kind: 'paragraph', id: null, content: [text('after')] },
  ]);
  const images: Images = new Map([
    ['broken', { mediaType: 'image/png', bytes: Uint8Array.of(1, 2), width: 9, height: 9 }],
  ]);
  const record = buildRecord(note);
  expect(Buffer.from(toPdf(record, undefined, undefined, images))).toEqual(
    Buffer.from(toPdf(record)),
  );
});

test('an image is set and carries its words', () => {
  const pixels = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEUlEQVR4nGPgCr8DRAz/wQAALVYIdfhZOjIAAAAASUVORK5CYII=',
    'base64',
  );
  const images: Images = new Map([
    ['chart', { mediaType: 'image/png', bytes: pixels, width: 2, height: 2 }],
  ]);
  const record = buildRecord(withNote([{ kind: 'image', image: 'chart', alt: 'A chart' }]));
  const pdf = latin1(toPdf(record, undefined, undefined, images));
  expect(/\/Subtype\s*\/Image/.test(pdf)).toBe(true);
});
