import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseActionId, parseFindingId, parseGroupId, parsePointId } from '../ids.ts';
import { firstSaid, type Plenary, samePoints, untouchedPlenary } from './plenary.ts';
import { type PlenaryCommand, plenaryAfter } from './plenary-command.ts';
import { type PlenaryStep, plenaryOf, stepToUndo } from './plenary-steps.ts';

const points = ['a', 'b', 'c', 'd', 'e', 'f'].map(parsePointId);
const findings = ['x', 'y', 'z'].map(parseFindingId);
const groups = ['t1', 't2', 't3'].map(parseGroupId);

const point = fc.constantFrom(...points);
const finding = fc.constantFrom(...findings);
const group = fc.constantFrom(...groups);
const somePoints = fc.array(point, { maxLength: 5 });
const words = fc.constantFrom('', 'Access', 'Data', 'People');
const is = <Name extends string>(name: Name) => fc.constant(name);

/** Every command there is, about few things, so that they meet. */
const anyCommand: fc.Arbitrary<PlenaryCommand> = fc.oneof(
  fc.record({ is: is('set-mode'), mode: fc.constantFrom('speeches', 'gallery') }),
  fc.record({ is: is('set-order'), order: fc.array(group) }),
  fc.record({
    is: is('set-fair-clock'),
    clock: fc.record({ changeover: fc.nat(90_000), reserve: fc.nat(600_000) }),
  }),
  fc.record({ is: is('present'), group, share: fc.option(fc.nat()) }),
  fc.record({ is: is('present-again'), group, share: fc.option(fc.nat()) }),
  fc.record({ is: is('show-points'), shown: fc.nat(6) }),
  fc.record({ is: is('show-points'), shown: fc.nat(6), group }),
  fc.record({ is: is('end-presentation') }),
  fc.record({ is: is('set-heard'), group, heard: fc.boolean() }),
  fc.record({ is: is('join-point'), point, same: point }),
  fc.record({ is: is('part-point'), point }),
  fc.record({ is: is('make-finding'), finding, name: words, points: somePoints }),
  fc.record({ is: is('name-finding'), finding, name: words }),
  fc.record({ is: is('state-finding'), finding, statement: words }),
  fc.record({
    is: is('sort-point'),
    point,
    finding: fc.option(finding),
    before: fc.option(point),
  }),
  fc.record({ is: is('order-findings'), order: fc.array(finding) }),
  fc.record({ is: is('place-finding'), finding, before: fc.option(finding) }),
  fc.record({ is: is('merge-findings'), from: finding, into: finding }),
  fc.record({
    is: is('split-finding'),
    finding,
    points: somePoints,
    made: finding,
    name: words,
  }),
  fc.record({ is: is('remove-finding'), finding }),
  fc.record({ is: is('open-vote'), perSeat: fc.integer({ min: 1, max: 9 }), live: fc.boolean() }),
  fc.record({ is: is('close-vote') }),
  fc.record({
    is: is('put-action'),
    action: fc.record({
      id: fc.constantFrom('p', 'q').map(parseActionId),
      text: words,
      owner: words,
      due: words,
    }),
  }),
  fc.record({ is: is('remove-action'), action: fc.constantFrom('p', 'q').map(parseActionId) }),
  fc.record({ is: is('cite-finding'), point, finding, why: words }),
  fc.record({ is: is('part-from-finding'), point, finding }),
);

/** What two people do, in the order in which it reached the server; each may take back a step of their own. */
const anyDoings = fc.array(
  fc.record({
    by: fc.constantFrom('ines', 'omar'),
    does: fc.oneof({ arbitrary: anyCommand, weight: 6 }, fc.constant('undo' as const)),
  }),
  { maxLength: 60, size: 'max' },
);
type Doing = (typeof anyDoings extends fc.Arbitrary<infer All> ? All : never)[number];

function stepsOf(doings: readonly Doing[]): readonly PlenaryStep[] {
  return doings.reduce<readonly PlenaryStep[]>((steps, { by, does }, index) => {
    if (does !== 'undo')
      return [...steps, { number: index + 1, command: does, at: index, by, undone: false }];
    const last = stepToUndo(steps, by, null);
    return steps.map((step) => (step === last ? { ...step, undone: true } : step));
  }, []);
}

const sorted = (plenary: Plenary) => plenary.findings.flatMap((one) => one.points);
const check = (property: fc.IProperty<[readonly Doing[]]>) => fc.assert(property, { numRuns: 500 });

it('never loses nor doubles a point, whatever two facilitators do at once', () => {
  check(
    fc.property(anyDoings, (doings) => {
      const plenary = plenaryOf(stepsOf(doings));
      const inFindings = sorted(plenary);
      expect(new Set(inFindings).size).toBe(inFindings.length);
      const unsorted = points.filter((one) => !inFindings.includes(one));
      expect([...inFindings, ...unsorted].toSorted()).toEqual(points);
    }),
  );
});

it('keeps findings, joined points, tables heard, actions and citations one of a kind', () => {
  check(
    fc.property(anyDoings, (doings) => {
      const plenary = plenaryOf(stepsOf(doings));
      for (const ids of [
        plenary.findings.map(({ id }) => id),
        plenary.sameAs.map(({ point }) => point),
        plenary.actions.map(({ id }) => id),
        plenary.citations.map(({ point, finding }) => `${point} ${finding}`),
        plenary.presentation.heard,
        plenary.presentation.order,
      ])
        expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});

it('lets every joined point stand with one that stands for itself', () => {
  check(
    fc.property(anyDoings, (doings) => {
      const plenary = plenaryOf(stepsOf(doings));
      for (const { point, same } of plenary.sameAs) {
        expect(same).not.toBe(point);
        expect(firstSaid(plenary, same)).toBe(same);
        expect(samePoints(plenary, same)).toContain(point);
      }
    }),
  );
});

it('is untouched once every step is undone', () => {
  check(
    fc.property(anyDoings, (doings) => {
      const undone = stepsOf(doings).map((step) => ({ ...step, undone: true }));
      expect(plenaryOf(undone)).toEqual(untouchedPlenary);
    }),
  );
});

it('is the same whether an undone step was ever given or not', () => {
  check(
    fc.property(anyDoings, (doings) => {
      const steps = stepsOf(doings);
      const given = steps.filter(({ undone }) => !undone);
      expect(plenaryOf(steps)).toEqual(plenaryOf(given));
    }),
  );
});

it('does not touch a finding that a command neither names nor takes points from', () => {
  fc.assert(
    fc.property(anyDoings, finding, words, (doings, named, name) => {
      const before = plenaryOf(stepsOf(doings));
      const after = plenaryAfter(before, { is: 'name-finding', finding: named, name }, 99);
      for (const one of before.findings)
        if (one.id !== named) expect(after.findings).toContain(one);
    }),
  );
});
