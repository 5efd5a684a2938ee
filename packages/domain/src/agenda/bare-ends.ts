import type { Clock } from './clock.ts';
import type { ReadLine } from './readings.ts';
import type { Row } from './row.ts';

/**
 * "9:30 - 10 coffee" may be coffee until ten, or ten coffees. It is the end of the row where the next row begins
 * just then; then it leaves the title.
 */
export function readBareEnds(lines: readonly ReadLine[]): ReadLine[] {
  let next: Row | undefined;
  return lines
    .toReversed()
    .map((read): ReadLine => {
      if (read.reading.is !== 'rows') return read;
      const [row, ...others] = read.reading.rows;
      if (row === undefined) return read;
      const ended = withBareEnd(row, next) ?? row;
      next = ended;
      return { ...read, reading: { is: 'rows', rows: [ended, ...others] } };
    })
    .toReversed();
}

function withBareEnd(row: Row, next: Row | undefined): Row | undefined {
  const found = row.span.end === undefined ? HOUR_FIRST.exec(row.title) : null;
  const [, digits, title] = found ?? [];
  if (digits === undefined || title === undefined || !AFTER_DASH.test(row.raw)) return undefined;
  const hour = Number(digits);
  const begins = next?.span.start;
  if (begins === undefined || begins.minute !== 0 || begins.hour % 12 !== hour % 12)
    return undefined;
  const end: Clock = { hour, minute: 0, half: undefined, style: 'bare', exact: false };
  return { ...row, title, span: { ...row.span, end } };
}

const HOUR_FIRST = /^(\d{1,2}) (\p{L}.*)$/u;
const AFTER_DASH = /^[^\p{L}]*\d\s*[-–—]\s*\d{1,2}\s+\p{L}/u;
