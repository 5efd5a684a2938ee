import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Agenda } from './agenda.ts';
import { parseAgenda } from './parse-agenda.ts';

const folder = new URL('./agendas/', import.meta.url);

function pasted(name: string): string {
  return readFileSync(new URL(`${name}.txt`, folder), 'utf8');
}

const names = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.slice(0, -'.txt'.length));

/** The reading that a person wrote down for the agenda; of its problems only their lines. */
function expectedReading(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
}

function reading(agenda: Agenda): unknown {
  return { ...agenda, problems: agenda.problems.map(({ line }) => ({ line })) };
}

describe('agendas as people publish them', () => {
  it.each(names)('%s reads as a person reads it', (name) => {
    expect(reading(parseAgenda(pasted(name)))).toEqual(expectedReading(name));
  });

  it.each(names)('%s reads the same with Windows line ends and other spaces', (name) => {
    const text = pasted(name).replace(/\r/g, '');
    const spaces = /(?<=\S) (?=\S)(?![^<>]*>)/g;
    const disguised = text.replace(spaces, '\u00a0').replace(/\n/g, '\r\n');
    expect(reading(parseAgenda(disguised))).toEqual(expectedReading(name));
  });

  it('points each problem to its line and quotes it', () => {
    const text = 'Workshop\n\n9:00-9:30 Welcome\n25:00-26:00 Keynote\n10:00-10:30 Coffee\n';
    expect(parseAgenda(text).problems).toEqual([
      {
        line: 4,
        text: '25:00-26:00 Keynote',
        message: '“25:00-26:00” is no time of day: hours go to 24 and minutes to 59.',
      },
    ]);
  });

  it('finds nothing, and nothing wrong, in prose', () => {
    const prose = [
      'Doors open at 8:30 and the workshop will close by 17:00.',
      'In 2024-2026 about 10-15 people met at 9:00 on Mondays; call 0800 555 1234.',
      'Please submit your abstract by May 1, 2026, 5:00 pm.',
      'This work is supported by grant 1015-1130.',
    ].join('\n');
    expect(parseAgenda(prose)).toEqual({ days: [], problems: [] });
  });
});
