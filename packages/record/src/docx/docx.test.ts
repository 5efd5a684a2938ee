import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { buildRecord } from '../build-record.ts';
import type { Images } from '../images.ts';
import { anyBlocks } from '../testing/any-blocks.ts';
import { exampleInput, item, paragraph, withNote } from '../testing/example-input.ts';
import { toDocx } from './docx.ts';

/** The text of one file in a DOCX. */
function fileIn(docx: Uint8Array, name: string): string {
  const file = unzipSync(docx)[name];
  if (file === undefined) throw new Error(`The DOCX has no ${name}.`);
  return strFromU8(file);
}

const event = await toDocx(buildRecord(exampleInput));
const body = fileIn(event, 'word/document.xml');

test('headings, lists and tables are Word’s own', () => {
  expect(body).toContain('<w:pStyle w:val="Title"/>');
  expect(body).toContain('<w:pStyle w:val="Heading1"/>');
  expect(body).toContain('<w:numPr>');
  expect(body).toContain('<w:tblHeader/>');
});

test('the contents are filled in, with page numbers, and nothing is asked on opening', () => {
  const [, contents = ''] = /<w:sdtContent>(.*?)<\/w:sdtContent>/s.exec(body) ?? [];
  const texts = [...contents.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text);
  expect(texts.slice(0, 2)).toEqual(['Abstract', '2']);
  expect(body).not.toMatch(/w:dirty="(?:true|1|on)"/);
  expect(fileIn(event, 'word/settings.xml')).not.toContain('updateFields');
});

test('every link inside the file leads to a place, and each place has a name Word takes', () => {
  const places = [...body.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(
    ([, name]) => name,
  );
  expect(new Set(places).size).toBe(places.length);
  for (const name of places) expect(name).toMatch(/^[A-Za-z_]\w{0,39}$/);
  for (const [, target] of body.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]+)"/g))
    expect(places).toContain(target);
});

test('a list that starts at four says four', async () => {
  const numbering = fileIn(event, 'word/numbering.xml');
  expect(numbering).toContain('<w:start w:val="4"/>');
});

test('a paragraph that begins in Arabic reads from right to left', () => {
  const paragraphs = [...body.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([text]) => text);
  const holding = (words: string): string | undefined =>
    paragraphs.find((each) => each.includes(words));
  expect(holding('جامعة الميناء')).toContain('<w:bidi/>');
  expect(holding('Wilhelmina said it first. مرحبا')).not.toContain('<w:bidi/>');
});

test('any note becomes well-formed XML', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anyBlocks, async (note) => {
      const docx = await toDocx(buildRecord(withNote(note)));
      expect(fileIn(docx, 'word/document.xml')).toMatch(/<\/w:document>$/);
    }),
    { numRuns: Number(process.env['RUNS'] ?? 10) },
  );
});

test('an item without words of its own keeps its mark', async () => {
  const note = withNote([
    {
      kind: 'bullet-list',
      items: [item({ kind: 'bullet-list', items: [item(paragraph('deep'))] })],
    },
  ]);
  const xml = fileIn(await toDocx(buildRecord(note)), 'word/document.xml');
  expect(xml).toContain('deep');
});

test('an image is in the file with its words, WebP is told in words', async () => {
  const note = withNote([
    { kind: 'image', image: 'a', alt: 'A chart' },
    { kind: 'image', image: 'b', alt: 'A photo' },
  ]);
  const bytes = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
  const images: Images = new Map([
    ['a', { mediaType: 'image/png', bytes, width: 4000, height: 3000 }],
    ['b', { mediaType: 'image/webp', bytes, width: 4, height: 3 }],
  ]);
  const docx = await toDocx(buildRecord(note), undefined, undefined, images);
  const xml = fileIn(docx, 'word/document.xml');
  expect(xml).toContain('descr="A chart"');
  expect(xml).toContain('Image: A photo (not in this file)');
});
