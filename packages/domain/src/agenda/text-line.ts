import { decodeReferences, LINE_LIMIT, plainCharacters, withoutInlineMarkup } from './markup.ts';
import { startsWithMonth } from './month-names.ts';
import type { Cell, SourceLine } from './source-line.ts';
import { type Delimiter, splitCells } from './table-cells.ts';

/** Where a line of text stands. */
interface LinePlace {
  number: number;
  table: number;
  /** Added to the indentation of the text itself, for lists of HTML. */
  indent: number;
  heading: number;
  gapBefore: boolean;
  delimiter: Delimiter | undefined;
}

/** One line of pasted text as a `SourceLine`: marks of lists, headings, quotes and emphasis taken off. */
export function readTextLine(pasted: string, place: LinePlace): SourceLine {
  const raw = pasted.slice(0, LINE_LIMIT);
  const characters = decodeReferences(plainCharacters(raw)).replace(/^(?:\s{0,3}>)+ ?/, '');
  const marked = leadingMarks(characters.replace(LONG_GAP, '$1'));
  const cells = splitCells(marked.rest, place.delimiter)?.map(readCell) ?? [];
  const row =
    cells.filter((cell) => cell.lines.length > 0).length > 1 || place.delimiter !== undefined;
  const text = row
    ? cells
        .map((cell) => cell.lines.join(' '))
        .filter(Boolean)
        .join(' | ')
    : plainText(marked.rest.replace(/^[|\s]+|[|\s]+$/g, ''));
  return {
    number: place.number,
    raw: raw.trim(),
    text,
    cells: row ? cells : [],
    table: place.table,
    indent: place.indent + marked.indent,
    heading: place.heading || marked.heading,
    bullet: marked.bullet,
    gapBefore: place.gapBefore,
  };
}

/** Words on one line: no markup, no decoration in front, single spaces. */
export function plainText(text: string): string {
  return withoutInlineMarkup(text)
    .replace(DECORATION, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(DECORATION_BEHIND, '');
}

// Long runs of white space mean no more than short ones, and make searches slow.
const LONG_GAP = /(\s{40})\s+/g;

function readCell(text: string): Cell {
  return { lines: text.split(LINE_BREAK).map(plainText).filter(Boolean) };
}

/** A line break inside a line of Markdown or of wiki text. */
export const LINE_BREAK = /<br\s*\/?>/i;

// Clocks, cups, arrows and the like before the words; not the signs © ® ™.
const DECORATION =
  /^(?:(?![©®™\d#*])(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\u20e3)\s*)+/u;

const DECORATION_BEHIND =
  /(?:\s(?![©®™\d#*])(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\u20e3){1,6})+$/u;

const BULLET = /^(?:[-*+•‣◦▪▫●○■□◆◇►▸▶➤➢➔✓✔·∙⁃–—→»]|\(?\d{1,3}[.)]|[a-zA-Z][.)])\s+/;
const CHECKBOX = /^\[[ xX]\]\s+/;

interface Marked {
  rest: string;
  indent: number;
  heading: number;
  bullet: boolean;
}

function leadingMarks(text: string): Marked {
  const indent = indentation(text);
  const heading = readHeading(text.trim());
  if (heading !== undefined) return { ...heading, indent, bullet: false };
  // The empty cells before a tab are cells of the table.
  if (/^\s*\t\s*\S[^\t]*\t/.test(text)) return { rest: text, indent: 0, heading: 0, bullet: false };
  const trimmed = text.trim();
  const bullet = BULLET.exec(trimmed)?.[0];
  if (bullet === undefined || isPartOfDate(bullet, trimmed.slice(bullet.length))) {
    return { rest: trimmed, indent, heading: 0, bullet: false };
  }
  const rest = trimmed.slice(bullet.length).replace(CHECKBOX, '');
  return { rest, indent, heading: 0, bullet: true };
}

// "12. Mai 2026" and "2. Tag" begin with a number, not with the mark of a list.
function isPartOfDate(bullet: string, rest: string): boolean {
  return /\d/.test(bullet) && (startsWithMonth(rest) || /^Tag\b/.test(rest));
}

function readHeading(text: string): { rest: string; heading: number } | undefined {
  const markdown = /^(#{1,6})\s+(\S.*)$/.exec(text);
  if (markdown?.[1] !== undefined && markdown[2] !== undefined) {
    return {
      rest: markdown[2].replace(/\s+#+$/, '').replace(/\s*\{[#.][^{}]*\}$/, ''),
      heading: markdown[1].length,
    };
  }
  const wiki = /^(={1,6})([^=]+)(={0,6})$/.exec(text);
  if (wiki?.[1] !== undefined && wiki[2] !== undefined && (wiki[3] === '' || wiki[3] === wiki[1])) {
    return { rest: wiki[2].trim(), heading: wiki[1].length };
  }
  return undefined;
}

function indentation(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (character === ' ') columns++;
    else if (character === '\t') columns += 4;
    else break;
  }
  return columns;
}
