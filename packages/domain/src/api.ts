import type { DocumentAccess, Role } from './access.ts';
import type { Agenda, AgendaDay, AgendaItem } from './agenda/index.ts';
import type { CardTemplate } from './card-template.ts';
import type { GroupId, SeatId, SessionId, WorkshopId } from './ids.ts';
import type { RecordState } from './record-standing.ts';
import type { SessionTables } from './session-tables.ts';
import type { Group, Seat, Session, Workshop } from './workshop.ts';

/**
 * The shapes that travel over HTTP between page and server, all JSON. The addresses and what each
 * asks for stand in `docs/protocol.md`. A refusal is `ApiProblem` with a 4xx or 5xx status.
 */
export interface ApiProblem {
  /** A sentence that can be shown: what was found and what to do. */
  readonly problem: string;
  /** For pages that act on it. */
  readonly code:
    | 'bad-input'
    | 'no-access'
    | 'not-found'
    /** The call makes sense, but not while the session is as it is: frozen, say, or its vote closed. */
    | 'not-now'
    /** Somebody else changed meanwhile what the caller saw otherwise. */
    | 'changed-meanwhile'
    /**
     * Tables that have written in a session would be left out of it: ask, and say `evenWritten`. Or a session would go with
     * something in it: ask, and say what was told.
     */
    | 'has-text'
    | 'code-unknown'
    /** This browser already sits there, on another seat than the code's. */
    | 'other-seat'
    | 'link-revoked'
    | 'slow-down'
    | 'too-large'
    | 'unavailable';
}

/** `GET /api/start`: what the start page needs. */
export interface StartView {
  /** Whether this browser may make a workshop without a creation link (the server listens on loopback only). */
  readonly mayCreate: boolean;
  /** Null where organizers do not sign in; `account` is the e-mail address of who did. */
  readonly signIn: { readonly account: string | null } | null;
  /** Workshops this browser holds a link's cookie for, and those of the account; on loopback also the example. */
  readonly workshops: readonly {
    readonly id: WorkshopId;
    readonly title: string;
    readonly place: string;
    readonly date: string | null;
    /** Null where the browser holds no link yet but may open it (the example, on loopback). */
    readonly role: Role | null;
    readonly example: boolean;
  }[];
}

/**
 * `POST /api/enter`: a link's token from its fragment, or a typed code: the workshop's join code, or one that
 * another device of the same person shows. Answers `EnterView` and sets the cookie.
 */
export type EnterRequest =
  | { readonly token: string }
  | {
      readonly code: string;
      /** With another device's code: take its seat even where this browser has one already. */
      readonly instead?: boolean;
    };
export interface EnterView {
  readonly workshop: WorkshopId;
  readonly role: Role;
  /** The table a table's own link leads to. */
  readonly group: GroupId | null;
}

/** `GET /api/workshops/:workshop`: what a page of the workshop needs, according to the cookie's role. */
export interface WorkshopView {
  /** Without what the asker's role may not see: `joinCode` is null for participants and viewers. */
  readonly workshop: Omit<Workshop, 'joinCode'> & { readonly joinCode: string | null };
  readonly sessions: readonly Session[];
  readonly groups: readonly Group[];
  readonly record: RecordState;
  readonly me: {
    readonly role: Role;
    readonly seat: Seat | null;
    /** The table that the link in use belongs to, when it is a table's own link. */
    readonly invitedTo: GroupId | null;
  };
  /** The local day on which the workshop is deleted by itself; null for none, and for whoever does not organize it. */
  readonly expires: string | null;
  /** Who organizes it by signing in; null where nobody signs in, and for whoever does not organize it. */
  readonly owners: OwnersView['owners'] | null;
}

/** `PUT /api/workshops/:workshop/owners`: somebody who signs in owns the workshop from now on, or no more. */
export interface OwnerRequest {
  readonly email: string;
  readonly owns: boolean;
}
export interface OwnersView {
  /** E-mail addresses in lower case, in the order of the alphabet. */
  readonly owners: readonly string[];
}

/** `PUT /api/workshops/:workshop/expiry`: that day, or null to keep the workshop. Answers the same. */
export interface ExpiryRequest {
  readonly on: string | null;
}

/** `PUT /api/workshops/:workshop/seat`: take or change the asker's own seat. Answers {@link Seat}. */
export interface SeatRequest {
  readonly name: string;
  readonly affiliation?: string;
  readonly country?: string;
  readonly citeAs?: string;
  readonly consent?: boolean;
  readonly group?: GroupId | null;
  /** With it, `group` is for this session alone. */
  readonly session?: SessionId;
}

/**
 * `GET /api/workshops/:workshop/tables?session=`: who sits where, for those who look for their table; with a session
 * in that one, at the tables that sit in it.
 */
export interface TablesView {
  readonly tables: readonly {
    readonly group: GroupId;
    /** Names in the order in which people came; who only stands on the roster is not among them. */
    readonly people: readonly string[];
  }[];
}

/** `POST /api/workshops/:workshop/seat/code`: with it another device takes the asker's seat, once. */
export interface SeatCodeView {
  /** Eight characters. An earlier code of the seat is void. */
  readonly code: string;
  /** Until when, in milliseconds since 1970. */
  readonly expires: number;
}

/**
 * `GET /api/workshops/:workshop/sessions/:session/groups/:group/writers`: who a note's words are from, for those who
 * read it. Null in a workshop whose attribution does not tell.
 */
export interface WritersView {
  readonly writers:
    | readonly {
        /** The Yjs client id under which they wrote. */
        readonly client: number;
        readonly seat: SeatId | null;
        /** Null for the server itself, for who was erased, and for who is not to be named to the asker. */
        readonly name: string | null;
      }[]
    | null;
}

/**
 * `POST /api/tickets`: leave to open one group's document over the y-websocket protocol. With the
 * cookie, or on its own with a join link's token and a name, which takes a seat (for clients without cookies).
 */
export interface TicketRequest {
  readonly session: SessionId;
  readonly group: GroupId;
  readonly token?: string;
  readonly name?: string;
}
export interface TicketView {
  /** The y-websocket server address, for instance `ws://localhost:3000/sync`. */
  readonly url: string;
  /** The y-websocket room name. It changes when the document is made anew. */
  readonly document: string;
  /** The subprotocols to offer; the second carries the ticket. */
  readonly protocols: readonly [string, string];
  /** Milliseconds since 1970. */
  readonly expires: number;
  readonly access: DocumentAccess;
  readonly seat: SeatId | null;
}

/** `POST /api/workshops`: make a workshop of an agenda's text. Answers `CreatedView`. */
export interface CreateRequest {
  readonly agenda: string;
  /** The rows as somebody corrected them or wrote them by hand; `agenda` is not read then. Each `line` occurs once. */
  readonly days?: readonly AgendaDay[];
  /** Needed where the agenda has none. */
  readonly title?: string;
  readonly place?: string;
  /** IANA name; needed where it cannot be inferred from the agenda. */
  readonly timeZone?: string;
  /** 1 to 60. */
  readonly tables: number;
  /** Names in the order of the tables; missing ones stay empty. */
  readonly tableNames?: readonly string[];
  /** Prompts by the agenda line of their breakout. */
  readonly prompts?: Readonly<Record<number, string>>;
  /** What the cards ask for, by the agenda line of their breakout; left out, the usual. */
  readonly cardTemplates?: Readonly<Record<number, CardTemplate>>;
  /** How the tables of sessions differ, by the agenda line of their breakout. Tables have no ids yet: their numbers stand for them. */
  readonly sessionTables?: Readonly<Record<number, SessionTables>>;
  /** The lines of breakouts whose cards are looked at in a gallery instead of being presented. */
  readonly galleries?: readonly number[];
  /** For the title page of the record. */
  readonly organizers?: string;
  readonly funding?: string;
  readonly licence?: string;
}

/** `POST /api/workshops/:workshop/sessions`: a session while the workshop stands. Answers `Session`. */
export interface NewSessionRequest
  extends Pick<Session, 'title' | 'start'>,
    Partial<Pick<Session, 'prompt' | 'cardTemplate' | 'date' | 'reportBack' | 'end'>> {
  /** How its tables differ from the workshop's; null for not at all. */
  readonly tables?: SessionTables | null;
}

/** `POST /api/workshops/:workshop/agenda`: a row that is no session. Answers the days of the agenda. */
export interface AgendaRowRequest {
  readonly title: string;
  readonly kind: AgendaItem['kind'];
  /** Null for the last day, or with a row that is there for its own. */
  readonly date: string | null;
  readonly start: string;
  readonly end: string | null;
}

/** What `create` and `links` answer, on the command line and over HTTP. */
export interface LinksView {
  readonly workshop: WorkshopId;
  readonly links: Readonly<
    Record<'organizer' | 'facilitator' | 'join' | 'screen' | 'view', string>
  >;
  readonly sessions: readonly {
    readonly id: SessionId;
    readonly title: string;
    /** The tables that sit in it, by their names there. */
    readonly groups: readonly {
      readonly id: GroupId;
      readonly name: string;
      /** The same in each session. */
      readonly url: string;
    }[];
  }[];
  /** What is switched off: of the names above, `code` for the typed code, and tables by their ids. */
  readonly off: readonly string[];
}

/** `GET /api/workshops/:workshop/audit`: who did what, the newest first. */
export interface AuditView {
  readonly entries: readonly {
    /** Milliseconds since 1970. */
    readonly at: number;
    /** A name, a role, or “agenda”. */
    readonly by: string;
    /** A sentence without its subject, such as “replaced the link for participants”. */
    readonly did: string;
  }[];
}

/** `POST /api/agenda`: what an agenda's text was understood as, before anything is made. */
export interface AgendaView {
  readonly agenda: Agenda;
  /** Inferred IANA zone, or null: then it must be asked for. */
  readonly timeZone: string | null;
  readonly breakouts: readonly AgendaItem[];
}

/** `GET /api/workshops/:workshop/sessions/:session/activity`: what happens at the tables, for those who lead. */
export interface ActivityView {
  /** Milliseconds since 1970, as are the other times. */
  readonly serverTime: number;
  /** For how long, in milliseconds, something that was taken in waits for the server's disk. */
  readonly unsavedFor: number;
  readonly tables: readonly TableActivity[];
  /** In the note of the plenary. */
  readonly plenary: TableActivity;
}
/**
 * Why text of somebody who is there was not taken. `closed`: nobody may write there now, and it goes up when they may;
 * `late`: they came back when nobody could write any more, and their device may hold what it had not sent by then.
 */
export type TextRefused =
  | 'closed'
  | 'late'
  | 'no-space'
  | 'too-large'
  | 'document-full'
  | 'workshop-full'
  | 'old-page'
  | 'not-understood';

export interface TableActivity {
  readonly group: GroupId;
  /** When the note or the card last changed; null when it has not since the server started. */
  readonly editedAt: number | null;
  /** The names of those who are there. */
  readonly here: readonly string[];
  /** Whose devices are out of reach, and since when: what was typed there since is only there. */
  readonly away: readonly { readonly name: string; readonly since: number }[];
  /** Whose devices are there and hold text that the server did not take, or may: it is only on them. */
  readonly refused: readonly { readonly name: string; readonly because: TextRefused }[];
}
