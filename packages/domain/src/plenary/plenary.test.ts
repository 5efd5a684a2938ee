import { describe, expect, it } from 'vitest';
import { parseFindingId, parseGroupId, parsePointId, parseSeatId } from '../ids.ts';
import {
  type Plenary,
  samePoints,
  speakingOrder,
  stillToSpeak,
  untouchedPlenary,
} from './plenary.ts';
import { type PlenaryCommand, plenaryAfter } from './plenary-command.ts';
import { type PlenaryStep, plenaryOf, stepToUndo } from './plenary-steps.ts';
import { countVotes, votesLeft } from './voices.ts';

const group = (n: number) => parseGroupId(`t${n}`);
const point = (name: string) => parsePointId(name);
const finding = (name: string) => parseFindingId(name);
const after = (commands: readonly PlenaryCommand[], from: Plenary = untouchedPlenary) =>
  commands.reduce((plenary, command, at) => plenaryAfter(plenary, command, at), from);
const sorted = (plenary: Plenary) => plenary.findings.map(({ id, points }) => [id, ...points]);

const twoFindings: readonly PlenaryCommand[] = [
  {
    is: 'make-finding',
    finding: finding('access'),
    name: 'Access',
    points: [point('a'), point('b')],
  },
  { is: 'make-finding', finding: finding('data'), name: 'Data', points: [point('c')] },
];

describe('the presentation', () => {
  it('hears a group when the next one comes on the screen', () => {
    const plenary = after([
      { is: 'present', group: group(1), share: 70_000 },
      { is: 'show-points', shown: 2 },
      { is: 'present', group: group(3), share: 70_000 },
    ]);
    expect(plenary.presentation.heard).toEqual([group(1)]);
    expect(plenary.presentation.spotlight).toEqual({
      group: group(3),
      since: 2,
      shown: 0,
      share: 70_000,
    });
  });

  it('is not restarted by two facilitators who present the same group', () => {
    const once = after([{ is: 'present', group: group(1), share: null }]);
    expect(plenaryAfter(once, { is: 'present', group: group(1), share: null }, 9)).toBe(once);
  });

  it('goes back to a group in one step, and neither was heard then', () => {
    const plenary = after([
      { is: 'present', group: group(1), share: null },
      { is: 'present', group: group(2), share: null },
      { is: 'present', group: group(3), share: null },
      { is: 'present-again', group: group(2), share: 30_000 },
    ]);
    expect(plenary.presentation.heard).toEqual([group(1)]);
    expect(plenary.presentation.spotlight).toMatchObject({ group: group(2), shown: 0 });
    expect(after([{ is: 'present-again', group: group(2), share: 9 }], plenary)).toBe(plenary);
  });

  it('shows no point of a group that came on the screen meanwhile', () => {
    const plenary = after([{ is: 'present', group: group(2), share: null }]);
    expect(after([{ is: 'show-points', shown: 3, group: group(1) }], plenary)).toBe(plenary);
    const shown = after([{ is: 'show-points', shown: 3, group: group(2) }], plenary);
    expect(shown.presentation.spotlight?.shown).toBe(3);
  });

  it('shares the time that is left among the tables that have not spoken', () => {
    const groups = [1, 2, 3, 4].map(group);
    const { presentation } = after([
      { is: 'present', group: group(1), share: null },
      { is: 'present', group: group(2), share: null },
    ]);
    expect(stillToSpeak(presentation, groups, group(3))).toEqual([group(3), group(4)]);
    expect(stillToSpeak(presentation, groups, group(1))).toEqual([group(1), group(3), group(4)]);
  });

  it('lets tables that the order does not name follow by number', () => {
    const { presentation } = after([{ is: 'set-order', order: [group(3), group(9), group(3)] }]);
    const groups = [2, 1, 3].map((number) => ({ id: group(number), number }));
    expect(speakingOrder(presentation, groups)).toEqual([group(3), group(1), group(2)]);
  });
});

describe('points that say the same', () => {
  it('stand together, however they were joined', () => {
    const plenary = after([
      { is: 'join-point', point: point('b'), same: point('a') },
      { is: 'join-point', point: point('c'), same: point('b') },
      { is: 'join-point', point: point('a'), same: point('d') },
    ]);
    for (const name of ['a', 'b', 'c', 'd'])
      expect(samePoints(plenary, point(name)).toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('cannot go round in a circle', () => {
    const joined = after([{ is: 'join-point', point: point('b'), same: point('a') }]);
    expect(plenaryAfter(joined, { is: 'join-point', point: point('a'), same: point('b') }, 1)).toBe(
      joined,
    );
  });

  it('can be parted again', () => {
    const plenary = after([
      { is: 'join-point', point: point('b'), same: point('a') },
      { is: 'part-point', point: point('b') },
    ]);
    expect(samePoints(plenary, point('b'))).toEqual([point('b')]);
  });
});

describe('findings', () => {
  it('take a point from the finding it was in', () => {
    const plenary = after([
      ...twoFindings,
      { is: 'sort-point', point: point('b'), finding: finding('data'), before: point('c') },
    ]);
    expect(sorted(plenary)).toEqual([
      ['access', 'a'],
      ['data', 'b', 'c'],
    ]);
  });

  it('hold a point once, however often it was named when they were made', () => {
    const plenary = after([
      {
        is: 'make-finding',
        finding: finding('x'),
        name: '',
        points: [point('a'), point('a')],
      },
    ]);
    expect(sorted(plenary)).toEqual([['x', 'a']]);
  });

  it('merge and split without losing a point', () => {
    const plenary = after([
      ...twoFindings,
      { is: 'merge-findings', from: finding('data'), into: finding('access') },
      {
        is: 'split-finding',
        finding: finding('access'),
        points: [point('a')],
        made: finding('new'),
        name: 'New',
      },
    ]);
    expect(sorted(plenary)).toEqual([
      ['access', 'b', 'c'],
      ['new', 'a'],
    ]);
  });

  it('are placed by their neighbour', () => {
    const plenary = after([
      ...twoFindings,
      { is: 'place-finding', finding: finding('data'), before: finding('access') },
    ]);
    expect(sorted(plenary).map(([id]) => id)).toEqual(['data', 'access']);
  });

  it('are put in an order at once, and one that was made meanwhile keeps its place behind', () => {
    const order: PlenaryCommand = {
      is: 'order-findings',
      order: [finding('data'), finding('gone'), finding('access'), finding('data')],
    };
    const late: PlenaryCommand = {
      is: 'make-finding',
      finding: finding('late'),
      name: 'Late',
      points: [],
    };
    expect(sorted(after([...twoFindings, late, order])).map(([id]) => id)).toEqual([
      'data',
      'access',
      'late',
    ]);
  });

  it('ignore what names a finding that somebody else removed', () => {
    const plenary = after([...twoFindings, { is: 'remove-finding', finding: finding('data') }]);
    const late: PlenaryCommand = {
      is: 'sort-point',
      point: point('a'),
      finding: finding('data'),
      before: null,
    };
    expect(plenaryAfter(plenary, late, 9)).toBe(plenary);
  });
});

describe('citations', () => {
  it('stand once for each point and finding, with the reason given last', () => {
    const cite = (why: string): PlenaryCommand => ({
      is: 'cite-finding',
      point: point('a'),
      finding: finding('morning'),
      why,
    });
    const plenary = after([cite('It says so'), cite('It asks for more')]);
    expect(plenary.citations.map(({ why }) => why)).toEqual(['It asks for more']);
    const parted = after(
      [{ is: 'part-from-finding', point: point('a'), finding: finding('morning') }],
      plenary,
    );
    expect(parted.citations).toEqual([]);
  });
});

describe('undo', () => {
  const step = (
    number: number,
    command: PlenaryCommand,
    by: string,
    undone = false,
  ): PlenaryStep => ({
    number,
    command,
    by,
    undone,
    at: number,
  });

  it('takes back one’s own last step and leaves what others did since', () => {
    const steps = [
      ...twoFindings.map((command, i) => step(i + 1, command, 'Ines')),
      step(3, { is: 'name-finding', finding: finding('data'), name: 'Moving data' }, 'Ines'),
      step(4, { is: 'name-finding', finding: finding('access'), name: 'Doors' }, 'Omar'),
    ];
    const undone = stepToUndo(steps, 'Ines', null);
    expect(undone?.number).toBe(3);
    const left = plenaryOf(steps.map((one) => (one === undone ? { ...one, undone: true } : one)));
    expect(left.findings.map(({ name }) => name)).toEqual(['Doors', 'Data']);
  });

  it('of a part takes back nothing of the other, and a joined point from both', () => {
    const steps = [
      step(1, { is: 'join-point', point: point('b'), same: point('a') }, 'Ines'),
      step(2, { is: 'close-vote' }, 'Omar'),
      step(3, { is: 'present', group: group(1), share: null }, 'Ines'),
    ];
    expect(stepToUndo(steps, 'Ines', 'presentation')?.number).toBe(3);
    expect(stepToUndo(steps, 'Ines', 'findings')?.number).toBe(1);
    expect(stepToUndo(steps.slice(0, 2), 'Ines', 'presentation')?.number).toBe(1);
    expect(stepToUndo(steps, 'Omar', 'presentation')).toBeNull();
    expect(stepToUndo(steps.slice(2), 'Ines', 'findings')).toBeNull();
  });

  it('of a step that others built on leaves nothing that hangs in the air', () => {
    const steps = [
      step(
        1,
        { is: 'make-finding', finding: finding('access'), name: 'Access', points: [] },
        'Ines',
        true,
      ),
      step(
        2,
        { is: 'sort-point', point: point('a'), finding: finding('access'), before: null },
        'Omar',
      ),
    ];
    expect(plenaryOf(steps)).toEqual(untouchedPlenary);
  });
});

describe('votes', () => {
  const seat = parseSeatId('s1');
  const votes = [
    { finding: finding('access'), seat, votes: 2 },
    { finding: finding('access'), seat: parseSeatId('s2'), votes: 1 },
  ];

  it('add up per finding, and run out per seat', () => {
    expect(countVotes(votes).get(finding('access'))).toBe(3);
    expect(votesLeft(votes, seat, 3)).toBe(1);
  });
});
