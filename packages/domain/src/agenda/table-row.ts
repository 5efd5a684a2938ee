import type { ColumnRole } from './columns.ts';
import { type DayHeading, readDay, readDayHeading } from './day-heading.ts';
import { noSuchTime, type Reading, type Row, WORDS } from './row.ts';
import { type Cell, cellText, type SourceLine } from './source-line.ts';
import { readTextRow, rowAt } from './text-row.ts';
import { readDuration, readSpan, type SpanReading, type TimeSpan } from './time.ts';

/** Reads one row of a table. `columns` are the roles that the head of the table gave, if it has one. */
export function readTableRow(
  line: SourceLine,
  columns: readonly ColumnRole[] | undefined,
): Reading {
  const filled = line.cells.filter((cell) => cell.lines.length > 0 && cell.repeats !== 'left');
  if (filled.length === 1) {
    const heading = readDayHeading(cellText(filled[0]));
    if (heading !== undefined) return { is: 'day', heading, zone: undefined };
  }
  return columns === undefined ? readWithoutHead(line) : readWithHead(line, columns);
}

function readWithHead(line: SourceLine, columns: readonly ColumnRole[]): Reading {
  const columnText = (is: ColumnRole['is']): string => {
    const at = columns.findIndex((role) => role.is === is);
    return at < 0 ? '' : cellText(line.cells[at]);
  };
  const timeColumn = columns.findIndex((role) => role.is === 'time' || role.is === 'start');
  const timeCell = line.cells[timeColumn];
  const written = cellText(timeCell);
  const zipped = zip(line, timeCell, line.cells[titleColumn(columns, line) ?? -1]);
  if (zipped !== undefined) return { is: 'rows', rows: zipped };
  if (written === '') return readShifted(line, columns) ?? WORDS;

  const dateText = columnText('date');
  let day: DayHeading | undefined = dateText === '' ? undefined : readDay(dateText, 0);
  const dayInTime = readDay(written, 0);
  const times =
    dayInTime === undefined ? written : written.slice(dayInTime.end).replace(/^[\s,;:|–—-]+/, '');
  day = dayInTime ?? day;
  const reading = readSpan(times, 0, 'cell');
  if (reading?.is === 'no-such-time') return noSuchTime(reading.text);
  if (reading === undefined) return readOddTime(line, columns, written, day);

  const span = { ...reading.span };
  const end = readSpan(columnText('end'), 0, 'cell');
  if (end?.is === 'no-such-time') return noSuchTime(end.text);
  if (end?.is === 'span' && span.end === undefined) {
    span.end = end.span.start;
    span.zone ??= end.span.zone;
  }
  span.duration ??= readDuration(columnText('duration'), 'minutes');
  span.sure = true;
  return { is: 'rows', rows: rowsOf(line, columns, span, day) };
}

/** A cell under "Time" that holds more or less than a time. */
function readOddTime(
  line: SourceLine,
  columns: readonly ColumnRole[],
  written: string,
  day: DayHeading | undefined,
): Reading {
  const beginning = readSpan(written, 0, 'line');
  if (beginning?.is === 'span' && beginning.span.sure) {
    const rows = rowsOf(line, columns, beginning.span, day);
    const own = rowAt(line, beginning.span, written.slice(beginning.end), 'column');
    return {
      is: 'rows',
      rows: rows.map((row) => (row.title === '' ? { ...row, title: own.title } : row)),
    };
  }
  const heading = readDayHeading(written);
  if (heading !== undefined) return { is: 'day', heading, zone: undefined };
  const shifted = readShifted(line, columns);
  if (shifted !== undefined) return shifted;
  const filled = line.cells.filter((cell) => cell.lines.length > 0 && cell.repeats === undefined);
  if (filled.length < 2 || rowsOf(line, columns, NO_SPAN, day).every((row) => row.title === ''))
    return WORDS;
  return {
    is: 'unreadable',
    message: `“${written}” stands where the time should be: write it like 9:30 or 14:00.`,
  };
}

/** Columns that were lined up with several tabs: the time stands under another head. */
function readShifted(line: SourceLine, columns: readonly ColumnRole[]): Reading | undefined {
  const isElsewhere = line.cells.some((cell, at) => {
    const role = columns[at]?.is;
    if (role === 'end' || role === 'duration' || role === 'report-back') return false;
    const reading = readSpan(cellText(cell), 0, 'cell');
    return reading?.is === 'span' && reading.span.sure;
  });
  return isElsewhere ? readWithoutHead(line) : undefined;
}

const NO_SPAN: TimeSpan = {
  start: { hour: 0, minute: 0, half: undefined, style: 'bare', exact: false },
  end: undefined,
  duration: undefined,
  zone: undefined,
  sure: false,
};

function rowsOf(
  line: SourceLine,
  columns: readonly ColumnRole[],
  span: TimeSpan,
  day: DayHeading | undefined,
): Row[] {
  const zone =
    span.zone ?? columns.map((role) => ('zone' in role ? role.zone : undefined)).find(Boolean);
  const base = (title: Cell | undefined, column?: DayHeading): Row => ({
    ...rowAt(line, { ...span, zone }, title?.lines[0] ?? '', 'column'),
    details: title?.lines.slice(1) ?? [],
    day,
    column,
    continues: title?.repeats === 'above',
  });
  const grid = columns.flatMap((role, at) => {
    const cell = line.cells[at];
    return role.is === 'day' && cell !== undefined && cell.lines.length > 0
      ? [base(cell, role.heading)]
      : [];
  });
  if (columns.some((role) => role.is === 'day')) return grid;
  const tracks = columns.flatMap((role, at) => {
    const cell = line.cells[at];
    const own = cell !== undefined && cell.lines.length > 0 && cell.repeats !== 'left';
    return role.is === 'track' && own ? [base(cell)] : [];
  });
  const titleAt = titleColumn(columns, line);
  if (titleAt === undefined && tracks.length > 0) return tracks;

  const row = base(titleAt === undefined ? undefined : line.cells[titleAt]);
  const others = line.cells.flatMap((cell, at) => {
    const role = columns[at];
    const tells = role?.is === 'format' || role?.is === 'title' || role?.is === 'track';
    return tells && at !== titleAt && cell.repeats === undefined ? cell.lines : [];
  });
  const format = columns.findIndex((role) => role.is === 'format');
  const reportBackAt = columns.findIndex((role) => role.is === 'report-back');
  const reportBack = readSpan(cellText(line.cells[reportBackAt]), 0, 'cell');
  row.hints = format < 0 ? others : [cellText(line.cells[format]), ...others];
  row.details.push(...others);
  row.reportBack = reportBack?.is === 'span' ? reportBack.span : undefined;
  return [row];
}

/** The filled column that is the most likely title; where a cell spans columns, wherever its words stand. */
function titleColumn(columns: readonly ColumnRole[], line: SourceLine): number | undefined {
  const candidates = columns
    .flatMap((role, at) =>
      role.is === 'title' && cellText(line.cells[at]) !== '' ? [{ at, rank: role.rank }] : [],
    )
    .sort((one, other) => one.rank - other.rank);
  const best = candidates[0]?.at;
  if (best !== undefined) return best;
  if (!columns.some((role) => role.is === 'title')) return undefined;
  const spanning = columns.findIndex(
    (role, at) =>
      (role.is === 'aside' || role.is === 'format' || role.is === 'track') &&
      spansTitle(line, columns, at),
  );
  return spanning < 0 ? undefined : spanning;
}

// In a short row of a table ("| 12:00 | Lunch |" under four heads) the words may stand under another head.
function spansTitle(line: SourceLine, columns: readonly ColumnRole[], at: number): boolean {
  return cellText(line.cells[at]) !== '' && line.cells.length < columns.length;
}

/** "9:00<br>9:30<br>10:00" beside "Welcome<br>Keynote<br>Break": a table inside one row. */
function zip(
  line: SourceLine,
  times: Cell | undefined,
  titles: Cell | undefined,
): Row[] | undefined {
  if (times === undefined || titles === undefined || times.lines.length !== titles.lines.length)
    return undefined;
  const spans = times.lines.map((text) => readSpan(text, 0, 'cell'));
  if (!spans.every((reading) => reading?.is === 'span')) return undefined;
  const ranges = spans.every((reading) => reading.span.end !== undefined);
  // Two single times are a start and an end.
  if (times.lines.length < (ranges ? 2 : 3)) return undefined;
  return spans.map((reading, at) => rowAt(line, reading.span, titles.lines[at] ?? '', 'column'));
}

/** A row of a table without a head: the time is the cell that is nothing but a time. */
function readWithoutHead(line: SourceLine): Reading {
  const texts = line.cells.map((cell) => (cell.repeats === 'left' ? '' : cellText(cell)));
  const readings = texts.map((text) => readSpan(text, 0, 'cell'));
  const at = readings.findIndex((reading, cell) => isTimeCell(reading, texts[cell] ?? ''));
  if (at < 0) return readAsText(line);
  const reading = readings[at];
  if (reading?.is === 'no-such-time') return noSuchTime(reading.text);
  if (reading === undefined) return WORDS;
  const zipped = zip(line, line.cells[at], line.cells[at + 1]);
  if (zipped !== undefined) return { is: 'rows', rows: zipped };

  const span = { ...reading.span };
  let next = at + 1;
  const second = readings[next];
  if (
    span.end === undefined &&
    second?.is === 'span' &&
    second.span.end === undefined &&
    isTimeCell(second, texts[next] ?? '')
  ) {
    span.end = second.span.start;
    span.zone ??= second.span.zone;
    next++;
  }
  const beforeCells = texts.slice(0, at);
  const dayText = beforeCells.find((text) => text !== '' && isWholeDay(text));
  const before = beforeCells.findIndex((text) => text !== dayText && isWords(text));
  const after = texts.findIndex(
    (text, cell) => cell >= next && isWords(text) && readDuration(text) === undefined,
  );
  const titleAt = before >= 0 ? before : after;
  const lengths = texts.slice(next).map((text) => readDuration(text));
  span.duration ??= lengths.find((minutes) => minutes !== undefined);
  const title = line.cells[titleAt];
  const row = rowAt(line, span, title?.lines[0] ?? '', before >= 0 ? 'last' : 'first');
  row.details.push(
    ...(title?.lines.slice(1) ?? []),
    ...texts.filter((text, cell) => cell > next && cell !== titleAt && text !== ''),
  );
  row.day = dayText === undefined ? undefined : readDay(dayText, 0);
  return { is: 'rows', rows: [row] };
}

function isTimeCell(reading: SpanReading | undefined, text: string): boolean {
  if (reading === undefined) return false;
  return (
    reading.is === 'no-such-time' ||
    reading.span.sure ||
    reading.span.end !== undefined ||
    /^\d{3,4}$|\.\d\d$|h$/i.test(text)
  );
}

function isWholeDay(text: string): boolean {
  const day = readDay(text, 0);
  return day !== undefined && /^[\s.,:;)\]]*$/.test(text.slice(day.end));
}

function isWords(text: string): boolean {
  return /\p{L}{2}/u.test(text);
}

/** "9:00 Welcome | Jane Doe": the first cell is a row in itself, or all of the line is. */
function readAsText(line: SourceLine): Reading {
  const at = line.cells.findIndex((cell) => cell.lines.length > 0);
  const first = readTextRow({ ...line, text: line.cells[at]?.lines[0] ?? '', cells: [] });
  if (first.is === 'words') return readTextRow({ ...line, cells: [] });
  if (first.is !== 'rows') return first;
  const details = line.cells.flatMap((cell, cellAt) =>
    cellAt === at ? cell.lines.slice(1) : cell.lines,
  );
  const rows = first.rows.map((row) =>
    row.title === ''
      ? { ...row, title: details[0] ?? '', details: details.slice(1) }
      : { ...row, details },
  );
  return { is: 'rows', rows };
}
