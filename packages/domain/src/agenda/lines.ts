import { readColumns } from './columns.ts';
import { isHtml, readHtml } from './html-lines.ts';
import type { SourceLine } from './source-line.ts';
import { type Delimiter, isTableRule, splitSeparated } from './table-cells.ts';
import { LINE_BREAK, readTextLine } from './text-line.ts';

/** What was pasted, line by line, brought down to plain words. Blank lines and drawn lines are left out. */
export function readLines(pasted: string): SourceLine[] {
  const text = repairDashes(pasted.replace(/\r\n?/g, '\n'));
  return (isHtml(text) ? readHtml(text) : undefined) ?? readPlainLines(text);
}

// Word processors and slides break lines inside a paragraph with these.
const SOFT_BREAK = /[\v\f\u0085\u2028\u2029]/;

function readPlainLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let gapBefore = true;
  let table = 0;
  let inBars = false;
  let delimiter: Delimiter | undefined;
  text.split('\n').forEach((pasted, at) => {
    if (/^\s*$/.test(pasted)) {
      gapBefore = true;
      inBars = false;
      if (delimiter !== 'wide-space') delimiter = undefined;
      return;
    }
    const underline = /^\s*(?:(=)\1{2,}|(-)\2{2,}|(~)\3{2,})\s*$/.exec(pasted);
    if (
      underline !== null ||
      isTableRule(pasted) ||
      /^\s*(?:\{\||\|\}|\|-+\s*$|\|===)/.test(pasted)
    ) {
      const above = lines.at(-1);
      if (underline !== null && !gapBefore && above !== undefined && above.cells.length === 0) {
        above.heading = underline[1] === undefined ? 2 : 1;
      }
      return;
    }
    const bars = /[|│┃║]/.test(pasted);
    if (bars && !inBars) table++;
    inBars = bars;
    delimiter = (bars ? undefined : headDelimiter(pasted)) ?? delimiter;
    const parts = bars
      ? [pasted]
      : pasted.split(SOFT_BREAK).flatMap((part) => part.split(LINE_BREAK));
    for (const part of parts) {
      const place = {
        number: at + 1,
        table: bars ? table : 0,
        indent: 0,
        heading: 0,
        gapBefore,
        delimiter,
      };
      const line = readTextLine(part, place);
      if (line.text === '') continue;
      lines.push(line);
      gapBefore = false;
    }
  });
  return lines;
}

/** The separator of a table that a line is the head of: "Time,Session,Room", "Time  Session  Speaker". */
function headDelimiter(line: string): Delimiter | undefined {
  if (line.length > 300 || !/^\s*["'\p{L}]/u.test(line)) return undefined;
  const splits: readonly (readonly [Delimiter, string[]])[] = [
    [';', splitSeparated(line, ';')],
    [',', splitSeparated(line, ',')],
    ['wide-space', line.trim().split(/\s{2,}/)],
  ];
  return splits.find(([, words]) => words.length > 1 && isHead(words))?.[0];
}

function isHead(words: string[]): boolean {
  const columns = readColumns(words.map((word) => ({ lines: word === '' ? [] : [word] })));
  if (columns === undefined) return false;
  const days = columns.filter((role) => role.is === 'day').length;
  return days > 1 || columns.some((role) => role.is === 'title');
}

/** Dashes and quotes of UTF-8 text that was once read as Windows-1252. */
function repairDashes(text: string): string {
  if (!/â€|Â\u00a0/.test(text)) return text;
  return text
    .replace(/â€[“\u0093]/g, '–')
    .replace(/â€[”\u0094]/g, '—')
    .replace(/â€[™\u0099]/g, '’')
    .replace(/â€œ/g, '“')
    .replace(/â€\u009d/g, '”')
    .replace(/Â\u00a0/g, ' ');
}
