import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildRecord, toMarkdown, type WorkshopRecord, writtenTexts } from '@reportback/record';
import { toDocx } from '@reportback/record/docx';
import { toHtml } from '@reportback/record/html';
import { toLatex } from '@reportback/record/latex';
import { toPdf } from '@reportback/record/pdf';
import { exampleInput } from '@reportback/record/testing';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { hardCorpus } from './hard-corpus.ts';
import { output, testWith } from './programs.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'reportback-export-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is left of a text when only its letters and digits count: readers differ in quotes, spaces and shapes. */
function letters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** The words of three and more letters in a text, as they may be broken over lines of a page. */
function words(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => letters(word).length > 2);
}

function expectEveryLine(record: WorkshopRecord, read: string): void {
  const told = letters(read);
  const lost = writtenTexts(record).filter(({ text }) => !told.includes(letters(text)));
  expect(lost.map(({ text }) => text)).toEqual([]);
}

/**
 * For pages, where lines of neighbouring cells interleave. Alef and lam are left out: readers of PDF give back
 * their ligature in either order.
 */
function expectEveryWord(record: WorkshopRecord, read: string): void {
  const shown = (text: string): string => letters(text).replace(/[ال]/g, '');
  const told = shown(read);
  const lost = writtenTexts(record)
    .flatMap(({ text }) => words(text))
    .filter((word) => !told.includes(shown(word)));
  expect(lost).toEqual([]);
}

/** Every text in what pandoc made of a file. */
function pandocTexts(tree: unknown): string {
  if (Array.isArray(tree)) return tree.map(pandocTexts).join('');
  if (typeof tree !== 'object' || tree === null) return '';
  if (!('t' in tree) || !('c' in tree)) return Object.values(tree).map(pandocTexts).join('');
  if (tree.t === 'Str') return String(tree.c);
  if ((tree.t === 'Code' || tree.t === 'CodeBlock') && Array.isArray(tree.c))
    return String(tree.c[1]);
  return pandocTexts(tree.c);
}

describe.each([
  ['the example', exampleInput],
  ['the hard corpus', hardCorpus],
] as const)('%s', (name, input) => {
  const record = buildRecord(input);
  const file = (ending: string): string => path.join(folder, `${letters(name)}.${ending}`);
  const pandoc = async (from: string, ending: string): Promise<string> =>
    pandocTexts(JSON.parse(await output('pandoc', ['-f', from, '-t', 'json', file(ending)])));

  beforeAll(async () => {
    writeFileSync(file('md'), toMarkdown(record));
    writeFileSync(file('html'), toHtml(record));
    writeFileSync(file('tex'), toLatex(record));
    writeFileSync(file('docx'), await toDocx(record));
    writeFileSync(file('pdf'), toPdf(record));
  });

  testWith('pandoc', 'pandoc reads every line in the Markdown', async () => {
    expectEveryLine(record, await pandoc('gfm+yaml_metadata_block', 'md'));
  });

  testWith('pandoc', 'pandoc reads every line in the HTML', async () => {
    expectEveryLine(record, await pandoc('html', 'html'));
  });

  testWith('pandoc', 'pandoc reads every line in the DOCX', async () => {
    expectEveryLine(record, await pandoc('docx', 'docx'));
  });

  testWith('pandoc', 'pandoc sees headings, lists and tables in the DOCX', async () => {
    const html = await output('pandoc', ['-f', 'docx', '-t', 'html', file('docx')]);
    expect(html).toMatch(/<h1[^>]*>(?:<[^>]+>)*Agenda/);
    expect(html).toContain('<ol');
    expect(html).toContain('<ul>');
    expect(html).toMatch(/<table[\s\S]*<thead>/);
  });

  testWith('pdftotext', 'pdftotext reads every word in the PDF', async () => {
    expectEveryWord(record, await output('pdftotext', [file('pdf'), '-']));
  });

  testWith('pdfinfo', 'pdfinfo finds a tagged PDF with its title', async () => {
    const info = await output('pdfinfo', [file('pdf')]);
    expect(info).toMatch(/^Tagged:\s+yes$/m);
    expect(info).toContain(record.workshop.title);
  });

  testWith('pdftoppm', 'pdftoppm draws the title page with ink on it', async () => {
    const page = file('page');
    await output('pdftoppm', ['-r', '40', '-l', '1', '-singlefile', '-gray', file('pdf'), page]);
    const pixels = readFileSync(`${page}.pgm`);
    const dark = pixels.filter((value) => value < 100).length;
    expect(dark / pixels.length).toBeGreaterThan(0.005);
    expect(dark / pixels.length).toBeLessThan(0.2);
  });

  testWith('soffice', 'LibreOffice opens the DOCX and sets every word', async () => {
    await output('soffice', [
      `-env:UserInstallation=file://${folder}/office`,
      '--headless',
      '--convert-to',
      'txt:Text (encoded):UTF8',
      '--outdir',
      folder,
      file('docx'),
    ]);
    expectEveryWord(record, readFileSync(file('txt'), 'utf8'));
  });

  testWith('lualatex', 'LuaLaTeX sets the LaTeX', async () => {
    const log = await output('lualatex', [
      '-no-shell-escape',
      '-halt-on-error',
      '-interaction=nonstopmode',
      `-output-directory=${folder}`,
      file('tex'),
    ]);
    expect(log).toMatch(/Output written on .*\(\d+ pages/s);
  });

  // It does not know cells that span columns, of which only the hard corpus has some.
  if (input === exampleInput)
    testWith('pandoc', 'pandoc reads every line in the LaTeX', async () => {
      expectEveryLine(record, await pandoc('latex', 'tex'));
    });
});
