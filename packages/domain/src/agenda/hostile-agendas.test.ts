import { describe, expect, it } from 'vitest';
import { AGENDA_LIMIT_BYTES } from './agenda-text.ts';
import { parseAgenda } from './parse-agenda.ts';

function filled(part: string): string {
  return part.repeat(Math.floor(AGENDA_LIMIT_BYTES / new TextEncoder().encode(part).byteLength));
}

/** The same in lines as long as they are read. */
function inLines(part: string): string {
  return filled(`${part.repeat(Math.ceil(990 / part.length)).slice(0, 990)}\n`);
}

// Each of these takes time that grows with the square of its length in a careless parser; here they only have to end.
const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  ['one line of digits', filled('1')],
  ['half a range, again and again', filled('9:00-')],
  ['half a range on each line', filled('9:00-\n')],
  ['500,000 short lines', filled('a\n')],
  ['hours alone', filled('9 A\n')],
  ['rows that go back', filled('9:00 a\n8:00 b\n')],
  ['rows inside rows', filled('0:00-24:00 x\n')],
  ['open brackets', inLines('[(')],
  ['spaces', inLines(`${' '.repeat(400)}.`)],
  ['stars and words', inLines('*a _b ')],
  ['table bars', inLines('|a')],
  ['dates', inLines('12 May 2026 ')],
  [
    'words of every kind',
    inLines('9:00 report of the group discussion to the table breakouts and coffee '),
  ],
  ['deep elements', filled('<div>')],
  ['cells without end', filled('<td>9:00')],
  ['tables in tables', filled('<table><tr><td>')],
  [
    'cells that claim a million columns',
    `<table>${filled('<tr><td colspan=1000000 rowspan=99999>9:00 a').slice(0, -40)}`,
  ],
  ['half open tags', `<p>a</p>${filled('<a ').slice(0, -40)}`],
];

describe('hostile text of 1 MB', () => {
  it.each(HOSTILE)('%s', (_, text) => {
    expect(parseAgenda(text)).toHaveProperty('days');
  });
});
