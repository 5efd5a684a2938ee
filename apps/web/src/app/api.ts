import type {
  ActivityView,
  AgendaDay,
  AgendaRowRequest,
  AgendaView,
  Attribution,
  AuditView,
  CitationRequest,
  ClockRequest,
  CreateRequest,
  DoneRequest,
  EarlierFindings,
  EnterRequest,
  EnterView,
  ExpiryRequest,
  FeedSession,
  Group,
  GroupId,
  LinksView,
  MessageRequest,
  MovesRequest,
  MovesUndoRequest,
  MovesView,
  NewSessionRequest,
  OwnerRequest,
  OwnersView,
  OwnVoices,
  PeopleView,
  PhaseRequest,
  PlenaryRequest,
  ReactionRequest,
  RecordCheck,
  RecordState,
  RedoRequest,
  RosterPreview,
  RosterRequest,
  RosterView,
  SameRequest,
  Seat,
  SeatCodeView,
  SeatId,
  SeatRequest,
  Session,
  SessionId,
  SessionTables,
  SignOffRequest,
  StandingCommand,
  StartView,
  StepsView,
  StepView,
  TablesView,
  TicketRequest,
  TicketView,
  UndoRequest,
  UndoView,
  VisitRequest,
  VoteRequest,
  Workshop,
  WorkshopId,
  WorkshopView,
  WritersView,
} from '@reportback/domain';
import { callServer } from './call-server.ts';

/** The new values, and in `was` what the sender saw there: where that is no longer so, nothing is changed. */
type Change<Values> = Partial<Values> & { readonly was?: Partial<Values> };

/** What the settings of a workshop can be changed to; what is left out stays. */
export type WorkshopChange = Change<
  Pick<
    Workshop,
    | 'title'
    | 'place'
    | 'timeZone'
    | 'organizers'
    | 'funding'
    | 'licence'
    | 'othersReadable'
    | 'attribution'
  >
>;
export type SessionChange = Change<
  Pick<Session, 'title' | 'prompt' | 'cardTemplate' | 'date' | 'start' | 'reportBack' | 'end'> & {
    readonly tables: SessionTables | null;
  }
> & { readonly evenWritten?: boolean };

const at = (workshop: WorkshopId, rest = '') => `/api/workshops/${workshop}${rest}`;

/** What a call about one session is about. */
export interface SessionPlace {
  readonly workshop: WorkshopId;
  readonly session: SessionId;
}

/** What a call about one table in one session is about. */
export interface TablePlace extends SessionPlace {
  readonly group: GroupId;
}

const of = ({ workshop, session }: SessionPlace, rest: string) =>
  at(workshop, `/sessions/${session}${rest}`);

/** Every call that the pages make; `docs/protocol.md` says what each asks for. */
export const api = {
  start: () => callServer<StartView>('GET', '/api/start'),
  enter: (request: EnterRequest) => callServer<EnterView>('POST', '/api/enter', request),
  signOut: () => callServer<undefined>('POST', '/api/sign-out', {}),
  admitCreation: (token: string) => callServer<undefined>('POST', '/api/creation', { token }),
  readAgenda: (agenda: string) => callServer<AgendaView>('POST', '/api/agenda', { agenda }),
  createWorkshop: (request: CreateRequest) =>
    callServer<LinksView>('POST', '/api/workshops', request),

  workshop: (workshop: WorkshopId) => callServer<WorkshopView>('GET', at(workshop)),
  links: (workshop: WorkshopId) => callServer<LinksView>('GET', at(workshop, '/links')),
  /** @param name as in `LinksView`, a table's id, or `code` */
  changeLink: (workshop: WorkshopId, name: string, change: 'replace' | 'off' | 'on') =>
    callServer<LinksView>('POST', at(workshop, `/links/${name}/${change}`), {}),
  changeWorkshop: (workshop: WorkshopId, change: WorkshopChange) =>
    callServer<WorkshopView>('PATCH', at(workshop), change),
  duplicateWorkshop: (workshop: WorkshopId) =>
    callServer<LinksView>('POST', at(workshop, '/duplicate'), {}),
  changeSession: (workshop: WorkshopId, session: SessionId, change: SessionChange) =>
    callServer<Session>('PATCH', at(workshop, `/sessions/${session}`), change),
  addSession: (workshop: WorkshopId, request: NewSessionRequest) =>
    callServer<Session>('POST', at(workshop, '/sessions'), request),
  /** @param told what the one who removes it was told is in it; empty for nothing */
  removeSession: (workshop: WorkshopId, session: SessionId, told: string) =>
    callServer<undefined>('DELETE', at(workshop, `/sessions/${session}`), { told }),
  addAgendaRow: (workshop: WorkshopId, row: AgendaRowRequest) =>
    callServer<readonly AgendaDay[]>('POST', at(workshop, '/agenda'), row),
  changeAgendaRow: (workshop: WorkshopId, line: number, change: Change<AgendaRowRequest>) =>
    callServer<readonly AgendaDay[]>('PATCH', at(workshop, `/agenda/${line}`), change),
  /** @param was what was seen of it: where it is another now, it stays */
  removeAgendaRow: (workshop: WorkshopId, line: number, was: AgendaRowRequest) =>
    callServer<readonly AgendaDay[]>('DELETE', at(workshop, `/agenda/${line}`), { was }),
  addTable: (workshop: WorkshopId, name: string) =>
    callServer<Group>('POST', at(workshop, '/groups'), { name }),
  changeTable: (workshop: WorkshopId, group: GroupId, change: Change<Pick<Group, 'name'>>) =>
    callServer<Group>('PATCH', at(workshop, `/groups/${group}`), change),

  people: (workshop: WorkshopId) => callServer<PeopleView>('GET', at(workshop, '/people')),
  previewRoster: (workshop: WorkshopId, request: RosterRequest) =>
    callServer<RosterPreview>('POST', at(workshop, '/people/preview'), request),
  addRoster: (workshop: WorkshopId, request: RosterRequest) =>
    callServer<RosterView>('POST', at(workshop, '/people'), request),
  movePeople: (workshop: WorkshopId, request: MovesRequest) =>
    callServer<MovesView>('POST', at(workshop, '/people/moves'), request),
  undoMove: (workshop: WorkshopId, request: MovesUndoRequest) =>
    callServer<MovesView>('POST', at(workshop, '/people/moves/undo'), request),
  erasePerson: (workshop: WorkshopId, seat: SeatId) =>
    callServer<undefined>('DELETE', at(workshop, `/people/${seat}`)),

  audit: (workshop: WorkshopId) => callServer<AuditView>('GET', at(workshop, '/audit')),
  takeSeat: (workshop: WorkshopId, request: SeatRequest) =>
    callServer<Seat>('PUT', at(workshop, '/seat'), request),
  /** @param session for the tables that sit in it, else all */
  tables: (workshop: WorkshopId, session: SessionId | null) =>
    callServer<TablesView>(
      'GET',
      at(workshop, session === null ? '/tables' : `/tables?session=${session}`),
    ),
  seatCode: (workshop: WorkshopId) =>
    callServer<SeatCodeView>('POST', at(workshop, '/seat/code'), {}),
  commandPhase: (place: SessionPlace, request: PhaseRequest) =>
    callServer<Session>('POST', of(place, '/phase'), request),
  setAttribution: (workshop: WorkshopId, attribution: Attribution) =>
    callServer<WorkshopView>('PATCH', at(workshop), { attribution }),
  checkRecord: (workshop: WorkshopId) =>
    callServer<RecordCheck>('GET', at(workshop, '/record-check')),
  setExpiry: (workshop: WorkshopId, request: ExpiryRequest) =>
    callServer<ExpiryRequest>('PUT', at(workshop, '/expiry'), request),
  putOwner: (workshop: WorkshopId, request: OwnerRequest) =>
    callServer<OwnersView>('PUT', at(workshop, '/owners'), request),
  commandStanding: (workshop: WorkshopId, command: StandingCommand) =>
    callServer<RecordState>('POST', at(workshop, '/record-standing'), command),
  removeWorkshop: (workshop: WorkshopId) => callServer<undefined>('DELETE', at(workshop)),

  plenary: (place: SessionPlace, request: PlenaryRequest) =>
    callServer<StepView>('POST', of(place, '/plenary'), request),
  undo: (place: SessionPlace, request: UndoRequest) =>
    callServer<UndoView>('POST', of(place, '/undo'), request),
  redo: (place: SessionPlace, request: RedoRequest) =>
    callServer<UndoView>('POST', of(place, '/redo'), request),
  steps: (place: SessionPlace) => callServer<StepsView>('GET', of(place, '/steps')),
  clock: (place: SessionPlace, request: ClockRequest) =>
    callServer<FeedSession>('POST', of(place, '/clock'), request),
  activity: (place: SessionPlace) => callServer<ActivityView>('GET', of(place, '/activity')),
  message: (place: SessionPlace, request: MessageRequest) =>
    callServer<FeedSession>('POST', of(place, '/message'), request),

  signOff: (place: SessionPlace, request: SignOffRequest) =>
    callServer<undefined>('POST', of(place, '/sign-off'), request),
  voices: (place: SessionPlace) => callServer<OwnVoices>('GET', of(place, '/voices')),
  react: (place: SessionPlace, request: ReactionRequest) =>
    callServer<OwnVoices>('POST', of(place, '/reactions'), request),
  vote: (place: SessionPlace, request: VoteRequest) =>
    callServer<OwnVoices>('POST', of(place, '/votes'), request),
  visit: (place: SessionPlace, request: VisitRequest) =>
    callServer<undefined>('POST', of(place, '/visits'), request),
  sayDone: (place: SessionPlace, request: DoneRequest) =>
    callServer<StepView>('POST', of(place, '/done'), request),
  saySame: (place: SessionPlace, request: SameRequest) =>
    callServer<StepView>('POST', of(place, '/same'), request),
  earlierFindings: (place: SessionPlace) =>
    callServer<EarlierFindings>('GET', of(place, '/earlier-findings')),
  cite: (place: SessionPlace, request: CitationRequest) =>
    callServer<StepView>('POST', of(place, '/citations'), request),

  writers: ({ group, ...place }: TablePlace) =>
    callServer<WritersView>('GET', of(place, `/groups/${group}/writers`)),

  ticket: (request: TicketRequest) => callServer<TicketView>('POST', '/api/tickets', request),
};

/** Where an edition of the record comes from, as it was frozen. */
export function editionAddress(workshop: WorkshopId, edition: number): string {
  return at(workshop, `/record-editions/${edition}`);
}

/** Where a file of the record comes from: of the event, a session, a table, or a table in a session. */
export function recordAddress(
  workshop: WorkshopId,
  ending: string,
  scope: { readonly session: SessionId | null; readonly group: GroupId | null },
): string {
  const asked = new URLSearchParams();
  if (scope.session !== null) asked.set('session', scope.session);
  if (scope.group !== null) asked.set('group', scope.group);
  const query = asked.size === 0 ? '' : `?${asked}`;
  return at(workshop, `/record.${ending}${query}`);
}

/** Where the tents of a workshop's tables come from, as a PDF. */
export function tentsAddress(
  workshop: WorkshopId,
  paper: 'a4' | 'letter',
  savesInk: boolean,
): string {
  return at(workshop, `/tents.pdf?paper=${paper}&ink=${savesInk ? 'save' : 'full'}`);
}
