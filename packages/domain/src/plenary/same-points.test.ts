import { expect, it } from 'vitest';
import { parseGroupId, parsePointId } from '../ids.ts';
import { type Plenary, samePoints, untouchedPlenary } from './plenary.ts';
import { plenaryAfter } from './plenary-command.ts';
import { sameCommand } from './same-points.ts';

const at = (table: number) => ({
  group: parseGroupId(`t${table}`),
  point: parsePointId(`p${table}`),
});
const heard = (...tables: number[]): Plenary => ({
  ...untouchedPlenary,
  presentation: { ...untouchedPlenary.presentation, heard: tables.map((table) => at(table).group) },
});
const says = (plenary: Plenary, own: number, other: number, same = true): Plenary => {
  const command = sameCommand(plenary, at(own), at(other), same);
  return command === null ? plenary : plenaryAfter(plenary, command, 0);
};
const family = (plenary: Plenary, table: number) => samePoints(plenary, at(table).point);

it('the point of the table that was heard first stands for both', () => {
  expect(family(says(heard(2), 2, 4), 4)).toEqual(['p2', 'p4']);
  expect(family(says(heard(4), 2, 4), 2)).toEqual(['p4', 'p2']);
  expect(family(says(heard(4, 2), 2, 4), 2)).toEqual(['p4', 'p2']);
  expect(family(says(heard(), 2, 4), 2)).toEqual(['p4', 'p2']);
});

it('a third table joins them, and saying it twice changes nothing', () => {
  const three = says(says(heard(4), 2, 4), 3, 2);
  expect(family(three, 3)).toEqual(['p4', 'p2', 'p3']);
  expect(sameCommand(three, at(3), at(4), true)).toBeNull();
});

it('a table parts its own point and leaves the others together; what stands for them parts from one', () => {
  const three = says(says(heard(4), 2, 4), 3, 4);
  expect(family(says(three, 3, 2, false), 2)).toEqual(['p4', 'p2']);
  const parted = says(three, 4, 2, false);
  expect([family(parted, 4), family(parted, 2)]).toEqual([['p4', 'p3'], ['p2']]);
  expect(sameCommand(heard(), at(2), at(4), false)).toBeNull();
});
