import type {
  ActionItem,
  Agenda,
  Attribution,
  Block,
  Finding,
  FindingId,
  Group,
  GroupId,
  JoinedPoint,
  PointId,
  RecordStanding,
  ReportCard,
  SeatId,
  Session,
  SessionId,
  Vote,
  Workshop,
} from '@reportback/domain';

export { type Attribution, attributions } from '@reportback/domain';

/**
 * Everything that a workshop brought together, as plain values: what the record page, completeness and
 * every export are made of. It holds only what its `attribution` lets be known, so that no renderer
 * can tell more. Texts are well-formed, free of control characters, and links are safe.
 */
export interface WorkshopRecord {
  readonly attribution: Attribution;
  readonly standing: RecordStanding;
  readonly workshop: RecordedWorkshop;
  readonly agenda: Agenda['days'];
  /** In the order of their ids. */
  readonly people: readonly Participant[];
  /** In the order of their numbers. */
  readonly groups: readonly RecordedGroup[];
  /** In the order of the agenda. */
  readonly sessions: readonly RecordedSession[];
  /** What was changed since corrections began, session by session. */
  readonly corrections: readonly Correction[];
}

/** What was changed in one part of the record while it took corrections. */
export interface Correction {
  readonly session: SessionId;
  /** Null in what belongs to the whole room, and where tables are withheld. */
  readonly group: GroupId | null;
  readonly part: CorrectedPart;
  /**
   * Lines that stood there and do not any more. They are told where people are named only: what somebody took out may be
   * what the attribution withholds.
   */
  readonly before: readonly string[];
  /** Lines that stand there and did not. Where only form or order changed, there are none. */
  readonly after: readonly string[];
  /** Who wrote there meanwhile, in the order of their ids; empty where people are withheld. */
  readonly by: readonly SeatId[];
  /** When they last did; null when unknown or withheld. */
  readonly at: number | null;
}

export const correctedParts = [
  'headline',
  'points',
  'ask',
  'dissent',
  'reporter',
  'note',
  'plenary note',
  'findings',
  'actions',
] as const;
export type CorrectedPart = (typeof correctedParts)[number];

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
  /**
   * One for each group that sits in the session or has written there, in the order of the groups' numbers; an
   * empty one says so by its content.
   */
  readonly groups: readonly GroupWork[];
  readonly plenary: RecordedPlenary;
};

/** What one group wrote in one session. */
export interface GroupWork {
  readonly group: GroupId;
  /** Who was at the table. */
  readonly people: readonly SeatId[];
  readonly card: ReportCard;
  /** The table stands by this card, as it is; null where it did not say so, or has changed it since. */
  readonly signedOff: SignOff | null;
  readonly note: readonly Block[];
}

/** That a table stands by its card. */
export interface SignOff {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Null where the person is gone or withheld. */
  readonly by: SeatId | null;
}

/** What the whole room made of a session's cards. */
export interface RecordedPlenary {
  /** The groups that reported, in that order. */
  readonly heard: readonly GroupId[];
  readonly note: readonly Block[];
  /** Points that say the same as another of them. */
  readonly sameAs: readonly JoinedPoint[];
  /** In the order of the room. */
  readonly findings: readonly RecordedFinding[];
  readonly vote: Vote;
  /** By point id. */
  readonly reactions: readonly PointReactions[];
  readonly actions: readonly ActionItem[];
  readonly citations: readonly Citation[];
}

export interface RecordedFinding extends Finding {
  /** All seats together. */
  readonly votes: number;
}

/** What people in the room added to a point while its card was up. */
export interface PointReactions {
  readonly point: PointId;
  /** How many said “us too”. */
  readonly usToo: number;
  /** By their words. */
  readonly questions: readonly Remark[];
  readonly objections: readonly Remark[];
}

export interface Remark {
  /** The table that it came from; null when unknown or withheld. */
  readonly group: GroupId | null;
  readonly text: string;
}

/** A point of this session that takes up a finding of an earlier one. */
export interface Citation {
  readonly point: PointId;
  readonly finding: FindingId;
  /** Why, in a few words; may be empty. */
  readonly why: string;
}

export const emptyPlenary: RecordedPlenary = {
  heard: [],
  note: [],
  sameAs: [],
  findings: [],
  vote: { is: 'not-yet' },
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
