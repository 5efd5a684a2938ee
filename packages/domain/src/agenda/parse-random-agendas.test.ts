import { describe, expect, it } from 'vitest';
import type { Agenda } from './agenda.ts';
import { parseAgenda } from './parse-agenda.ts';
import { randomAgenda, randomNumbers } from './random-agenda.ts';

const RUNS = 300;

// Seeds that once found a mistake.
const FOUND: readonly number[] = [419, 678];

function withoutLines(agenda: Agenda): unknown {
  return agenda.days.map(({ date, items }) => ({
    date,
    items: items.map(({ start, end, title, kind, reportBack }) => ({
      start,
      end,
      title,
      kind,
      reportBack,
    })),
  }));
}

function expectSameBack(seed: number): void {
  const { text, days, timeZone } = randomAgenda(randomNumbers(seed));
  const agenda = parseAgenda(text);
  const found = {
    seed,
    text,
    days: withoutLines(agenda),
    timeZone: agenda.timeZone,
    problems: agenda.problems,
  };
  expect(found).toEqual({ seed, text, days, timeZone, problems: [] });
}

describe('an agenda written in a random style', () => {
  const start = Math.floor(Math.random() * 2 ** 31);

  it(`reads as what it says (${RUNS} agendas from seed ${start})`, () => {
    for (let run = 0; run < RUNS; run++) expectSameBack(start + run);
  });

  it.each(FOUND)('reads as what it says (seed %i)', (seed) => {
    expectSameBack(seed);
  });
});
