import type { ReadLine } from './readings.ts';
import type { Row } from './row.ts';
import { cleanRowTitle } from './row-title.ts';
import type { SourceLine } from './source-line.ts';
import { readDuration } from './time.ts';

/**
 * Gives rows that are nothing but times their titles from the lines around, and lets the lines after a row be
 * its details. A start and an end on two lines become one row.
 */
export function giveTitles(lines: readonly ReadLine[]): ReadLine[] {
  const joined = joinTimes(lines);
  const titlesFollow = !titlesPrecede(joined);
  const used = new Set<SourceLine>();
  if (!titlesFollow) {
    joined.forEach(({ reading }, at) => {
      const row = bareRow(reading);
      const title = row && titleAbove(joined, at, used);
      if (row === undefined || title === undefined) return;
      row.title = cleanRowTitle(title.text).title;
      row.line = title.number;
      used.add(title);
    });
  }
  let open: Row | undefined;
  let openLine: SourceLine | undefined;
  for (const { line, reading } of joined) {
    if (reading.is === 'rows') {
      open = reading.rows.at(-1);
      openLine = line;
    } else if (reading.is !== 'words') {
      open = undefined;
    } else if (line.heading > 0 && open?.title !== '') {
      open = undefined;
    } else if (open !== undefined && openLine !== undefined && !used.has(line)) {
      addWords(open, openLine, line);
    }
  }
  return joined;
}

function addWords(row: Row, rowLine: SourceLine, line: SourceLine): void {
  if (row.title !== '') {
    if (row.details.length === 0 && goesOn(row.title, rowLine, line))
      row.title = `${row.title} ${line.text}`;
    else row.details.push(line.text);
    return;
  }
  const duration = readDuration(line.text);
  if (duration !== undefined) row.span = { ...row.span, duration: row.span.duration ?? duration };
  else row.title = cleanRowTitle(line.text).title;
}

/** The title was broken over two lines: an open bracket, or a last word that can't be the last. */
function goesOn(title: string, rowLine: SourceLine, line: SourceLine): boolean {
  if (
    line.gapBefore ||
    line.bullet ||
    line.heading > 0 ||
    line.cells.length > 0 ||
    line.text.length > 120
  )
    return false;
  if (line.indent < rowLine.indent) return false;
  const opened = title.split('(').length - title.split(')').length;
  return (
    opened > 0 ||
    (/(?:[,&:–—-]|\b(?:and|or|of|the|for|in|on|to|with|a|an|from|by))$/.test(title) &&
      line.indent > rowLine.indent)
  );
}

function bareRow(reading: ReadLine['reading']): Row | undefined {
  if (reading.is !== 'rows' || reading.rows.length !== 1) return undefined;
  const row = reading.rows[0];
  return row?.title === '' && row.place !== 'column' ? row : undefined;
}

/** "9:00 AM" and "– 10:00 AM" on the line after it. */
function joinTimes(lines: readonly ReadLine[]): ReadLine[] {
  const joined: ReadLine[] = [];
  lines.forEach((read, at) => {
    const row = bareRow(read.reading);
    const above = joined.at(-1);
    const start = above && bareRow(above.reading);
    const next = lines[at + 1];
    const titleFollows = next !== undefined && next.reading.is === 'words';
    const single = row !== undefined && row.span.end === undefined && !read.line.gapBefore;
    if (single && start !== undefined && start.span.end === undefined && titleFollows) {
      start.span = { ...start.span, end: row.span.start, zone: start.span.zone ?? row.span.zone };
      return;
    }
    joined.push(read);
  });
  return joined;
}

/** Whether the agenda writes "Welcome" first and "9:00–9:15" on the line below. */
function titlesPrecede(lines: readonly ReadLine[]): boolean {
  let above = 0;
  let below = 0;
  lines.forEach(({ line, reading }, at) => {
    if (bareRow(reading) === undefined) return;
    const before = lines[at - 1];
    const after = lines[at + 1];
    const titleAbove =
      before?.reading.is === 'words' && !line.gapBefore && before.line.text.length <= 120;
    const titleBelow = after?.reading.is === 'words' && !after.line.gapBefore;
    if (titleAbove && !titleBelow) above++;
    if (titleBelow && !titleAbove) below++;
  });
  if (above !== below) return above > below;
  // Without blank lines the edges tell: words above the first time, nothing below the last.
  const bare = lines.flatMap(({ reading }, at) => (bareRow(reading) === undefined ? [] : [at]));
  const [first, last] = [bare[0], bare.at(-1)];
  if (first === undefined || last === undefined) return false;
  return lines[first - 1]?.reading.is === 'words' && lines[last + 1]?.reading.is !== 'words';
}

/** The first line of the block that ends above the time. */
function titleAbove(
  lines: readonly ReadLine[],
  at: number,
  used: ReadonlySet<SourceLine>,
): SourceLine | undefined {
  let title: SourceLine | undefined;
  for (let above = at - 1; above >= 0 && above >= at - 4; above--) {
    const read = lines[above];
    if (read === undefined || read.reading.is !== 'words' || used.has(read.line)) break;
    title = read.line;
    if (read.line.gapBefore) break;
  }
  return title;
}
