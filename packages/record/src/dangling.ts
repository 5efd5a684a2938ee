import {
  type FindingId,
  type GroupId,
  type PointId,
  type SeatId,
  tablesUnderIds,
} from '@reportback/domain';
import type { GroupWork, RecordedPlenary, Remark, WorkshopRecord } from './record.ts';

interface Known {
  readonly groups: ReadonlySet<GroupId>;
  readonly people: ReadonlySet<SeatId>;
  readonly points: ReadonlySet<PointId>;
  readonly findings: ReadonlySet<FindingId>;
}

/** The record without what refers to groups, people, points and findings that it does not hold. */
export function withoutDangling(record: WorkshopRecord): WorkshopRecord {
  const works = record.sessions.flatMap((session) => session.groups);
  const known: Known = {
    groups: new Set(record.groups.map((group) => group.id)),
    people: new Set(record.people.map((person) => person.id)),
    points: new Set(works.flatMap((work) => work.card.points.map((point) => point.id))),
    findings: new Set(
      record.sessions.flatMap((session) => session.plenary.findings.map((finding) => finding.id)),
    ),
  };
  return {
    ...record,
    people: record.people.map((person) => ({ ...person, group: kept(known.groups, person.group) })),
    sessions: record.sessions.map(({ tables, ...session }) => ({
      ...session,
      ...tablesUnderIds(
        { ...(tables && { tables }) },
        (group) => kept(known.groups, group) ?? undefined,
      ),
      groups: session.groups.map((work) => knownWork(work, known)),
      plenary: knownPlenary(session.plenary, known),
    })),
    corrections: record.corrections
      .filter(({ session }) => record.sessions.some(({ id }) => id === session))
      .filter(({ group }) => group === null || known.groups.has(group))
      .map((each) => ({ ...each, by: each.by.filter((seat) => known.people.has(seat)) })),
  };
}

function kept<Id>(known: ReadonlySet<Id>, id: Id | null): Id | null {
  return id !== null && known.has(id) ? id : null;
}

function knownWork(work: GroupWork, { people }: Known): GroupWork {
  const { card } = work;
  return {
    ...work,
    people: work.people.filter((seat) => people.has(seat)),
    card: {
      ...card,
      reporter: kept(people, card.reporter),
      scribe: kept(people, card.scribe),
    },
    signedOff:
      work.signedOff === null ? null : { ...work.signedOff, by: kept(people, work.signedOff.by) },
  };
}

function knownPlenary(plenary: RecordedPlenary, known: Known): RecordedPlenary {
  const { groups, points, findings } = known;
  const remarks = (all: readonly Remark[]): readonly Remark[] =>
    all.map((each) => ({ ...each, group: kept(groups, each.group) }));
  return {
    ...plenary,
    heard: plenary.heard.filter((group) => groups.has(group)),
    findings: plenary.findings.map((finding) => ({
      ...finding,
      points: finding.points.filter((point) => points.has(point)),
    })),
    sameAs: plenary.sameAs.filter((each) => points.has(each.point) && points.has(each.same)),
    reactions: plenary.reactions
      .filter((each) => points.has(each.point))
      .map((each) => ({
        ...each,
        questions: remarks(each.questions),
        objections: remarks(each.objections),
      })),
    citations: plenary.citations.filter(
      (each) => points.has(each.point) && findings.has(each.finding),
    ),
  };
}
