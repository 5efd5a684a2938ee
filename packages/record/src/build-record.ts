import {
  type Block,
  type CardTemplate,
  type Group,
  type GroupId,
  type Plenary,
  type RecordStanding,
  type ReportCard,
  type Seat,
  type SeatId,
  type Session,
  type SessionId,
  sitsIn,
  tableAt,
  type Workshop,
} from '@reportback/domain';
import { attribute } from './attribute.ts';
import { cleanBlocks, cleanInlines, cleanLine, cleanText } from './clean-content.ts';
import { corrections, type HandsOf } from './corrections.ts';
import { withoutDangling } from './dangling.ts';
import {
  type Attribution,
  type Citation,
  emptyCard,
  emptyPlenary,
  type GroupWork,
  isEmpty,
  type Participant,
  type RecordedGroup,
  type RecordedPlenary,
  type RecordedSession,
  type Remark,
  type SignOff,
  type WorkshopRecord,
} from './record.ts';
import { withUniqueIds } from './unique-ids.ts';
import type { Voices } from './voices.ts';

/** What a record is made of: the workshop store's rows, and the projections of the group documents. */
export interface RecordInput {
  readonly attribution: Attribution;
  readonly standing: RecordStanding;
  readonly workshop: Omit<Workshop, 'joinCode' | 'attribution'>;
  readonly sessions: readonly Session[];
  readonly groups: readonly Group[];
  readonly seats: readonly Seat[];
  /** A pair of session and group that is missing here is a table that wrote nothing. */
  readonly work: readonly WorkInput[];
  /** A session that is missing here had no plenary on record. */
  readonly plenaries: readonly PlenaryInput[];
  /** What was kept when corrections began; null before that. */
  readonly baseline: WorkshopRecord | null;
  readonly handsOf: HandsOf;
}

/** A record that nobody has begun to correct. */
export const untouchedRecord: Pick<RecordInput, 'standing' | 'baseline' | 'handsOf'> = {
  standing: { is: 'open' },
  baseline: null,
  handsOf: () => [],
};

export interface WorkInput {
  readonly session: SessionId;
  readonly group: GroupId;
  /** `projectCard` of the group's document. */
  readonly card: ReportCard;
  /** `projectNote` of the group's document. */
  readonly note: readonly Block[];
  /** Who was at the table in that session; null takes those whose seat is at this table. */
  readonly people: readonly SeatId[] | null;
  readonly signedOff: SignOff | null;
}

export interface PlenaryInput {
  readonly session: SessionId;
  readonly plenary: Plenary;
  /** `gatherVoices` of the seats' reactions and votes. */
  readonly voices: Voices;
  /** `projectNote` of the plenary's own document. */
  readonly note: readonly Block[];
  readonly citations: readonly Citation[];
}

/**
 * The record of a workshop, holding no more than its attribution lets be known. Texts are cleaned, and
 * what points at something that is gone (a deleted point, a person who left) is dropped.
 * Pure: equal input gives an equal record, whatever the order of seats and groups.
 */
export function buildRecord(input: RecordInput): WorkshopRecord {
  const { workshop } = input;
  const groups = input.groups.map(recordedGroup).toSorted((a, b) => a.number - b.number);
  const people = input.seats.map(participant).toSorted((a, b) => compare(a.id, b.id));
  const sessions = input.sessions
    .toSorted((a, b) => a.position - b.position)
    .map((session): RecordedSession => recordedSession(session, groups, people, input));
  const full: WorkshopRecord = {
    attribution: 'by-name',
    standing: input.standing,
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
    sessions: withUniqueIds(sessions),
    corrections: [],
  };
  const whole = withoutDangling(full);
  return attribute(
    input.baseline === null
      ? whole
      : withoutDangling({
          ...whole,
          corrections: corrections(input.baseline, whole, input.handsOf),
        }),
    input.attribution,
  );
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
  const unnamed = unnamedPeople(input.seats);
  const tables = new Map(input.seats.map((seat) => [seat.id, tableAt(seat, session.id)]));
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
    cardTemplate: cleanTemplate(session.cardTemplate),
    ...cleanTables(session),
    groups: groups.flatMap(({ id }): readonly GroupWork[] => {
      const work = input.work.find((each) => each.session === session.id && each.group === id);
      const seated = people
        .filter((person) => tables.get(person.id) === id)
        .map((person) => person.id);
      const told: GroupWork = {
        group: id,
        people: work?.people?.toSorted(compare) ?? seated,
        card: cleanCard(work?.card ?? emptyCard),
        signedOff: work?.signedOff ?? null,
        note: cleanBlocks(work?.note ?? []),
      };
      // What a table wrote before it was left out of the session stays.
      return sitsIn(id, session) || !isEmpty(told) ? [told] : [];
    }),
    plenary: plenary === undefined ? emptyPlenary : recordedPlenary(plenary, unnamed),
  };
}

function cleanTables({ tables }: Session): Pick<Session, 'tables'> {
  if (tables === undefined) return {};
  const names = Object.entries(tables.names).map(([group, name]) => [group, cleanLine(name)]);
  return { tables: { out: tables.out, names: Object.fromEntries(names) } };
}

function cleanTemplate(template: CardTemplate): CardTemplate {
  return {
    headline: cleanLine(template.headline),
    points: cleanLine(template.points),
    pointsAsked: template.pointsAsked,
    ask: cleanLine(template.ask),
    dissent: cleanLine(template.dissent),
  };
}

function cleanCard(card: ReportCard): ReportCard {
  return {
    headline: cleanInlines(card.headline),
    points: card.points
      .map((point) => ({ ...point, text: cleanInlines(point.text) }))
      .filter((point) => point.text.length > 0),
    ask: cleanInlines(card.ask),
    dissent: cleanInlines(card.dissent),
    reporter: card.reporter,
    scribe: card.scribe,
    ready: card.ready,
  };
}

function recordedPlenary(
  { plenary, voices, note, citations }: PlenaryInput,
  unnamed: ReadonlySet<string>,
): RecordedPlenary {
  const remarks = (all: readonly Remark[]): readonly Remark[] =>
    all
      .map((each) => ({ ...each, text: cleanText(each.text).trim() }))
      .toSorted((a, b) => compare(a.text, b.text));
  return {
    heard: plenary.presentation.heard,
    note: cleanBlocks(note),
    sameAs: plenary.sameAs.toSorted((a, b) => compare(a.point, b.point)),
    findings: plenary.findings.map((finding) => ({
      id: finding.id,
      name: cleanLine(finding.name),
      statement: cleanText(finding.statement).trim(),
      points: finding.points,
      votes: voices.votes.get(finding.id) ?? 0,
    })),
    vote: plenary.vote,
    reactions: voices.reactions
      .map((reactions) => ({
        ...reactions,
        questions: remarks(reactions.questions),
        objections: remarks(reactions.objections),
      }))
      .toSorted((a, b) => compare(a.point, b.point)),
    actions: plenary.actions.map((action) => ({
      id: action.id,
      text: cleanText(action.text).trim(),
      owner: unnamed.has(nameKey(action.owner)) ? '' : cleanLine(action.owner),
      due: cleanLine(action.due),
    })),
    citations: citations.map((each) => ({ ...each, why: cleanLine(each.why) })),
  };
}

/** The names of those who did not agree to be named, as they may stand in a field for an owner. */
function unnamedPeople(seats: readonly Seat[]): ReadonlySet<string> {
  const names = seats
    .filter((seat) => !seat.consent)
    .flatMap((seat) => [nameKey(seat.name), nameKey(seat.citeAs)]);
  return new Set(names.filter((name) => name !== ''));
}

function nameKey(name: string): string {
  return cleanLine(name).normalize('NFKC').toLowerCase();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
