import {
  groupLabel,
  parseGroupId,
  parseSessionId,
  parseWorkshopId,
  type Session,
  type SessionId,
  type WorkshopId,
  type WorkshopStore,
} from '@reportback/domain';
import { Router } from 'express';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { addTable } from '../workshops/add-table.ts';
import { note } from '../workshops/audit.ts';
import { lineSchema, readBody, textSchema } from './read-body.ts';

const clockTime = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'It must be a time such as 14:30');
const sessionRequest = z.strictObject({
  title: lineSchema(200)
    .refine((text) => text !== '', 'It must not be empty')
    .exactOptional(),
  prompt: textSchema(2000).exactOptional(),
  date: z.iso.date('It must be a day such as 2025-09-15').nullable().exactOptional(),
  start: clockTime.exactOptional(),
  reportBack: clockTime.nullable().exactOptional(),
  end: clockTime.nullable().exactOptional(),
});
const groupRequest = z.strictObject({ name: lineSchema(60) });

/** What is below `/api/workshops/:workshop`: sessions and tables. */
export function sessionRoutes(services: Services): Router {
  const { store, gate, live } = services;
  const router = Router();

  router.patch('/workshops/:workshop/sessions/:session', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    const asker = await gate.demand(request, workshop, 'organize');
    const session = await sessionIn(store, workshop, parseSessionId(request.params.session));
    const changed: Session = { ...session, ...readBody(sessionRequest, request.body) };
    demandOrder(changed);
    await store.putSession(changed);
    await live.refresh(workshop);
    await note(services, asker, 'session-changed', `“${changed.title}”`);
    response.json(changed);
  });

  router.post('/workshops/:workshop/groups', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    const asker = await gate.demand(request, workshop, 'organize');
    const { name } = readBody(groupRequest, request.body);
    const group = await addTable(services, workshop, name);
    await live.refresh(workshop);
    await note(services, asker, 'table-added', groupLabel(group));
    response.status(201).json(group);
  });

  router.patch('/workshops/:workshop/groups/:group', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    const asker = await gate.demand(request, workshop, 'organize');
    const id = parseGroupId(request.params.group);
    const group = (await store.groups(workshop)).find((each) => each.id === id);
    if (group === undefined)
      throw new Refusal('not-found', `This workshop has no table “${id}”. Reload the page.`);
    const changed = { ...group, ...readBody(groupRequest, request.body) };
    await store.putGroup(changed);
    await live.refresh(workshop);
    await note(services, asker, 'table-changed', groupLabel(changed));
    response.json(changed);
  });
  return router;
}

/**
 * A session begins, reports back and ends in this order; only past midnight would another be right, and no
 * breakout lasts that long.
 * @throws Refusal
 */
function demandOrder({ start, reportBack, end }: Session): void {
  if (end !== null && end <= start)
    throw new Refusal(
      'bad-input',
      `The session would end at ${end}, before it starts at ${start}.`,
    );
  if (reportBack !== null && (reportBack <= start || (end !== null && reportBack >= end)))
    throw new Refusal(
      'bad-input',
      `The report-back at ${reportBack} would not be between ${start} and ${end ?? 'the end'}.`,
    );
}

/** A session of a workshop. @throws Refusal `not-found`, also for one of another workshop */
export async function sessionIn(
  store: WorkshopStore,
  workshop: WorkshopId,
  id: SessionId,
): Promise<Session> {
  const session = await store.session(id);
  if (session?.workshop === workshop) return session;
  throw new Refusal('not-found', `This workshop has no session “${id}”. Reload the page.`);
}
