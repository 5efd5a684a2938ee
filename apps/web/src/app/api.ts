import type {
  AgendaView,
  CreateRequest,
  EnterRequest,
  EnterView,
  LinksView,
  PhaseCommand,
  Seat,
  SeatRequest,
  Session,
  SessionId,
  StartView,
  TicketRequest,
  TicketView,
  WorkshopId,
  WorkshopView,
} from '@reportback/domain';
import { callServer } from './call-server.ts';

const at = (workshop: WorkshopId, rest = '') => `/api/workshops/${workshop}${rest}`;

/** Every call that the pages make; `docs/protocol.md` says what each asks for. */
export const api = {
  start: () => callServer<StartView>('GET', '/api/start'),
  enter: (request: EnterRequest) => callServer<EnterView>('POST', '/api/enter', request),
  admitCreation: (token: string) => callServer<undefined>('POST', '/api/creation', { token }),
  readAgenda: (agenda: string) => callServer<AgendaView>('POST', '/api/agenda', { agenda }),
  createWorkshop: (request: CreateRequest) =>
    callServer<LinksView>('POST', '/api/workshops', request),

  workshop: (workshop: WorkshopId) => callServer<WorkshopView>('GET', at(workshop)),
  links: (workshop: WorkshopId) => callServer<LinksView>('GET', at(workshop, '/links')),
  takeSeat: (workshop: WorkshopId, request: SeatRequest) =>
    callServer<Seat>('PUT', at(workshop, '/seat'), request),
  commandPhase: (workshop: WorkshopId, session: SessionId, command: PhaseCommand) =>
    callServer<Session>('POST', at(workshop, `/sessions/${session}/phase`), { command }),
  removeWorkshop: (workshop: WorkshopId) => callServer<undefined>('DELETE', at(workshop)),

  ticket: (request: TicketRequest) => callServer<TicketView>('POST', '/api/tickets', request),
};

/** Where the whole record is downloaded as Markdown. */
export const markdownAddress = (workshop: WorkshopId) => at(workshop, '/record.md');
