import {
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
import { lineSchema, readBody, textSchema } from './read-body.ts';

const sessionRequest = z.strictObject({
  title: lineSchema(200)
    .refine((text) => text !== '', 'It must not be empty')
    .exactOptional(),
  prompt: textSchema(2000).exactOptional(),
});
const groupRequest = z.strictObject({ name: lineSchema(60) });

/** What is below `/api/workshops/:workshop`: sessions and tables. */
export function sessionRoutes({ store, gate, live }: Services): Router {
  const router = Router();

  router.patch('/workshops/:workshop/sessions/:session', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    await gate.demand(request, workshop, 'organize');
    const session = await sessionIn(store, workshop, parseSessionId(request.params.session));
    const changed: Session = { ...session, ...readBody(sessionRequest, request.body) };
    await store.putSession(changed);
    await live.refresh(workshop);
    response.json(changed);
  });

  router.patch('/workshops/:workshop/groups/:group', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    await gate.demand(request, workshop, 'organize');
    const id = parseGroupId(request.params.group);
    const group = (await store.groups(workshop)).find((each) => each.id === id);
    if (group === undefined)
      throw new Refusal('not-found', `This workshop has no table “${id}”. Reload the page.`);
    const changed = { ...group, ...readBody(groupRequest, request.body) };
    await store.putGroup(changed);
    await live.refresh(workshop);
    response.json(changed);
  });
  return router;
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
