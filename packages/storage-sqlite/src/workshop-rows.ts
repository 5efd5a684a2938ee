import {
  type Agenda,
  attributions,
  type CardTemplate,
  type Group,
  type Link,
  type Pass,
  parseGroupId,
  parseLinkId,
  parseSeatId,
  parseSessionId,
  parseWorkshopId,
  phases,
  roles,
  type Seat,
  type Session,
  type SessionTables,
  type Workshop,
} from '@reportback/domain';

/*
 * Each table's columns as SQLite gives and takes them, and the two ways between a row and its value.
 * What is read is parsed: a row that is not what was written throws.
 */

export interface WorkshopRow {
  id: string;
  title: string;
  place: string;
  time_zone: string;
  agenda: string;
  organizers: string;
  funding: string;
  licence: string;
  disclaimer: string | null;
  others_readable: number;
  attribution: string;
  join_code: string;
  created_at: number;
}

export function workshopRow(workshop: Workshop): WorkshopRow {
  return {
    id: workshop.id,
    title: workshop.title,
    place: workshop.place,
    time_zone: workshop.timeZone,
    agenda: JSON.stringify(workshop.agenda),
    organizers: workshop.organizers,
    funding: workshop.funding,
    licence: workshop.licence,
    disclaimer: workshop.disclaimer,
    others_readable: Number(workshop.othersReadable),
    attribution: workshop.attribution,
    join_code: workshop.joinCode,
    created_at: workshop.createdAt,
  };
}

export function workshopOf(row: WorkshopRow): Workshop {
  const agenda: Agenda = JSON.parse(row.agenda);
  return {
    id: parseWorkshopId(row.id),
    title: row.title,
    place: row.place,
    timeZone: row.time_zone,
    agenda,
    organizers: row.organizers,
    funding: row.funding,
    licence: row.licence,
    disclaimer: row.disclaimer,
    othersReadable: row.others_readable === 1,
    attribution: oneOf(attributions, row.attribution, `attribution of workshop ${row.id}`),
    joinCode: row.join_code,
    createdAt: row.created_at,
  };
}

export interface SessionRow {
  id: string;
  workshop: string;
  position: number;
  title: string;
  prompt: string;
  date: string | null;
  start: string;
  report_back: string | null;
  end: string | null;
  phase: string;
  card_template: string;
  tables: string | null;
}

export function sessionRow(session: Session): SessionRow {
  const { reportBack, cardTemplate, tables, ...same } = session;
  return {
    ...same,
    report_back: reportBack,
    card_template: JSON.stringify(cardTemplate),
    tables: tables === undefined ? null : JSON.stringify(tables),
  };
}

export function sessionOf(row: SessionRow): Session {
  const { id, workshop, report_back, phase, card_template, tables, ...same } = row;
  const cardTemplate: CardTemplate = JSON.parse(card_template);
  return {
    ...same,
    cardTemplate,
    id: parseSessionId(id),
    workshop: parseWorkshopId(workshop),
    reportBack: report_back,
    phase: oneOf(phases, phase, `phase of session ${id}`),
    ...(tables !== null && { tables: JSON.parse(tables) as SessionTables }),
  };
}

export interface GroupRow {
  id: string;
  workshop: string;
  number: number;
  name: string;
}

export function groupOf(row: GroupRow): Group {
  return { ...row, id: parseGroupId(row.id), workshop: parseWorkshopId(row.workshop) };
}

export interface SeatRow {
  id: string;
  workshop: string;
  name: string;
  affiliation: string;
  country: string;
  cite_as: string;
  consent: number;
  workshop_group: string | null;
  elsewhere: string;
}

export function seatRow(seat: Seat): SeatRow {
  const { citeAs, consent, group, elsewhere = {}, ...same } = seat;
  return {
    ...same,
    cite_as: citeAs,
    consent: Number(consent),
    workshop_group: group,
    elsewhere: JSON.stringify(elsewhere),
  };
}

export function seatOf(row: SeatRow): Seat {
  return {
    id: parseSeatId(row.id),
    workshop: parseWorkshopId(row.workshop),
    name: row.name,
    affiliation: row.affiliation,
    country: row.country,
    citeAs: row.cite_as,
    consent: row.consent === 1,
    group: row.workshop_group === null ? null : parseGroupId(row.workshop_group),
    ...(row.elsewhere !== '{}' && { elsewhere: JSON.parse(row.elsewhere) as Elsewhere }),
  };
}

type Elsewhere = NonNullable<Seat['elsewhere']>;

export interface LinkRow {
  id: string;
  workshop: string;
  role: string;
  workshop_group: string | null;
  generation: number;
  revoked_at: number | null;
}

export function linkRow(link: Link): LinkRow {
  const { group, revokedAt, ...same } = link;
  return { ...same, workshop_group: group, revoked_at: revokedAt };
}

export function linkOf(row: LinkRow): Link {
  return {
    id: parseLinkId(row.id),
    workshop: parseWorkshopId(row.workshop),
    role: oneOf(roles, row.role, `role of link ${row.id}`),
    group: row.workshop_group === null ? null : parseGroupId(row.workshop_group),
    generation: row.generation,
    revokedAt: row.revoked_at,
  };
}

export interface PassRow {
  secret_hash: string;
  link: string;
  generation: number;
  seat: string | null;
  created_at: number;
}

export function passRow(pass: Pass): PassRow {
  const { secretHash, createdAt, ...same } = pass;
  return { ...same, secret_hash: secretHash, created_at: createdAt };
}

export function passOf(row: PassRow): Pass {
  return {
    secretHash: row.secret_hash,
    link: parseLinkId(row.link),
    generation: row.generation,
    seat: row.seat === null ? null : parseSeatId(row.seat),
    createdAt: row.created_at,
  };
}

/** @throws for a stored word that is none of its members: something else wrote it */
export function oneOf<Member extends string>(
  members: readonly Member[],
  found: string,
  what: string,
): Member {
  const member = members.find((one) => one === found);
  if (member === undefined) throw new Error(`The stored ${what} is “${found}”.`);
  return member;
}
