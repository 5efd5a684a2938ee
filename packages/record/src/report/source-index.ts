import {
  type FindingId,
  type GroupId,
  namedIn,
  type Point,
  type PointId,
} from '@reportback/domain';
import type {
  Citation,
  GroupWork,
  PointReactions,
  RecordedFinding,
  RecordedGroup,
  RecordedSession,
  WorkshopRecord,
} from '../record.ts';

/** Where a point stands. */
export interface PointSource {
  readonly point: Point;
  /** From 1, on its card. */
  readonly number: number;
  readonly work: GroupWork;
  readonly group: RecordedGroup;
  readonly session: RecordedSession;
}

export interface FindingSource {
  readonly finding: RecordedFinding;
  readonly session: RecordedSession;
}

/** What belongs to what in a record, looked up once: the provenance that reports and tables print. */
export interface SourceIndex {
  readonly points: ReadonlyMap<PointId, PointSource>;
  readonly findings: ReadonlyMap<FindingId, FindingSource>;
  readonly findingsOfPoint: ReadonlyMap<PointId, readonly FindingSource[]>;
  /** The points that say the same as a point, without itself. */
  readonly sameAs: ReadonlyMap<PointId, readonly PointId[]>;
  readonly reactions: ReadonlyMap<PointId, PointReactions>;
  readonly citationsOfPoint: ReadonlyMap<PointId, readonly Citation[]>;
  readonly groups: ReadonlyMap<GroupId, RecordedGroup>;
}

export function indexSources(record: WorkshopRecord): SourceIndex {
  const groups = new Map(record.groups.map((group) => [group.id, group]));
  const points = new Map<PointId, PointSource>();
  const findings = new Map<FindingId, FindingSource>();
  const findingsOfPoint = new Map<PointId, FindingSource[]>();
  const reactions = new Map<PointId, PointReactions>();
  const sameAs = new Map<PointId, PointId[]>();
  const citationsOfPoint = new Map<PointId, Citation[]>();
  for (const session of record.sessions) {
    const here = new Map(record.groups.map((group) => [group.id, namedIn(group, session)]));
    for (const work of session.groups) {
      const group = here.get(work.group);
      if (group === undefined) throw new Error(`The record holds no group “${work.group}”.`);
      work.card.points.forEach((point, index) => {
        points.set(point.id, { point, number: index + 1, work, group, session });
      });
    }
    for (const finding of session.plenary.findings) {
      const source = { finding, session };
      findings.set(finding.id, source);
      for (const point of finding.points) append(findingsOfPoint, point, source);
    }
    for (const together of Map.groupBy(session.plenary.sameAs, (each) => each.same).values()) {
      const points = [...new Set(together.flatMap(({ point, same }) => [same, point]))];
      for (const point of points)
        sameAs.set(
          point,
          points.filter((other) => other !== point),
        );
    }
    for (const reaction of session.plenary.reactions) reactions.set(reaction.point, reaction);
    for (const citation of session.plenary.citations)
      append(citationsOfPoint, citation.point, citation);
  }
  return { points, findings, findingsOfPoint, sameAs, reactions, citationsOfPoint, groups };
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

/** The group of that id. @throws when the record holds none: ids inside a record refer to what is in it. */
export function groupOf(index: SourceIndex, id: GroupId): RecordedGroup {
  const group = index.groups.get(id);
  if (group === undefined) throw new Error(`The record holds no group “${id}”.`);
  return group;
}

/** The groups whose points a finding is made of, by number. */
export function groupsBehind(
  finding: RecordedFinding,
  index: SourceIndex,
): readonly RecordedGroup[] {
  const groups = finding.points
    .map((point) => index.points.get(point)?.group)
    .filter((group): group is RecordedGroup => group !== undefined);
  return [...new Set(groups)].toSorted((a, b) => a.number - b.number);
}

/** Findings in the order of their votes, most first; equal ones as the plenary left them. */
export function byVotes(findings: readonly RecordedFinding[]): readonly RecordedFinding[] {
  return findings.toSorted((a, b) => b.votes - a.votes);
}
