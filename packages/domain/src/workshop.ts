import type { Agenda } from './agenda/index.ts';
import type { CardTemplate } from './card-template.ts';
import type { GroupId, SeatId, SessionId, WorkshopId } from './ids.ts';
import type { Phase } from './phase.ts';
import type { SessionTables } from './session-tables.ts';

/**
 * Who is named in the record. `by-name`: as people wish to be cited, those who did not agree withheld;
 * `by-table`: tables stay, people do not; `none`: neither, as under the Chatham House Rule.
 */
export const attributions = ['by-name', 'by-table', 'none'] as const;
export type Attribution = (typeof attributions)[number];

/** The event. Times without a zone are local to `timeZone`; instants are milliseconds since 1970 (UTC). */
export interface Workshop {
  readonly id: WorkshopId;
  readonly title: string;
  /** Where it takes place, as written; empty when unknown. */
  readonly place: string;
  /** IANA name, for instance `America/Chicago`. */
  readonly timeZone: string;
  readonly agenda: Agenda;
  readonly organizers: string;
  readonly funding: string;
  readonly licence: string;
  /** Said on every page of an example, so that nobody takes invented data for a record; else null. */
  readonly disclaimer: string | null;
  /** Whether participants may read other tables' notes. */
  readonly othersReadable: boolean;
  /** Who is named in the record and in every export of it. */
  readonly attribution: Attribution;
  /** The short code people type to come in as participants. */
  readonly joinCode: string;
  readonly createdAt: number;
}

/** One breakout round of the agenda. */
export interface Session {
  readonly id: SessionId;
  readonly workshop: WorkshopId;
  /** From 1, in the order of the agenda. */
  readonly position: number;
  readonly title: string;
  readonly prompt: string;
  /** What it asks of the report cards. */
  readonly cardTemplate: CardTemplate;
  /** Local day, `YYYY-MM-DD`; null when the agenda names none. */
  readonly date: string | null;
  /** Local times, `HH:MM`. */
  readonly start: string;
  readonly reportBack: string | null;
  readonly end: string | null;
  readonly phase: Phase;
  /** How its tables differ from the workshop's; left out where they do not. */
  readonly tables?: SessionTables;
}

/** The people who work together; the same group through all sessions of a workshop. */
export interface Group {
  readonly id: GroupId;
  readonly workshop: WorkshopId;
  /** From 1; what people say: “Table 4”. */
  readonly number: number;
  /** A name of its own, such as “Lakefront”; empty when it has none. */
  readonly name: string;
}

/** A person's place in a workshop, on any of their devices. */
export interface Seat {
  readonly id: SeatId;
  readonly workshop: WorkshopId;
  readonly name: string;
  readonly affiliation: string;
  readonly country: string;
  /** How to print the name in the record; empty means as `name`. */
  readonly citeAs: string;
  /** Whether they agreed to be named in the record. */
  readonly consent: boolean;
  /** Their table, in every session for which `elsewhere` names no other. */
  readonly group: GroupId | null;
  /** Their tables in sessions in which they sit at another one; null for none. */
  readonly elsewhere?: Readonly<Record<SessionId, GroupId | null>>;
}

/** Where somebody sits in a session; null for nobody, and for somebody without a table. */
export function tableAt(
  seat: Pick<Seat, 'group' | 'elsewhere'> | null,
  session: SessionId,
): GroupId | null {
  if (seat === null) return null;
  const other = seat.elsewhere?.[session];
  return other === undefined ? seat.group : other;
}

/** Somebody at another table: in one session, or for null in all in which they do not sit elsewhere. */
export function movedTo(seat: Seat, to: GroupId | null, session: SessionId | null): Seat {
  if (session === null) return { ...seat, group: to };
  const { [session]: _, ...others } = seat.elsewhere ?? {};
  return { ...seat, elsewhere: to === seat.group ? others : { ...others, [session]: to } };
}

/** “Table 4: Lakefront”, or “Table 4” where the group has no name of its own. */
export function groupLabel(group: Pick<Group, 'number' | 'name'>): string {
  return group.name === '' ? `Table ${group.number}` : `Table ${group.number}: ${group.name}`;
}
