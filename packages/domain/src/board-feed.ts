import type { CardTemplate } from './card-template.ts';
import type { Restoration } from './history.ts';
import type { CommandId, GroupId, PointId, SessionId } from './ids.ts';
import type { Phase, PhaseMove } from './phase.ts';
import type { FeedPlenary, FeedPlenaryChanges } from './plenary/feed-plenary.ts';
import type { RecordStanding } from './record-standing.ts';
import type { Countdown, PlannedPhase } from './session-clock.ts';

/**
 * What the board, the presentation, the console and every phone that follows are told about one session,
 * over a WebSocket of its own: a snapshot first, then what differs. A follower that comes back says
 * the last `at` it saw and gets only what it missed; where the server does not know that `at` any more
 * (it was restarted), it gets a snapshot.
 */
export type FeedMessage =
  | {
      readonly is: 'snapshot';
      readonly at: FeedPosition;
      /** The server's time, milliseconds since 1970: countdowns use it, not the device's clock. */
      readonly serverTime: number;
      readonly session: FeedSession;
      /** In the order of their tables; a card keeps its place. */
      readonly cards: readonly BoardCard[];
      readonly plenary: FeedPlenary;
    }
  | {
      readonly is: 'changes';
      readonly at: FeedPosition;
      readonly serverTime: number;
      readonly session?: FeedSession;
      /** Only those that changed. */
      readonly cards?: readonly BoardCard[];
      readonly plenary?: FeedPlenaryChanges;
    }
  /** The session or the workshop was deleted, or the follower's link was revoked. */
  | { readonly is: 'ended'; readonly because: 'deleted' | 'revoked' };

/** `epoch:version`: which run of the server, and how many changes since it began. */
export type FeedPosition = `${string}:${number}`;

export interface FeedSession {
  readonly id: SessionId;
  readonly title: string;
  readonly workshopTitle: string;
  /** Set for an example; shown on the board. */
  readonly disclaimer: string | null;
  readonly phase: Phase;
  /** What its cards are asked for. */
  readonly cardTemplate: CardTemplate;
  /** Local `HH:MM` of the report-back and the end, as the agenda has them. */
  readonly reportBack: string | null;
  readonly end: string | null;
  readonly clock: FeedClock;
  /** What facilitators say now: the last message to all tables, and the last to each single one, oldest first. */
  readonly messages: readonly TableMessage[];
  /** Of each table the last version that was brought back. */
  readonly restorations: readonly Restoration[];
  /** Of the whole workshop: pages ask for the rest when it changes. */
  readonly record: RecordStanding;
}

/** How the session's time runs. Instants are the server's, milliseconds since 1970. */
export interface FeedClock {
  /** Whether the agenda's times move the phase. */
  readonly follows: boolean;
  readonly held: boolean;
  /** How much later than the agenda has it everything is, for what was added and held; milliseconds. */
  readonly added: number;
  readonly countdown: Countdown;
  /** What the agenda's clock is about to do, from a minute before; null otherwise, and while it is held. */
  readonly announced: PlannedPhase | null;
  /** What the agenda's clock did last, while nobody has moved the phase since; it can be taken back. */
  readonly moved: PhaseMove | null;
}

/** A facilitator's message. It is no secret: every follower is told it, and shows it where it concerns them. */
export interface TableMessage {
  readonly id: CommandId;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Null for all tables. */
  readonly to: GroupId | null;
}

/** One group's report card as the board shows it. Texts are plain. */
export interface BoardCard {
  readonly group: GroupId;
  readonly number: number;
  readonly name: string;
  readonly headline: string;
  readonly points: readonly { readonly id: PointId; readonly text: string }[];
  readonly ask: string;
  readonly dissent: string;
  /** The reporter's name, or null while nobody said “I will report”. */
  readonly reporter: string | null;
  /**
   * empty: nothing written on note or card; writing: something; ready: the group said so.
   */
  readonly state: 'empty' | 'writing' | 'ready';
  /** Set where the table's document cannot be read; its bytes are kept, and every other table goes on. */
  readonly damaged?: true;
  /** Whether the table said that it stands by this card, and whether it was changed since. */
  readonly signedOff: 'no' | 'yes' | 'changed';
  /** How many people have the table open now; in the plenary also those of its people who follow the session. */
  readonly people: number;
}
