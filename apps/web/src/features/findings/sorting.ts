import type {
  AskedCommand,
  BoardCard,
  Finding,
  FindingId,
  Plenary,
  PointId,
} from '@reportback/domain';
import { families, type PointFamily, spokenPoints } from '../../app/spoken-points.ts';

/** Points that count as one, and the one of them by which they stand in a finding. */
export interface PlacedFamily extends PointFamily {
  readonly at: PointId;
}

export interface SortedFinding {
  readonly finding: Finding;
  readonly families: readonly PlacedFamily[];
}

/** All points of a session: in findings, or not yet. None is lost and none stands twice. */
export interface Sorted {
  readonly findings: readonly SortedFinding[];
  readonly unsorted: readonly PlacedFamily[];
}

export function sortPoints(plenary: Plenary, cards: readonly BoardCard[]): Sorted {
  const all = families(plenary, spokenPoints(cards));
  const byPoint = new Map(all.flatMap((family) => idsOf(family).map((id) => [id, family])));
  const placed = new Set<PointFamily>();
  const findings = plenary.findings.map((finding) => ({
    finding,
    families: finding.points.flatMap((at) => {
      const family = byPoint.get(at);
      if (family === undefined || placed.has(family)) return [];
      placed.add(family);
      return [{ ...family, at }];
    }),
  }));
  const unsorted = all
    .filter((family) => !placed.has(family))
    .map((family) => ({ ...family, at: family.first.id }));
  return { findings, unsorted };
}

/** All points of a family, the one that stands for them first. */
export function idsOf({ first, others }: PointFamily): readonly PointId[] {
  return [first.id, ...others.map(({ id }) => id)];
}

/**
 * Puts a family into a finding before another point (null: at its end), or out of all. Only the point by which
 * it stands is moved; others of it that were sorted before follow it.
 */
export function sortFamily(
  plenary: Plenary,
  family: PlacedFamily,
  finding: FindingId | null,
  before: PointId | null = null,
): readonly AskedCommand[] {
  const alsoSorted = idsOf(family).filter(
    (id) => id !== family.at && plenary.findings.some(({ points }) => points.includes(id)),
  );
  return [
    ...alsoSorted.map(
      (point): AskedCommand => ({ is: 'sort-point', point, finding: null, before: null }),
    ),
    { is: 'sort-point', point: family.at, finding, before },
  ];
}

/** The place of a finding moved by one: before which other it then stands; undefined where it cannot move. */
export function beforeAfterMove(
  findings: readonly Finding[],
  id: FindingId,
  by: 1 | -1,
): FindingId | null | undefined {
  const place = findings.findIndex((finding) => finding.id === id);
  const to = place + by;
  if (place === -1 || to < 0 || to >= findings.length) return undefined;
  return findings[by === 1 ? to + 1 : to]?.id ?? null;
}

/** Whether a finding stands elsewhere once it was put before another one, or behind all for null. */
export function isMoved(
  findings: readonly Finding[],
  id: FindingId,
  before: FindingId | null,
): boolean {
  const place = findings.findIndex((finding) => finding.id === id);
  return before !== id && before !== (findings[place + 1]?.id ?? null);
}

/** The tables that raised what is in a finding, by number; those that said the same as another count too. */
export function tablesOf({ families }: Pick<SortedFinding, 'families'>): readonly BoardCard[] {
  const points = families.flatMap(({ first, others }) => [first, ...others]);
  return [...new Set(points.map(({ card }) => card))].toSorted((a, b) => a.number - b.number);
}

/** Findings by votes, most first; those with as many stay as they stand. */
export function inOrderOfVotes(
  findings: readonly Finding[],
  votes: ReadonlyMap<FindingId, number>,
): AskedCommand {
  const sorted = findings.toSorted((a, b) => (votes.get(b.id) ?? 0) - (votes.get(a.id) ?? 0));
  return { is: 'order-findings', order: sorted.map(({ id }) => id) };
}
