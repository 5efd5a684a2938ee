import { type ColumnRole, readColumns } from './columns.ts';
import type { Reading } from './row.ts';
import type { SourceLine } from './source-line.ts';
import { readTableRow } from './table-row.ts';
import { readTextRow } from './text-row.ts';
import { readZoneStatement } from './time-zone.ts';

/** A line, and what it reads like by itself. */
export interface ReadLine {
  line: SourceLine;
  reading: Reading;
}

interface ReadText {
  lines: ReadLine[];
  /** The zone that a sentence or the head of a table gives for all times. */
  statedZone: string | undefined;
}

/** Reads each line for itself, the rows of tables by the head of their table. */
export function readEachLine(lines: readonly SourceLine[]): ReadText {
  let columns: ColumnRole[] | undefined;
  let statedZone: string | undefined;
  const read = lines.flatMap(splitRunIn).map((line): ReadLine => {
    if (line.cells.length === 0) {
      statedZone ??= readZoneStatement(line.text);
      return {
        line,
        reading: HEAD_WORDS.test(line.text) ? { is: 'table-head' } : readTextRow(line),
      };
    }
    const head = readColumns(line.cells);
    if (head !== undefined) {
      columns = head;
      return { line, reading: { is: 'table-head' } };
    }
    // Copied tables often end their rows early.
    const known =
      columns !== undefined && line.cells.length <= columns.length ? columns : undefined;
    const reading = readTableRow(line, known);
    if (reading.is === 'words') statedZone ??= readZoneStatement(line.text);
    return { line, reading };
  });
  return { lines: read, statedZone };
}

/** "Agenda: 9:00 Welcome; 9:15 Keynote; 10:00 Coffee" holds several rows. */
function splitRunIn(line: SourceLine): SourceLine[] {
  if (line.cells.length > 0 || !/\d[:.h]\d\d.{2,100}[;,•·]\s*\d{1,2}[:.h]\d\d/.test(line.text))
    return [line];
  const parts = line.text
    .replace(/^[\p{L} ]{2,20}:\s*(?=\d)/u, '')
    .split(/\s*[;,•·]\s*(?=\d{1,2}[:.h]\d{2}(?!\d))/);
  const areRows =
    parts.length > 2 && parts.every((part) => /^\d{1,2}[:.h]\d{2}.*\p{L}{3}/u.test(part));
  return areRows ? parts.map((text) => ({ ...line, text })) : [line];
}

// The head of a table whose columns were lost.
const HEAD_WORDS =
  /^(?:(?:start|end|time|date|day|session|event|title|topic|activity|room|speaker|location|presenter)s?\s*){2,}$/i;
