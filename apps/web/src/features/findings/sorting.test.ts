import {
  type AskedCommand,
  type BoardCard,
  commandAsked,
  type Plenary,
  parseFindingId,
  parseGroupId,
  parsePointId,
  plenaryAfter,
  untouchedPlenary,
} from '@reportback/domain';
import { expect, it } from 'vitest';
import {
  beforeAfterMove,
  inOrderOfVotes,
  isMoved,
  sortFamily,
  sortPoints,
  tablesOf,
} from './sorting.ts';

const point = parsePointId;
const finding = parseFindingId;
const card = (number: number, ...points: string[]): BoardCard => ({
  group: parseGroupId(`g${number}`),
  number,
  name: '',
  headline: '',
  points: points.map((id) => ({ id: point(id), text: `Says ${id}` })),
  ask: '',
  dissent: '',
  reporter: null,
  state: 'writing',
  people: 1,
  signedOff: 'no',
});
const cards = [card(1, 'a', 'b'), card(2, 'c')];
const after = (plenary: Plenary, ...commands: AskedCommand[]) =>
  commands.reduce(
    (before, command) =>
      plenaryAfter(before, commandAsked(command, before.presentation, [], null), 0),
    plenary,
  );
const make = (id: string, ...points: string[]): AskedCommand => ({
  is: 'make-finding',
  finding: finding(id),
  name: id,
  points: points.map(point),
});
const shape = (plenary: Plenary) => {
  const { findings, unsorted } = sortPoints(plenary, cards);
  return {
    findings: findings.map(({ families }) => families.map(({ first }) => first.id)),
    unsorted: unsorted.map(({ first }) => first.id),
  };
};

it('what is in no finding is unsorted, and deleted points are nowhere', () => {
  expect(shape(after(untouchedPlenary, make('f', 'b', 'gone')))).toEqual({
    findings: [['b']],
    unsorted: ['a', 'c'],
  });
});

it('points that say the same stand once, even when both were sorted before they were joined', () => {
  const joined = after(untouchedPlenary, make('f', 'a'), make('g', 'c'), {
    is: 'join-point',
    point: point('c'),
    same: point('a'),
  });
  expect(shape(joined)).toEqual({ findings: [['a'], []], unsorted: ['b'] });
  const family = sortPoints(joined, cards).findings[0]!.families[0]!;
  const moved = after(joined, ...sortFamily(joined, family, null));
  expect(shape(moved)).toEqual({ findings: [[], []], unsorted: ['a', 'b'] });
});

it('a finding moves by one place, and not beyond the ends', () => {
  const three = after(untouchedPlenary, make('f'), make('g'), make('h')).findings;
  expect(beforeAfterMove(three, finding('g'), -1)).toBe('f');
  expect(beforeAfterMove(three, finding('f'), 1)).toBe('h');
  expect(beforeAfterMove(three, finding('g'), 1)).toBe(null);
  expect(beforeAfterMove(three, finding('h'), 1)).toBe(undefined);
  expect(beforeAfterMove(three, finding('f'), -1)).toBe(undefined);
});

it('after the vote the findings can be put in the order of their votes', () => {
  const plenary = after(untouchedPlenary, make('f'), make('g'), make('h'));
  const votes = new Map([
    [finding('h'), 5],
    [finding('f'), 2],
  ] as const);
  const sorted = after(plenary, inOrderOfVotes(plenary.findings, votes));
  expect(sorted.findings.map(({ id }) => id)).toEqual(['h', 'f', 'g']);
});

it('a finding that is dropped where it stands has not moved', () => {
  const { findings } = after(untouchedPlenary, make('f'), make('g'), make('h'));
  expect(isMoved(findings, finding('f'), finding('f'))).toBe(false);
  expect(isMoved(findings, finding('f'), finding('g'))).toBe(false);
  expect(isMoved(findings, finding('h'), null)).toBe(false);
  expect(isMoved(findings, finding('f'), finding('h'))).toBe(true);
  expect(isMoved(findings, finding('g'), null)).toBe(true);
});

it('a finding counts the tables of all its points once, those that said the same too', () => {
  const plenary = after(untouchedPlenary, make('f', 'a', 'b'), {
    is: 'join-point',
    point: point('c'),
    same: point('a'),
  });
  expect(tablesOf(sortPoints(plenary, cards).findings[0]!)).toEqual(cards);
});
