import { type FindingId, type PointId, parseFindingId } from '@reportback/domain';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { freshId } from '../../app/new-ids.ts';
import type { FindingParts } from './finding-parts.ts';
import { idsOf, type PlacedFamily, sortFamily } from './sorting.ts';

/** A finding's name is no longer than this. */
const longestName = 120;

/** Which points are chosen, and what can be done with points by keys and by hand. */
export function useSorting({ hand, sorted }: Pick<FindingParts, 'hand' | 'sorted'>) {
  const { plenary, give, desk } = hand;
  const [chosen, setChosen] = useState<ReadonlySet<PointId>>(new Set());
  const focusNext = useRef<PointId | null>(null);
  const askSame = useRef(false);

  // A point that moved to another list is another element; the focus goes to the one that follows it.
  useLayoutEffect(() => {
    const next = focusNext.current;
    if (next === null) return;
    focusNext.current = null;
    const family = everyFamily(sorted).find((each) => idsOf(each).includes(next));
    if (family) controlOf(family.at)?.focus();
  }, [plenary, sorted]);

  // The list of what says the same stands among what can be done with the one that is chosen.
  useLayoutEffect(() => {
    if (!askSame.current) return;
    askSame.current = false;
    document.querySelector<HTMLElement>('[data-same-as]')?.focus();
  }, [chosen]);

  /** Once the plenary has changed, the focus goes to the point, wherever it then stands. */
  const returnTo = ({ at }: PlacedFamily) => {
    focusNext.current = at;
  };

  /** Once the plenary has changed, the focus goes to the point that follows this one now. */
  const goOn = ({ at }: PlacedFamily) => {
    const next = neighbour(at, 1) ?? neighbour(at, -1);
    focusNext.current = pointOf(sorted, next?.dataset['point']);
  };

  const clear = () => setChosen(new Set());

  const sort = (
    families: readonly PlacedFamily[],
    finding: FindingId | null,
    before: PointId | null = null,
  ) => {
    const place = plenary.findings.findIndex(({ id }) => id === finding) + 1;
    for (const family of families)
      for (const command of sortFamily(plenary, family, finding, before))
        give(command, finding === null ? 'Unsorted.' : `In finding ${place}.`);
    clear();
  };

  /** A new finding; out of one alone it is split, so that it stands behind it. */
  const make = (families: readonly PlacedFamily[], name = families[0]?.first.text ?? '') => {
    const points = families.flatMap((family) => [family.at, ...idsOf(family)]);
    const made = parseFindingId(freshId());
    const source = plenary.findings.find((finding) =>
      families.every(({ at }) => finding.points.includes(at)),
    );
    const words = { name: name.slice(0, longestName), points: [...new Set(points)] };
    if (source && families.length > 0 && families.length < source.points.length)
      give({ is: 'split-finding', finding: source.id, made, ...words }, 'Split.');
    else give({ is: 'make-finding', finding: made, ...words }, 'New finding made.');
    clear();
  };

  const choose = ({ at }: PlacedFamily) => {
    const next = new Set(chosen);
    if (!next.delete(at)) next.add(at);
    setChosen(next);
  };

  const press = (pressed: KeyboardEvent, family: PlacedFamily) => {
    if (pressed.altKey || pressed.metaKey || pressed.ctrlKey) {
      if (pressed.key === 'z' && !pressed.altKey) void desk.undo('findings');
      return;
    }
    const meant = chosen.has(family.at) ? chosenOf(sorted, chosen) : [family];
    const { key } = pressed;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      pressed.preventDefault();
      neighbour(family.at, key === 'ArrowDown' ? 1 : -1)?.focus();
      return;
    }
    if (key === '=') {
      pressed.preventDefault();
      askSame.current = true;
      setChosen(new Set([family.at]));
      return;
    }
    const finding = /^[1-9]$/.test(key) ? plenary.findings[Number(key) - 1] : undefined;
    const isTakenOut = key === '0' || key === 'Backspace' || key === 'Delete';
    if (finding === undefined && !isTakenOut && key !== 'n' && key !== 'z') return;
    pressed.preventDefault();
    if (key === 'z') {
      void desk.undo('findings');
      return;
    }
    goOn(family);
    if (key === 'n') make(meant);
    else sort(meant, finding?.id ?? null);
  };

  return { chosen, clear, sort, make, choose, press, goOn, returnTo };
}

function everyFamily({ unsorted, findings }: FindingParts['sorted']): readonly PlacedFamily[] {
  return [...unsorted, ...findings.flatMap(({ families }) => families)];
}

function chosenOf(sorted: FindingParts['sorted'], chosen: ReadonlySet<PointId>) {
  return everyFamily(sorted).filter(({ at }) => chosen.has(at));
}

function pointOf(sorted: FindingParts['sorted'], id: string | undefined): PointId | null {
  return everyFamily(sorted).find(({ at }) => at === id)?.at ?? null;
}

/** What the points are sorted by, one for each: its own button, or its choice of a finding in the list. */
function controls(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-point]')];
}

function controlOf(point: PointId): HTMLElement | undefined {
  return controls().find(({ dataset }) => dataset['point'] === point);
}

function neighbour(point: PointId, by: 1 | -1): HTMLElement | undefined {
  const all = controls();
  return all[all.findIndex(({ dataset }) => dataset['point'] === point) + by];
}
