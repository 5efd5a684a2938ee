import { Parser } from 'htmlparser2';
import { HtmlTable } from './html-table.ts';
import { plainCharacters } from './markup.ts';
import type { SourceLine } from './source-line.ts';
import { readTextLine } from './text-line.ts';

/** Whether the text is the source of a page: it has tags that make blocks, not only emphasis or a line break. */
export function isHtml(text: string): boolean {
  let tags = 0;
  for (const _ of text.matchAll(BLOCK_TAG)) if (++tags === 2) return true;
  return false;
}

/**
 * The lines of HTML source as a browser would lay them out. Undefined where its elements are nested
 * too deep to be a page; a streaming parser is used because the time for a tree grows
 * with the square of hostile nesting.
 */
export function readHtml(source: string): SourceLine[] | undefined {
  const page = new HtmlPage(source);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => page.open(name, attributes),
      onclosetag: (name) => page.close(name),
      ontext: (text) => page.text(text, parser.startIndex),
    },
    { decodeEntities: true },
  );
  for (let at = 0; at < source.length; at += CHUNK) {
    parser.write(source.slice(at, at + CHUNK));
    if (page.depth > DEEPEST) return undefined;
  }
  parser.end();
  return page.finish();
}

const BLOCK_TAG =
  /<\/?(?:table|tbody|tr|t[dh]|ul|ol|li|p|div|h[1-6]|html|body|section|article|dl|dt|dd)(?:\s[^<>]{0,400})?>/gi;
const CHUNK = 8192;
const DEEPEST = 600;
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main ol option p pre section summary table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
);
const SPACED = new Set(
  'article blockquote dl h1 h2 h3 h4 h5 h6 hr ol p section table ul'.split(' '),
);
const SKIPPED = new Set(
  'script style template noscript svg select iframe object nav del s strike'.split(' '),
);

/** A run of text between two breaks, and the line of the source where it begins. */
interface Piece {
  number: number;
  text: string;
  /** It stands on a line of its own in the page, not only in the source. */
  breaks: boolean;
}

class HtmlPage {
  depth = 0;
  private readonly source: string;
  private readonly lines: SourceLine[] = [];
  private readonly tables: HtmlTable[] = [];
  private tableCount = 0;
  private pieces: Piece[] = [];
  private skipping = 0;
  private lists = 0;
  private preformatted = 0;
  private heading = 0;
  private inItem = false;
  private gapBefore = true;
  private lineNumber = 1;
  private counted = 0;

  constructor(source: string) {
    this.source = source;
  }

  open(name: string, attributes: Record<string, string>): void {
    this.depth++;
    if (SKIPPED.has(name)) this.skipping++;
    if (this.skipping > 0) return;
    if (name === 'br') this.break(this.lineNumber, true);
    if (!BLOCKS.has(name)) return;
    this.flush();
    if (SPACED.has(name) && !(name === 'ul' && this.lists > 0)) this.gapBefore = true;
    if (name === 'ul' || name === 'ol') this.lists++;
    if (name === 'li') this.inItem = true;
    if (name === 'pre') this.preformatted++;
    if (/^h[1-6]$/.test(name)) this.heading = Number(name.charAt(1));
    if (name === 'table') {
      for (const table of this.tables) this.lines.push(...table.becomeLayout());
      this.tables.push(new HtmlTable(++this.tableCount));
    }
    const table = this.tables.at(-1);
    if (name === 'tr') this.add(table?.openRow());
    if (name === 'td' || name === 'th')
      table?.openCell(attributes['colspan'], attributes['rowspan']);
  }

  close(name: string): void {
    this.depth--;
    if (SKIPPED.has(name)) this.skipping = Math.max(0, this.skipping - 1);
    if (this.skipping > 0 || !BLOCKS.has(name)) return;
    this.flush();
    if (SPACED.has(name) && !(name === 'ul' && this.lists > 1)) this.gapBefore = true;
    if (name === 'ul' || name === 'ol') this.lists = Math.max(0, this.lists - 1);
    if (name === 'li') this.inItem = false;
    if (name === 'pre') this.preformatted = Math.max(0, this.preformatted - 1);
    if (/^h[1-6]$/.test(name)) this.heading = 0;
    if (name === 'td' || name === 'th') this.tables.at(-1)?.closeCell();
    if (name === 'tr') this.add(this.tables.at(-1)?.closeRow());
    if (name === 'table') this.add(this.tables.pop()?.closeRow());
  }

  text(text: string, offset: number): void {
    if (this.skipping > 0) return;
    let number = this.numberAt(offset);
    text.split('\n').forEach((part, at) => {
      if (at > 0) this.break(++number, this.preformatted > 0 || this.depth === 0);
      const last = this.pieces.at(-1);
      if (last === undefined) this.pieces.push({ number, text: part, breaks: true });
      else if (last.text.trim() === '') Object.assign(last, { number, text: last.text + part });
      else last.text += part;
    });
  }

  finish(): SourceLine[] {
    this.flush();
    for (const table of this.tables) this.add(table.closeRow());
    return this.lines;
  }

  private break(number: number, breaks: boolean): void {
    this.pieces.push({ number, text: '', breaks });
  }

  private numberAt(offset: number): number {
    for (; this.counted < offset; this.counted++) {
      if (this.source.charCodeAt(this.counted) === 10) this.lineNumber++;
    }
    return this.lineNumber;
  }

  private add(lines: SourceLine[] | undefined): void {
    if (lines === undefined || lines.length === 0) return;
    this.lines.push(...lines);
    this.gapBefore = false;
  }

  /** Ends a block: its pieces become lines, or lines of the open cell. */
  private flush(): void {
    const pieces = this.pieces;
    this.pieces = [];
    for (const piece of joinPieces(pieces)) {
      const line = readTextLine(piece.text, {
        number: piece.number,
        table: 0,
        indent: Math.max(0, this.lists - 1) * 2,
        heading: this.heading,
        gapBefore: this.gapBefore,
        delimiter: undefined,
      });
      if (line.text === '') continue;
      if (this.tables.at(-1)?.takes(line)) continue;
      this.lines.push({ ...line, bullet: line.bullet || this.inItem });
      this.gapBefore = false;
    }
  }
}

/**
 * Line breaks of the source are only spaces on the page, but in what people paste together a block may
 * hold plain rows: then each stays a line.
 */
function joinPieces(pieces: readonly Piece[]): { number: number; text: string }[] {
  const groups: { number: number; text: string }[][] = [];
  for (const { number, text, breaks } of pieces) {
    const group = groups.at(-1);
    if (breaks || group === undefined) groups.push([{ number, text }]);
    else group.push({ number, text });
  }
  return groups.flatMap((group) => {
    if (group.filter((piece) => ROW_OF_ITS_OWN.test(piece.text)).length > 1) return group;
    const filled = group.filter((piece) => piece.text.trim() !== '');
    const text = filled
      .map((piece) => plainCharacters(piece.text).replace(/\s+/g, ' ').trim())
      .join(' ');
    return filled[0] === undefined ? [] : [{ number: filled[0].number, text }];
  });
}

const ROW_OF_ITS_OWN =
  /^\s*(?:[|#]|[-*•]\s|\**\d{1,2}(?:[:.h]\d{2}|\s?[ap]\.?m)[^\n]{0,60}\p{L}{4})/iu;
