import { type Move, parseGroupId, parseSeatId, parseWorkshopId } from '@reportback/domain';
import { expect, it } from 'vitest';
import { shareOut, shareOutBalanced } from './assignment.ts';

const workshop = parseWorkshopId('w');
const groups = [1, 2, 3].map((number) => ({
  id: parseGroupId(`table-${number}`),
  workshop,
  number,
  name: '',
}));
const person = (name: string, affiliation: string, table: number | null = null) => ({
  id: parseSeatId(name.toLowerCase()),
  workshop,
  name,
  affiliation,
  country: '',
  citeAs: '',
  consent: false,
  group: table === null ? null : (groups[table - 1]?.id ?? null),
  here: false,
});

/** Numbers that look like chance and are the same each time (a linear congruential generator). */
function chance(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const crowd = Array.from({ length: 10 }, (_, index) =>
  person(`P${index}`, index < 3 ? 'Lakemoor' : index < 6 ? 'Pinehurst' : ''),
);
const sizes = (moves: readonly Move[]) =>
  groups.map(({ id }) => moves.filter(({ to }) => to === id).length).sort();

it.each([1, 2, 3, 4, 5])(
  'everybody gets a table, and tables differ by one at most (seed %d)',
  (seed) => {
    for (const how of [shareOut, shareOutBalanced]) {
      const moves = how({ people: crowd, everybody: crowd, groups }, chance(seed));
      expect(new Set(moves.map(({ seat }) => seat)).size).toBe(10);
      expect(Math.max(...sizes(moves))).toBeLessThanOrEqual(4);
    }
  },
);

it.each([1, 2, 3, 4, 5])('people of one affiliation are spread (seed %d)', (seed) => {
  const moves = shareOutBalanced({ people: crowd, everybody: crowd, groups }, chance(seed));
  for (const affiliation of ['Lakemoor', 'Pinehurst']) {
    const seats = crowd.filter((each) => each.affiliation === affiliation).map(({ id }) => id);
    const tables = moves.filter(({ seat }) => seats.includes(seat)).map(({ to }) => to);
    expect(new Set(tables).size).toBe(3);
  }
});

it('latecomers fill up what is emptiest, and nobody else moves', () => {
  const seated = [person('A', '', 1), person('B', '', 1), person('C', '', 2)];
  const late = [person('D', ''), person('E', '')];
  const moves = shareOut({ people: late, everybody: [...seated, ...late], groups }, chance(7));
  expect(moves.map(({ seat }) => seat).sort()).toEqual(['d', 'e']);
  expect(moves.map(({ to }) => to).sort()).toEqual(['table-2', 'table-3']);
});

it('five thousand people are spread over sixty tables in no time', () => {
  const tables = Array.from({ length: 60 }, (_, index) => ({
    id: parseGroupId(`table-${index}`),
    workshop,
    number: index + 1,
    name: '',
  }));
  let looks = 0;
  const all = Array.from({ length: 5000 }, (_, index) => ({
    ...person(`P${index}`, ''),
    get affiliation() {
      looks += 1;
      return `Lab ${index % 40}`;
    },
  }));
  const moves = shareOutBalanced({ people: all, everybody: all, groups: tables }, chance(1));
  // Comparing everybody with everybody took a page fifteen seconds.
  expect(looks).toBeLessThan(20_000);
  expect(moves).toHaveLength(5000);
  const lab = new Set(all.filter(({ affiliation }) => affiliation === 'Lab 7').map(({ id }) => id));
  const here = tables.map(({ id }) => moves.filter(({ to, seat }) => to === id && lab.has(seat)));
  expect(Math.max(...here.map(({ length }) => length))).toBeLessThanOrEqual(3);
});
