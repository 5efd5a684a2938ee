/** How the columns of a table in plain text are told apart. */
export type Delimiter = ',' | ';' | 'wide-space';

const ESCAPED_BAR = '\ue000';

/**
 * The cells of a line of a table: Markdown and wiki pipes, box-drawing bars, tabs, LaTeX `&`, three
 * or more spaces, or the delimiter that the head of the table used. Undefined where the line is no row of a table.
 */
export function splitCells(line: string, delimiter: Delimiter | undefined): string[] | undefined {
  const bars = line
    .replace(/\[\[[^[\]|]{1,200}\|([^[\]|]{1,200})\]\]/g, '$1')
    .replace(/\\\|/g, ESCAPED_BAR)
    .replace(/[│┃║┆┊￨]/g, '|');
  if (/^\s*![^!]/.test(bars) && bars.includes('!!')) {
    return several(bars.replace('!', '').split('!!').map(trim));
  }
  if (bars.includes('|')) return several(splitBars(bars));
  if (line.trimStart().includes('\t')) return several(line.split('\t').map(trim));
  const trimmed = line.trim();
  if (trimmed.endsWith('\\\\') && trimmed.includes('&')) {
    return several(
      trimmed
        .replace(/\\\\$/, '')
        .split(/(?<!\\)&/)
        .map(trim),
    );
  }
  if (delimiter === ',' || delimiter === ';') return several(splitSeparated(trimmed, delimiter));
  return several(trimmed.split(delimiter === 'wide-space' ? /\s{2,}/ : /\s{3,}/));
}

/** A line that only draws: `|---|:--:|`, `+-----+`, `├────┤`. */
export function isTableRule(line: string): boolean {
  return (
    /^[\s|+:=\-─━═┄┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╭╮╰╯│┃║]*$/.test(line) &&
    /[-=─━═]{2}|[-─]\s*[|┼]/.test(line) &&
    /[|+│┃║┬┼┴├┤╦╬╩╠╣┌┐└┘╔╗╚╝]/.test(line)
  );
}

/** Splits a line of separated values; a value in double quotes may hold the separator. */
export function splitSeparated(line: string, separator: ',' | ';'): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (character === '"') {
      if (quoted && line.charAt(at + 1) === '"') cell += line.charAt(++at);
      else quoted = !quoted;
    } else if (character === separator && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else {
      cell += character;
    }
  }
  cells.push(cell.trim());
  return cells;
}

function splitBars(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|{1,2}/, '')
    .replace(/\|{1,2}$/, '');
  // Confluence and MediaWiki write `||` between cells, where Markdown would mean an empty one.
  const separator =
    /^\s*\|\|/.test(line) || (inner.includes('||') && !/[^|]\|[^|]/.test(inner)) ? '||' : '|';
  return inner.split(separator).map((cell) => cell.replaceAll(ESCAPED_BAR, '|').trim());
}

// No agenda has more columns than this.
const MOST_CELLS = 60;

function several(cells: string[]): string[] | undefined {
  return cells.length > 1 && cells.length <= MOST_CELLS ? cells : undefined;
}

function trim(text: string): string {
  return text.trim();
}
