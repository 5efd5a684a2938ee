import {
  attributions,
  parseWorkshopId,
  permits,
  type WorkshopId,
  type WorkshopView,
} from '@reportback/domain';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Asker } from '../access/gate.ts';
import { isLocalCall } from '../access/same-origin.ts';
import { findLink, linksOf } from '../access/workshop-links.ts';
import { exampleWorkshop } from '../example/offer-example.ts';
import { noSuchWorkshop } from '../refusal.ts';
import type { Services } from '../services.ts';
import { note } from '../workshops/audit.ts';
import { createWorkshop } from '../workshops/create-workshop.ts';
import { duplicateWorkshop } from '../workshops/duplicate-workshop.ts';
import { mostTables } from '../workshops/new-workshop.ts';
import { demandUnfrozen } from '../workshops/record-standings.ts';
import { removeWorkshop } from '../workshops/remove-workshop.ts';
import { isTimeZone } from '../workshops/time-zone.ts';
import { agendaDaySchema, mostDays } from './agenda-schema.ts';
import { cardTemplateSchema } from './card-template-schema.ts';
import { changeSchema, demandUnchanged } from './change-schema.ts';
import { lineSchema, readBody, textSchema } from './read-body.ts';
import { otherTablesSchema } from './session-tables-schema.ts';

const tableCount = `It must be a whole number from 1 to ${mostTables}`;
const zone = z
  .string('It must be a text')
  .refine(isTimeZone, 'It must be the IANA name of a time zone, such as “America/Chicago”');
const title = lineSchema(200).refine((text) => text !== '', 'It must not be empty');

const createRequest = z.strictObject({
  agenda: z.string('It must be the agenda’s text'),
  title: lineSchema(200).exactOptional(),
  place: lineSchema(200).exactOptional(),
  timeZone: zone.exactOptional(),
  tables: z.int(tableCount).min(1, tableCount).max(mostTables, tableCount),
  tableNames: z.array(lineSchema(60)).max(mostTables, tableCount).exactOptional(),
  prompts: z.record(z.string().regex(/^\d{1,6}$/), textSchema(2000)).exactOptional(),
  days: z.array(agendaDaySchema).max(mostDays, `It may have ${mostDays} days`).exactOptional(),
  sessionTables: z.record(z.string().regex(/^\d{1,6}$/), otherTablesSchema).exactOptional(),
  galleries: z.array(z.int()).exactOptional(),
  organizers: textSchema(2000).exactOptional(),
  funding: textSchema(2000).exactOptional(),
  licence: lineSchema(200).exactOptional(),
  cardTemplates: z.record(z.string().regex(/^\d{1,6}$/), cardTemplateSchema).exactOptional(),
});

const patchRequest = changeSchema({
  title: title.exactOptional(),
  place: lineSchema(200).exactOptional(),
  timeZone: zone.exactOptional(),
  organizers: textSchema(2000).exactOptional(),
  funding: textSchema(2000).exactOptional(),
  licence: lineSchema(200).exactOptional(),
  othersReadable: z.boolean('It must be true or false').exactOptional(),
  attribution: z.enum(attributions, 'It must be “by-name”, “by-table” or “none”').exactOptional(),
});

/** `/api/workshops`, `/api/workshops/:workshop` */
export function workshopRoutes(services: Services): Router {
  const { store, gate, creation, signer, place, live, turns } = services;
  const router = Router();

  router.post('/workshops', async (request, response) => {
    await creation.demand(request);
    const id = await createWorkshop(services, readBody(createRequest, request.body));
    await keep(request, id);
    await gate.admit(request, response, findLink(await store.links(id), 'organizer'));
    response.status(201).json(await linksOf(store, { signer, publicUrl: place.publicUrl }, id));
  });

  router.post('/workshops/:workshop/duplicate', async (request, response) => {
    const template = parseWorkshopId(request.params.workshop);
    await gate.demand(request, template, 'organize');
    await creation.demand(request);
    const id = await duplicateWorkshop(services, template);
    await keep(request, id);
    await gate.admit(request, response, findLink(await store.links(id), 'organizer'));
    response.status(201).json(await linksOf(store, { signer, publicUrl: place.publicUrl }, id));
  });

  router.get('/workshops/:workshop', async (request, response) => {
    const id = parseWorkshopId(request.params.workshop);
    const asker =
      (await openWithoutLink(services, request, response, id)) ?? (await gate.demand(request, id));
    response.json(await viewOf(services, id, asker));
  });

  router.patch('/workshops/:workshop', async (request, response) => {
    const id = parseWorkshopId(request.params.workshop);
    const asker = await gate.demand(request, id, 'organize');
    const { was, ...change } = readBody(patchRequest, request.body);
    await turns.take(id, async () => {
      const workshop = await store.workshop(id);
      if (workshop === null) throw noSuchWorkshop(id);
      await demandUnfrozen(services.kept, id);
      demandUnchanged(workshop, was);
      await store.putWorkshop({ ...workshop, ...change });
    });
    await live.refresh(id);
    await note(services, asker, 'workshop-changed', Object.keys(change).join(', '));
    response.json(await viewOf(services, id, asker));
  });

  router.delete('/workshops/:workshop', async (request, response) => {
    const id = parseWorkshopId(request.params.workshop);
    await gate.demand(request, id, 'organize');
    await removeWorkshop(services, id);
    response.status(204).end();
  });

  /** Whose a new workshop is, and until when it is kept. */
  async function keep(request: Request, id: WorkshopId): Promise<void> {
    const email = services.accounts?.of(request) ?? null;
    if (email !== null) await services.custody.addOwner(id, email);
    await services.expiry.assign(id);
  }
  return router;
}

/**
 * Lets in as organizers who need no link for it: whoever signed in and owns the workshop, and, on the machine
 * that the server runs on, whoever looks at the example.
 */
async function openWithoutLink(
  { store, gate, place, accounts, custody }: Services,
  request: Request,
  response: Response,
  id: WorkshopId,
): Promise<Asker | null> {
  const asker = await gate.asker(request, id);
  if (asker?.link.role === 'organizer') return asker;
  const email = accounts?.of(request) ?? null;
  const owns = email !== null && (await custody.isOwner(id, email));
  const opens =
    asker === null && isLocalCall(place, request) && (await exampleWorkshop(store)) === id;
  if (!owns && !opens) return asker;
  const link = findLink(await store.links(id), 'organizer');
  return gate.renew(response, link, asker?.pass.seat ?? null);
}

async function viewOf(
  { store, custody, standings, accounts }: Services,
  id: WorkshopId,
  { link, seat }: Asker,
): Promise<WorkshopView> {
  const workshop = await store.workshop(id);
  if (workshop === null) throw noSuchWorkshop(id);
  const organizes = permits[link.role].organize;
  const seesCode = permits[link.role]['see-join-code'] && !(await store.isCodeOff(id));
  return {
    workshop: { ...workshop, joinCode: seesCode ? workshop.joinCode : null },
    sessions: await store.sessions(id),
    groups: await store.groups(id),
    record: await standings.state(id),
    me: { role: link.role, seat, invitedTo: link.group },
    expires: organizes ? ((await custody.expiry(id))?.on ?? null) : null,
    owners: organizes && accounts !== null ? await custody.owners(id) : null,
  };
}
