import {
  documentAccess,
  type Link,
  newId,
  parseGroupId,
  parseSeatId,
  parseSessionId,
  permits,
  plenaryGroup,
  type Seat,
  type Session,
  sitsIn,
  type TicketView,
  tableAt,
} from '@reportback/domain';
import { type Request, Router } from 'express';
import { z } from 'zod';
import { ticketLifetime, ticketProtocols } from '../access/ticket.ts';
import { noSuchWorkshop, Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { documentAddress } from '../workshops/document-address.ts';
import { demandSpace, emptySeat } from '../workshops/seats.ts';
import { linkOfToken } from './enter.ts';
import { idSchema, readBody } from './read-body.ts';
import { demandGroup, personName } from './seat.ts';

const ticketRequest = z.strictObject({
  session: idSchema(parseSessionId),
  group: idSchema(parseGroupId),
  token: z.string('It must be the token of a link').max(200).exactOptional(),
  name: personName.exactOptional(),
});
type TicketRequest = z.infer<typeof ticketRequest>;

/** `POST /api/tickets` */
export function ticketRoutes(services: Services): Router {
  const { store, clock, signer, place, documents } = services;
  const socketUrl = new URL('/sync', place.publicUrl);
  socketUrl.protocol = place.publicUrl.protocol === 'https:' ? 'wss:' : 'ws:';
  const router = Router();
  router.post('/tickets', async (request, response) => {
    const asked = readBody(ticketRequest, request.body);
    const session = await store.session(asked.session);
    if (session === null)
      throw new Refusal(
        'not-found',
        'There is no such session on this server. It may have been removed.',
      );
    const workshop = await store.workshop(session.workshop);
    if (workshop === null) throw noSuchWorkshop(session.workshop);
    if (asked.group !== plenaryGroup) await demandGroup(store, session.workshop, asked.group);
    const { link, seat } = await holder(services, request, session, asked);
    const access = documentAccess(
      { role: link.role, seated: seat !== null, group: tableAt(seat, session.id) },
      {
        group: asked.group,
        phase: session.phase,
        othersReadable: workshop.othersReadable,
        sits: sitsIn(asked.group, session),
      },
    );
    if (access.is === 'none') throw new Refusal('no-access', closedTables[access.because]);
    const document = await documents.address(session.id, asked.group);
    const expires = clock.wallTime() + ticketLifetime;
    const ticket = {
      document,
      link: link.id,
      generation: link.generation,
      seat: seat?.id ?? null,
      expires,
    };
    const view: TicketView = {
      url: socketUrl.href,
      document: documentAddress(document),
      protocols: ticketProtocols(signer, ticket),
      expires,
      access,
      seat: ticket.seat,
    };
    response.json(view);
  });
  return router;
}

const closedTables = {
  screen: 'The screen shows the board, not a table’s note. Open a read-only link to read notes.',
  'other-table': 'In this workshop only the people of a table read its note.',
} as const;

/** Whose ticket it is: the browser's by its cookie, or that of a program that shows a link's token. */
async function holder(
  services: Services,
  request: Request,
  session: Session,
  asked: TicketRequest,
): Promise<{ readonly link: Link; readonly seat: Seat | null }> {
  if (asked.token === undefined) return services.gate.demand(request, session.workshop);
  const link = await linkOfToken(services, asked.token);
  if (link.workshop !== session.workshop)
    throw new Refusal('no-access', 'This link belongs to another workshop than the session.');
  return { link, seat: await newSeat(services, link, asked) };
}

async function newSeat(
  { store, live, random }: Services,
  { role, workshop }: Link,
  { name, group }: TicketRequest,
): Promise<Seat | null> {
  if (!permits[role].sit) return null;
  if (name === undefined)
    throw new Refusal('bad-input', '“name”: Say whose ticket it is; text carries a name here.');
  const table = group === plenaryGroup ? null : group;
  const seat = { ...emptySeat(parseSeatId(newId(random)), workshop, table), name };
  await demandSpace(store, workshop);
  await store.addSeats([seat]);
  await live.refresh(workshop);
  return seat;
}
