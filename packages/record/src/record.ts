import type {
  Agenda,
  Block,
  Group,
  GroupId,
  PointId,
  ReportCard,
  SeatId,
  Session,
  SessionId,
  Workshop,
} from '@reportback/domain';

/**
 * Who is named in the record. `by-name`: as people wish to be cited, those who did not agree withheld;
 * `by-table`: tables stay, people do not; `none`: neither, as under the Chatham House Rule.
 */
export const attributions = ['by-name', 'by-table', 'none'] as const;
export type Attribution = (typeof attributions)[number];

/**
 * Everything that a workshop brought together, as plain values: what the record page, completeness and
 * every export are made of. It holds only what its `attribution` lets be known, so that no renderer
 * can tell more. Texts are well-formed, free of control characters, and links are safe.
 */
export interface WorkshopRecord {
  readonly attribution: Attribution;
  readonly workshop: RecordedWorkshop;
  readonly agenda: Agenda['days'];
  /** In the order of their ids. */
  readonly people: readonly Participant[];
  /** In the order of their numbers. */
  readonly groups: readonly RecordedGroup[];
  /** In the order of the agenda. */
  readonly sessions: readonly RecordedSession[];
}

export type RecordedWorkshop = Pick<
  Workshop,
  | 'id'
  | 'title'
  | 'place'
  | 'timeZone'
  | 'organizers'
  | 'funding'
  | 'licence'
  | 'disclaimer'
  | 'othersReadable'
  | 'createdAt'
>;

export type RecordedGroup = Pick<Group, 'id' | 'number' | 'name'>;

/** A person who took part. */
export interface Participant {
  readonly id: SeatId;
  /** As they wish to be cited; null where they did not agree to be named, or the attribution withholds it. */
  readonly name: string | null;
  /** Empty where the name is withheld: an affiliation can be as telling as a name. */
  readonly affiliation: string;
  readonly country: string;
  readonly group: GroupId | null;
  readonly consent: boolean;
}

export type RecordedSession = Omit<Session, 'workshop'> & {
  /** One for each group, in the order of the groups' numbers; an empty one says so by its content. */
  readonly groups: readonly GroupWork[];
  readonly plenary: Plenary;
};

/** What one group wrote in one session. */
export interface GroupWork {
  readonly group: GroupId;
  /** Who was at the table. */
  readonly people: readonly SeatId[];
  readonly card: ReportCard;
  readonly note: readonly Block[];
}

/** What the whole room made of a session's cards. */
export interface Plenary {
  /** The groups in the order in which they reported. */
  readonly order: readonly GroupId[];
  readonly note: readonly Block[];
  readonly findings: readonly Finding[];
  readonly reactions: readonly Reaction[];
  readonly actions: readonly ActionItem[];
  readonly citations: readonly Citation[];
}

/** What the plenary makes of several points. */
export interface Finding {
  readonly id: string;
  readonly name: string;
  readonly statement: string;
  readonly points: readonly PointId[];
  readonly votes: number;
}

/** What people in the room added to a point while its card was up. */
export interface Reaction {
  readonly point: PointId;
  /** How many said “us too”. */
  readonly usToo: number;
  readonly questions: readonly Remark[];
  readonly objections: readonly Remark[];
}

export interface Remark {
  readonly id: string;
  /** The table that it came from; null when unknown or withheld. */
  readonly group: GroupId | null;
  readonly text: string;
}

/** What somebody promised to do. */
export interface ActionItem {
  readonly id: string;
  readonly text: string;
  readonly owner: SeatId | null;
  /** Local day, `YYYY-MM-DD`. */
  readonly due: string | null;
  /** Ids of the findings that it follows from. */
  readonly findings: readonly string[];
}

/** A point of this session that takes up a finding of an earlier one. */
export interface Citation {
  readonly id: string;
  readonly point: PointId;
  readonly finding: string;
  readonly why: string;
}

export const emptyPlenary: Plenary = {
  order: [],
  note: [],
  findings: [],
  reactions: [],
  actions: [],
  citations: [],
};

export const emptyCard: ReportCard = {
  headline: [],
  points: [],
  ask: [],
  dissent: [],
  reporter: null,
  scribe: null,
  ready: false,
};

/** The session of that id. @throws when the record holds none: ids inside a record refer to what is in it. */
export function sessionOf(record: WorkshopRecord, id: SessionId): RecordedSession {
  const session = record.sessions.find((each) => each.id === id);
  if (session === undefined) throw new Error(`The record holds no session “${id}”.`);
  return session;
}

/** Whether a group wrote nothing at all, on its card or in its note. */
export function isEmpty({ card, note }: Pick<GroupWork, 'card' | 'note'>): boolean {
  return note.length === 0 && hasNoCard(card);
}

/** Whether nothing is written on a card. */
export function hasNoCard(card: ReportCard): boolean {
  return (
    card.headline.length === 0 &&
    card.points.length === 0 &&
    card.ask.length === 0 &&
    card.dissent.length === 0
  );
}
