import type { IncomingMessage } from 'node:http';
import { newId, type WorkshopId } from '@reportback/domain';
import type { CloseReasonName, Connection, ConnectOptions } from '@reportback/sync';
import { documentRight } from '../access/document-rights.ts';
import { isOwnOrigin } from '../access/same-origin.ts';
import type { Holder } from '../access/standing.ts';
import { offeredTicket, readTicket, type Ticket } from '../access/ticket.ts';
import type { OpenTables } from '../board/open-tables.ts';
import type { TableActivities } from '../board/table-activity.ts';
import type { Services } from '../services.ts';
import {
  type DocumentAddress,
  documentAddress,
  readDocumentAddress,
} from '../workshops/document-address.ts';
import { documentName } from '../workshops/group-documents.ts';
import type { LiveWorkshop } from '../workshops/live-workshops.ts';
import { syncSocket } from './sync-socket.ts';
import { textRefused } from './text-refused.ts';
import type { SocketCall, SocketRoute } from './upgrade.ts';

/** The code of a connection that ended without anybody having said so (RFC 6455, 7.1.5). */
const cutOff = 1006;

/** What sockets are let into. */
export interface OpenDocuments {
  readonly rooms: Rooms;
  readonly tables: OpenTables;
  readonly activities: TableActivities;
}

/** The rooms, as far as sockets are let into them. */
export interface Rooms {
  connect(options: ConnectOptions): Pick<Connection, 'receive' | 'closed' | 'end' | 'step'>;
}

/**
 * `/sync/<document>`: the y-websocket protocol for whoever shows a ticket of that document, or has a pass and
 * comes from a page of ours.
 */
export function openDocument(services: Services, open: OpenDocuments): SocketRoute {
  const { store, documents, live, random } = services;
  return async (call) => {
    const address = readDocumentAddress(call.path.join('/'));
    if (address === null) return 'not-found';
    const session = await store.session(address.session);
    if (session === null) return 'deleted';
    const holder = await holderOf(services, call.request, address, session.workshop);
    if (typeof holder === 'string') return holder;
    const { incarnation } = await documents.address(address.session, address.group);
    if (incarnation !== address.incarnation) return 'deleted';
    const workshop = await live.use(session.workshop);
    const reader = `reader-${newId(random)}`;
    return enter(call, open, { address, holder, workshop, author: holder.seat ?? reader });
  };
}

/** Whose socket it is, or why it is nobody's. */
async function holderOf(
  { signer, clock, place, gate }: Services,
  request: IncomingMessage,
  address: DocumentAddress,
  workshop: WorkshopId,
): Promise<Holder | CloseReasonName> {
  const offered = request.headers['sec-websocket-protocol']?.split(',') ?? [];
  const text = offeredTicket(offered.map((each) => each.trim()));
  if (text !== null) {
    const ticket = readTicket(signer, text);
    if (ticket === null || !isFor(ticket, address)) return 'no-access';
    return ticket.expires > clock.wallTime() ? ticket : 'ticket-expired';
  }
  // A cookie comes along wherever the page is from, so the page has to be ours.
  const { origin } = request.headers;
  if (origin === undefined || !isOwnOrigin(place, origin)) return 'no-access';
  const asker = await gate.asker(request, workshop);
  if (asker === null) return 'no-access';
  const { link, seat } = asker;
  return { link: link.id, generation: link.generation, seat: seat?.id ?? null };
}

function isFor(ticket: Ticket, address: DocumentAddress): boolean {
  return documentAddress(ticket.document) === documentAddress(address);
}

interface Entering {
  readonly address: DocumentAddress;
  readonly holder: Holder;
  readonly workshop: LiveWorkshop;
  /** The seat, or a name of its own for somebody who only reads. */
  readonly author: string;
}

/** The newest document schema that the client knows, where it says so. */
function schemaOf({ searchParams }: URL): { schemaVersion?: number } {
  const said = searchParams.get('schema') ?? '';
  return /^\d{1,6}$/.test(said) ? { schemaVersion: Number(said) } : {};
}

/** Connects a socket with the document's room until either side hangs up. */
function enter(
  { socket, wire, url }: SocketCall,
  { rooms, tables, activities }: OpenDocuments,
  { address, holder, workshop, author }: Entering,
): CloseReasonName | null {
  const right = () => documentRight(workshop.facts(), holder, address);
  const first = right();
  if (first.is === 'out' || socket.readyState !== socket.OPEN) {
    workshop.release();
    return first.is === 'out' ? first.because : null;
  }
  const name = documentName(address.session, address.group);
  // Before the room may want to pause it.
  socket.resume();
  const connection = rooms.connect({
    document: name,
    incarnation: address.incarnation,
    socket: syncSocket(socket, wire),
    author,
    access: () => {
      const now = right();
      return { read: now.is === 'in', write: now.is === 'in' && now.mayWrite };
    },
    acknowledges: url.searchParams.get('ack') === '1',
    ...schemaOf(url),
    ...(first.seat !== null && { user: { name: first.seat.name, seat: first.seat.id } }),
  });
  const leave = first.seat === null ? () => {} : tables.enter(name, first.seat.id);
  const entering = { mayWrite: first.mayWrite, refusedFor: () => textRefused(connection.step) };
  const device = first.seat === null ? null : activities.enter(name, first.seat.id, entering);
  const stopWatching = workshop.subscribe(() => {
    const now = right();
    if (now.is === 'out') connection.end(now.because);
  });
  socket.on('message', (message: Buffer, isBinary: boolean) => {
    device?.heard();
    if (isBinary) connection.receive(message);
    else connection.end('malformed');
  });
  socket.on('close', (code: number) => {
    device?.leave(code === cutOff);
    stopWatching();
    leave();
    workshop.release();
    connection.closed();
  });
  return null;
}
