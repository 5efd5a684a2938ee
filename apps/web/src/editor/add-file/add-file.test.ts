import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';
import { docxToHtml } from './docx-to-html.ts';
import { readFile } from './read-file.ts';
import { mostBytes, recogniseFile } from './recognise-file.ts';

const pixel = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  ),
  (letter) => letter.charCodeAt(0),
);

async function letter(): Promise<Uint8Array<ArrayBuffer>> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: 'Waiting times', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ text: 'Too long', bold: true })],
          }),
          new Paragraph({
            children: [
              new ExternalHyperlink({
                link: 'https://example.org/',
                children: [new TextRun('source')],
              }),
            ],
          }),
          new Paragraph({
            children: [
              new ImageRun({ type: 'png', data: pixel, transformation: { width: 10, height: 10 } }),
            ],
          }),
          new Table({ rows: [new TableRow({ children: [cell('Site'), cell('Days')] })] }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const changed = async (change: (parts: Record<string, Uint8Array>) => void) => {
  const parts = unzipSync(await letter());
  change(parts);
  return zipSync(parts);
};

describe('a Word document', () => {
  test('becomes headings, marks, links, tables and pictures within', async () => {
    const { html, lostPictures } = await docxToHtml('a.docx', await letter());
    expect(html).toContain('Waiting times</h1>');
    expect(html).toContain('<strong>Too long</strong>');
    expect(html).toContain('href="https://example.org/"');
    expect(html).toContain('src="data:image/png;base64,');
    expect(html).toMatch(/<table>.*Site.*Days.*<\/table>/);
    expect(lostPictures).toBe(0);
  });

  test('whose picture lies elsewhere comes without it', async () => {
    const bytes = await changed((parts) => {
      const path = 'word/_rels/document.xml.rels';
      const rels = new TextDecoder().decode(parts[path]);
      parts[path] = strToU8(
        rels.replace(/Target="media\/[^"]+"/, 'Target="file:///etc/passwd" TargetMode="External"'),
      );
      for (const name of Object.keys(parts)) if (name.startsWith('word/media/')) delete parts[name];
    });
    const { html, lostPictures } = await docxToHtml('a.docx', bytes);
    expect(html).toContain('Too long');
    expect(html).not.toContain('passwd');
    expect(lostPictures).toBe(1);
  });

  test('that unpacks to more than a note can take is not unpacked', async () => {
    const bytes = await changed((parts) => {
      parts['word/document.xml'] = new Uint8Array(30_000_000).fill(32);
    });
    expect(bytes.length).toBeLessThan(100_000);
    await expect(docxToHtml('bomb.docx', bytes)).rejects.toThrow('bomb.docx unpacks to more');
  });

  test('whose ZIP tells a smaller size than it has gives no more than it tells', async () => {
    const bytes = await changed((parts) => {
      parts['word/document.xml'] = new Uint8Array(30_000_000).fill(32);
    });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    // The size unpacked, in the directory at the end (from 24) and before the part itself (from 22).
    for (let at = 0; at < bytes.length - 46; at++) {
      const mark = view.getUint32(at, true);
      const sizeAt = mark === 0x02014b50 ? at + 24 : mark === 0x04034b50 ? at + 22 : null;
      if (sizeAt !== null && view.getUint32(sizeAt, true) === 30_000_000)
        view.setUint32(sizeAt, 1_000, true);
    }
    await expect(docxToHtml('liar.docx', bytes)).rejects.toThrow('liar.docx is damaged');
  });

  test('that is cut off, or another program’s file, is said to be so', async () => {
    const whole = await letter();
    await expect(docxToHtml('a.docx', whole.slice(0, 900))).rejects.toThrow('a.docx is damaged');
    const sheet = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') });
    await expect(docxToHtml('a.xlsx', sheet)).rejects.toThrow('a.xlsx is no Word document');
    const broken = await changed((parts) => {
      parts['word/document.xml'] = strToU8('<w:document');
    });
    await expect(docxToHtml('a.docx', broken)).rejects.toThrow('a.docx is damaged');
  });
});

describe('what a file is', () => {
  const wide = (text: string) => [...text].map((each) => `${each}\0`).join('');
  const latin = (text: string) => Uint8Array.from(text, (each) => each.charCodeAt(0));
  test.each([
    ['report.docx', '%PDF-1.7', 'is a PDF'],
    ['old.doc', '\xd0\xcf\x11\xe0', 'format of Word before 2007'],
    ['secret.docx', `\xd0\xcf\x11\xe0 ${wide('EncryptedPackage')}`, 'protected by a password'],
    ['a.rtf', '{\\rtf1', 'Rich Text'],
    ['a.docx', 'hello', 'no Word document inside'],
    ['a.exe', 'MZ', 'of a kind that a note does not take'],
    ['a.md', '', 'is empty'],
  ])('%s beginning with %j is refused in words', (name, content, words) => {
    expect(() => recogniseFile(name, latin(content))).toThrow(words);
  });

  test('a file larger than the limit is not read', async () => {
    const file = new File([new Uint8Array(mostBytes + 100_000)], 'big.md');
    await expect(readFile(file)).rejects.toThrow('big.md has 10.1 MB; 10 MB are possible');
  });
});

describe('text', () => {
  test.each([
    ['UTF-8', [0xc3, 0xa9, 0x74]],
    ['UTF-16', [0xff, 0xfe, 0xe9, 0, 0x74, 0]],
    ['UTF-16', [0xfe, 0xff, 0, 0xe9, 0, 0x74]],
    ['Windows-1252', [0xe9, 0x74]],
  ])('in %s is read (%j)', (encoding, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual({ text: 'ét', encoding });
  });

  test('is not what holds zero bytes', () => {
    expect(decodeText(Uint8Array.from([1, 0, 0, 0, 7, 65, 0, 9]))).toBeNull();
  });
});
