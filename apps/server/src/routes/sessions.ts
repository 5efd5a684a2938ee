import {
  groupLabel,
  newId,
  parseGroupId,
  parseSessionId,
  parseWorkshopId,
  type Session,
  type SessionId,
  sessionTables,
  usualTemplate,
  type WorkshopId,
  type WorkshopStore,
} from '@reportback/domain';
import { Router } from 'express';
import { z } from 'zod';
import { noSuchSession, Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { addTable } from '../workshops/add-table.ts';
import { note } from '../workshops/audit.ts';
import { keepSession } from '../workshops/programme.ts';
import { demandNotKept, demandUnfrozen } from '../workshops/record-standings.ts';
import { removeSession } from '../workshops/remove-session.ts';
import { soundTables } from '../workshops/session-tables.ts';
import { clockTime, localDay } from './agenda-schema.ts';
import { cardTemplateSchema } from './card-template-schema.ts';
import { changeSchema, demandUnchanged } from './change-schema.ts';
import { lineSchema, readBody, textSchema } from './read-body.ts';
import { sessionTablesSchema } from './session-tables-schema.ts';

const title = lineSchema(200).refine((text) => text !== '', 'It must not be empty');
const newSessionRequest = z.strictObject({
  title,
  prompt: textSchema(2000).exactOptional(),
  cardTemplate: cardTemplateSchema.exactOptional(),
  date: localDay.nullable().exactOptional(),
  start: clockTime,
  reportBack: clockTime.nullable().exactOptional(),
  end: clockTime.nullable().exactOptional(),
  tables: sessionTablesSchema.exactOptional(),
});
const sessionRequest = changeSchema({
  title: title.exactOptional(),
  prompt: textSchema(2000).exactOptional(),
  cardTemplate: cardTemplateSchema.exactOptional(),
  date: localDay.nullable().exactOptional(),
  start: clockTime.exactOptional(),
  reportBack: clockTime.nullable().exactOptional(),
  end: clockTime.nullable().exactOptional(),
  tables: sessionTablesSchema.exactOptional(),
}).extend({
  /** Leave tables out of the session that have written there. */
  evenWritten: z.boolean('It must be true or false').exactOptional(),
});
const removalRequest = z.strictObject({
  /** What the one who removes it was told is in it: the sentence of the refusal. */
  told: textSchema(5000).exactOptional(),
});
const newGroupRequest = z.strictObject({ name: lineSchema(60) });
const groupRequest = changeSchema({ name: lineSchema(60).exactOptional() });

/** What is below `/api/workshops/:workshop`: sessions and tables. */
export function sessionRoutes(services: Services): Router {
  const { store, gate, live, kept, turns } = services;
  const router = Router();

  router.post('/workshops/:workshop/sessions', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    const asker = await gate.demand(request, workshop, 'organize');
    const { tables, ...asked } = readBody(newSessionRequest, request.body);
    const added = await turns.take(workshop, async () => {
      await demandNotKept(kept, workshop);
      const session: Session = {
        prompt: '',
        cardTemplate: usualTemplate,
        date: null,
        reportBack: null,
        end: null,
        ...asked,
        id: parseSessionId(newId(services.random)),
        workshop,
        position: 0,
        phase: 'gathering',
      };
      const own = await soundTables(services, session, tables ?? null, true);
      return keepSession(store, { ...session, ...own });
    });
    await live.refresh(workshop);
    await note(services, asker, 'session-added', `“${added.title}”`);
    response.status(201).json(added);
  });

  router.delete('/workshops/:workshop/sessions/:session', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    const asker = await gate.demand(request, workshop, 'organize');
    const { told = '' } = readBody(removalRequest, request.body);
    const session = await sessionIn(store, workshop, parseSessionId(request.params.session));
    await removeSession(services, session, told, ({ title }, contents) =>
      note(
        services,
        asker,
        'session-removed',
        contents === '' ? `“${title}”` : `“${title}”, with ${contents}`,
      ),
    );
    response.status(204).end();
  });

  router.patch('/workshops/:workshop/sessions/:session', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    const asker = await gate.demand(request, workshop, 'organize');
    const { was, tables, evenWritten, ...change } = readBody(sessionRequest, request.body);
    const changed = await turns.take(workshop, async () => {
      await demandUnfrozen(kept, workshop);
      const session = await sessionIn(store, workshop, parseSessionId(request.params.session));
      demandUnchanged({ ...session, tables: session.tables ?? null }, was);
      const { tables: before, ...same } = session;
      const all: Session = {
        ...same,
        ...change,
        ...(tables === undefined
          ? sessionTables(before ?? null)
          : await soundTables(services, session, tables, evenWritten === true)),
      };
      return keepSession(store, all);
    });
    await live.refresh(workshop);
    await note(services, asker, 'session-changed', `“${changed.title}”`);
    response.json(changed);
  });

  router.post('/workshops/:workshop/groups', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    const asker = await gate.demand(request, workshop, 'organize');
    const { name } = readBody(newGroupRequest, request.body);
    const group = await turns.take(workshop, async () => {
      await demandUnfrozen(kept, workshop);
      return addTable(services, workshop, name);
    });
    await live.refresh(workshop);
    await note(services, asker, 'table-added', groupLabel(group));
    response.status(201).json(group);
  });

  router.patch('/workshops/:workshop/groups/:group', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    const asker = await gate.demand(request, workshop, 'organize');
    const id = parseGroupId(request.params.group);
    const { was, ...change } = readBody(groupRequest, request.body);
    const changed = await turns.take(workshop, async () => {
      await demandUnfrozen(kept, workshop);
      const group = (await store.groups(workshop)).find((each) => each.id === id);
      if (group === undefined)
        throw new Refusal('not-found', 'This workshop has no such table. Reload the page.');
      demandUnchanged(group, was);
      const all = { ...group, ...change };
      await store.putGroup(all);
      return all;
    });
    await live.refresh(workshop);
    await note(services, asker, 'table-changed', groupLabel(changed));
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
  throw noSuchSession();
}
