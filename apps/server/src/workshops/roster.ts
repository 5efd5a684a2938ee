import type { RosterColumn, RosterRequest } from '@reportback/domain';
import { CsvError, parse } from 'csv-parse/sync';

/** One person of a roster. */
export interface RosterRow {
  readonly line: number;
  readonly name: string;
  readonly affiliation: string;
  /** As written: a table's number or name; empty for none. */
  readonly table: string;
}

export interface Roster {
  /** What each column was taken for. */
  readonly columns: readonly RosterColumn[];
  /** The row that names the columns; null for none. */
  readonly headings: readonly string[] | null;
  /** All rows as they stand there, without the one of headings. */
  readonly cells: readonly (readonly string[])[];
  readonly rows: readonly RosterRow[];
  /** Sentences about what was not understood. */
  readonly problems: readonly string[];
}

/** What somebody knows better than the roster's words tell. */
type Corrected = Pick<RosterRequest, 'columns' | 'hasHeadings'>;

/** What the first row may call each column. */
const headings = {
  name: /^(?:full )?name$|^participant$|^person$/i,
  first: /^(?:first|given) ?name$/i,
  last: /^(?:last|family|sur) ?name$|^surname$/i,
  affiliation: /^affiliation$|^organi[sz]ation$|^institution$|^company$|^institute$/i,
  table: /^table$|^group$|^table (?:number|name)$/i,
} as const;
type Column = keyof typeof headings;

/** Where no row names them. */
const usualColumns: readonly RosterColumn[] = ['name', 'affiliation', 'table'];

const longestName = 80;
const longestAffiliation = 160;
/** More problems than these help nobody. */
const mostProblems = 20;
/** So many rows tell how many columns there are. */
const mostLookedAt = 200;

/**
 * Reads a roster: CSV, or columns copied from a spreadsheet, with commas, semicolons or tabs, with a row
 * of headings or without one (then name, affiliation, table).
 * @param corrected what the columns hold, and whether the first row names them, as somebody corrected it
 */
export function readRoster(text: string, corrected: Corrected = {}): Roster {
  const records = readRecords(text.replace(/^\uFEFF/, ''));
  if (typeof records === 'string') {
    return { columns: [], headings: null, cells: [], rows: [], problems: [records] };
  }
  const named = columnsOf(records[0]?.cells ?? []);
  const hasHeadings = corrected.hasHeadings ?? named !== null;
  const people = hasHeadings ? records.slice(1) : records;
  const width = Math.max(0, ...records.slice(0, mostLookedAt).map(({ cells }) => cells.length));
  const columns = Array.from(
    { length: width },
    (_, index) => (corrected.columns ?? named ?? usualColumns)[index] ?? 'none',
  );
  const rows: RosterRow[] = [];
  const problems: string[] = [];
  for (const { line, cells } of people) {
    const cell = (column: Column) => tidy(cells[columns.indexOf(column)] ?? '');
    const name = cell('name') || tidy(`${cell('first')} ${cell('last')}`);
    const problem = problemOf(name, cell('affiliation'));
    if (problem === null)
      rows.push({ line, name, affiliation: cell('affiliation'), table: cell('table') });
    else if (cells.some((each) => each.trim() !== '')) problems.push(`Line ${line}: ${problem}`);
  }
  return {
    columns,
    headings: hasHeadings ? (records[0]?.cells ?? []) : null,
    cells: people.map(({ cells }) => cells),
    rows,
    problems,
  };
}

function problemOf(name: string, affiliation: string): string | null {
  if (name === '') return 'there is no name.';
  if (name.length > longestName)
    return `the name has ${name.length} characters; it may have ${longestName}.`;
  if (affiliation.length > longestAffiliation)
    return `the affiliation has ${affiliation.length} characters; it may have ${longestAffiliation}.`;
  return null;
}

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** @returns a sentence for a text that is no table */
function readRecords(text: string): readonly CsvRecord[] | string {
  try {
    const lines: number[] = [];
    const read = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: (record, info) => {
        lines.push(info.lines);
        return record;
      },
    });
    return read.map((cells, index) => ({ line: lines[index] ?? index + 1, cells }));
  } catch (error) {
    if (error instanceof CsvError) return `The roster could not be read: ${error.message}.`;
    throw error;
  }
}

/** Of tab, semicolon and comma the one that the first line has most of; a tab before all, as spreadsheets copy. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  if (first.includes('\t')) return '\t';
  return first.split(';').length > first.split(',').length ? ';' : ',';
}

/** What each column holds, or null where the first row names no name. */
function columnsOf(cells: readonly string[]): readonly RosterColumn[] | null {
  const found: RosterColumn[] = cells.map(() => 'none');
  for (const [column, heading] of Object.entries(headings) as [Column, RegExp][]) {
    const index = cells.findIndex((cell) => heading.test(tidy(cell)));
    if (index >= 0) found[index] = column;
  }
  return found.some((each) => each === 'name' || each === 'first' || each === 'last')
    ? found
    : null;
}

/** One line without control characters, its blanks joined. */
function tidy(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

/** The first of many sentences, and how many there are more. */
export function shortened(problems: readonly string[]): readonly string[] {
  if (problems.length <= mostProblems) return problems;
  const more = problems.length - mostProblems;
  return [...problems.slice(0, mostProblems), `And ${more} more lines like these.`];
}
