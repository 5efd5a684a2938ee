import {
  type Block,
  type Group,
  type GroupId,
  type PointId,
  type ReportCard,
  type Seat,
  type SeatId,
  type Session,
  type SessionId,
  type Workshop,
} from '@reportback/domain';
import { attribute } from './attribute.ts';
import { cleanBlocks, cleanInlines, cleanLine, cleanText } from './clean-content.ts';
import {
  type Attribution,
  emptyCard,
  emptyPlenary,
  type GroupWork,
  type Participant,
  type Plenary,
  type RecordedGroup,
  type RecordedSession,
  type Remark,
  type WorkshopRecord,
} from './record.ts';

/** What a record is made of: the workshop store's rows, and the projections of the group documents. */
export interface RecordInput {
  readonly attribution: Attribution;
  readonly workshop: Omit<Workshop, 'joinCode'>;
  readonly sessions: readonly Session[];
  readonly groups: readonly Group[];
  readonly seats: readonly Seat[];
  /** A pair of session and group that is missing here is a table that wrote nothing. */
  readonly work: readonly WorkInput[];
  /** A session that is missing here had no plenary on record. */
  readonly plenaries: readonly PlenaryInput[];
}

export interface WorkInput {
  readonly session: SessionId;
  readonly group: GroupId;
  /** `projectCard` of the group's document. */
  readonly card: ReportCard;
  /** `projectNote` of the group's document. */
  readonly note: readonly Block[];
  /** Who was at the table in that session; null takes those whose seat is at this table. */
  readonly people: readonly SeatId[] | null;
}

export type PlenaryInput = Plenary & { readonly session: SessionId };

/**
 * The record of a workshop, holding no more than its attribution lets be known. Texts are cleaned, and
 * what points at something that is gone (a deleted point, a person who left) is dropped.
 * Pure: equal input gives an equal record, whatever the order of seats and groups.
 */
export function buildRecord(input: RecordInput): WorkshopRecord {
  const { workshop } = input;
  const groups = input.groups.map(recordedGroup).toSorted((a, b) => a.number - b.number);
  const people = input.seats.map(participant).toSorted((a, b) => compareIds(a.id, b.id));
  const sessions = input.sessions
    .toSorted((a, b) => a.position - b.position)
    .map((session): RecordedSession => recordedSession(session, groups, people, input));
  const full: WorkshopRecord = {
    attribution: 'by-name',
    workshop: {
      id: workshop.id,
      title: cleanLine(workshop.title),
      place: cleanLine(workshop.place),
      timeZone: workshop.timeZone,
      organizers: cleanText(workshop.organizers),
      funding: cleanText(workshop.funding),
      licence: cleanText(workshop.licence),
      disclaimer: workshop.disclaimer === null ? null : cleanText(workshop.disclaimer),
      othersReadable: workshop.othersReadable,
      createdAt: workshop.createdAt,
    },
    agenda: workshop.agenda.days.map((day) => ({
      ...day,
      items: day.items.map((item) => ({ ...item, title: cleanLine(item.title) })),
    })),
    people,
    groups,
    sessions: withoutDangling(sessions),
  };
  return attribute(full, input.attribution);
}

function recordedGroup(group: Group): RecordedGroup {
  return { id: group.id, number: group.number, name: cleanLine(group.name) };
}

function participant(seat: Seat): Participant {
  const name = cleanLine(seat.citeAs) || cleanLine(seat.name);
  const named = seat.consent && name !== '';
  return {
    id: seat.id,
    name: named ? name : null,
    affiliation: named ? cleanLine(seat.affiliation) : '',
    country: named ? cleanLine(seat.country) : '',
    group: seat.group,
    consent: seat.consent,
  };
}

function recordedSession(
  session: Session,
  groups: readonly RecordedGroup[],
  people: readonly Participant[],
  input: RecordInput,
): RecordedSession {
  const plenary = input.plenaries.find((each) => each.session === session.id);
  return {
    id: session.id,
    position: session.position,
    title: cleanLine(session.title),
    prompt: cleanText(session.prompt).trim(),
    date: session.date,
    start: session.start,
    reportBack: session.reportBack,
    end: session.end,
    phase: session.phase,
    groups: groups.map(({ id }): GroupWork => {
      const work = input.work.find((each) => each.session === session.id && each.group === id);
      const seated = people.filter((person) => person.group === id).map((person) => person.id);
      const known = new Set(people.map((person) => person.id));
      return {
        group: id,
        people: work?.people?.filter((seat) => known.has(seat)).toSorted(compareIds) ?? seated,
        card: cleanCard(work?.card ?? emptyCard, known),
        note: cleanBlocks(work?.note ?? []),
      };
    }),
    plenary: plenary === undefined ? emptyPlenary : cleanPlenary(plenary),
  };
}

function cleanCard(card: ReportCard, known: ReadonlySet<SeatId>): ReportCard {
  const present = (seat: SeatId | null): SeatId | null =>
    seat !== null && known.has(seat) ? seat : null;
  return {
    headline: cleanInlines(card.headline),
    points: card.points
      .map((point) => ({ ...point, text: cleanInlines(point.text) }))
      .filter((point) => point.text.length > 0),
    ask: cleanInlines(card.ask),
    dissent: cleanInlines(card.dissent),
    reporter: present(card.reporter),
    scribe: present(card.scribe),
    ready: card.ready,
  };
}

function cleanPlenary(plenary: Plenary): Plenary {
  const remark = (each: Remark): Remark => ({ ...each, text: cleanText(each.text).trim() });
  return {
    order: plenary.order,
    note: cleanBlocks(plenary.note),
    findings: plenary.findings.map((finding) => ({
      ...finding,
      name: cleanLine(finding.name),
      statement: cleanText(finding.statement).trim(),
    })),
    reactions: plenary.reactions.map((reaction) => ({
      ...reaction,
      questions: reaction.questions.map(remark),
      objections: reaction.objections.map(remark),
    })),
    actions: plenary.actions.map((action) => ({ ...action, text: cleanText(action.text).trim() })),
    citations: plenary.citations.map((each) => ({ ...each, why: cleanText(each.why).trim() })),
  };
}

/** Drops what refers to points and findings that the record does not hold. */
function withoutDangling(sessions: readonly RecordedSession[]): readonly RecordedSession[] {
  const points = new Set<PointId>();
  const findings = new Set<string>();
  for (const session of sessions) {
    for (const work of session.groups) for (const point of work.card.points) points.add(point.id);
    for (const finding of session.plenary.findings) findings.add(finding.id);
  }
  return sessions.map((session) => {
    const { plenary } = session;
    return {
      ...session,
      plenary: {
        ...plenary,
        findings: plenary.findings.map((finding) => ({
          ...finding,
          points: finding.points.filter((point) => points.has(point)),
        })),
        reactions: plenary.reactions.filter((each) => points.has(each.point)),
        actions: plenary.actions.map((action) => ({
          ...action,
          findings: action.findings.filter((finding) => findings.has(finding)),
        })),
        citations: plenary.citations.filter(
          (each) => points.has(each.point) && findings.has(each.finding),
        ),
      },
    };
  });
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
