import {
  type MovesView,
  parseGroupId,
  parseSeatId,
  parseSessionId,
  parseWorkshopId,
  rosterColumns,
} from '@reportback/domain';
import { Router } from 'express';
import { z } from 'zod';
import { actorOf } from '../plenary/actor.ts';
import { Turns } from '../plenary/turns.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { note } from '../workshops/audit.ts';
import { erasePerson } from '../workshops/erase-person.ts';
import { addRoster, movePeople, peopleOf, previewRoster, undoMove } from '../workshops/people.ts';
import { mostSeats } from '../workshops/seats.ts';
import { idSchema, readBody } from './read-body.ts';
import { sessionIn } from './sessions.ts';

/** Of 5,000 people with long names and affiliations; `app.ts` lets no more through either. */
const longestRoster = 1_000_000;

const rosterRequest = z.strictObject({
  roster: z.string('It must be the roster’s text').max(longestRoster, 'It is longer than 1 MB'),
  columns: z
    .array(z.enum(rosterColumns, `It must be one of ${rosterColumns.join(', ')}`))
    .max(200, 'It may have 200 columns')
    .exactOptional(),
  hasHeadings: z.boolean('It must be true or false').exactOptional(),
});
const table = idSchema(parseGroupId).nullable();
const movesRequest = z.strictObject({
  moves: z
    .array(z.strictObject({ seat: idSchema(parseSeatId), from: table, to: table }))
    .max(mostSeats, `It may have ${mostSeats} moves at most`),
  session: idSchema(parseSessionId).exactOptional(),
});

const undoRequest = z.strictObject({ number: z.int('It must be a whole number') });

/** `/api/workshops/:workshop/people`: the roster, who sits where, and erasing somebody. */
export function peopleRoutes(services: Services): Router {
  const { store, gate, live, clock } = services;
  const router = Router();
  // What is read, compared and written belongs together.
  const turns = new Turns();
  const path = '/workshops/:workshop/people';

  router.get(path, async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    await gate.demand(request, workshop, 'facilitate');
    response.json(await peopleOf(services, workshop));
  });

  router.post(path, async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    const asker = await gate.demand(request, workshop, 'organize');
    const asked = readBody(rosterRequest, request.body);
    const outcome = await addRoster(services, workshop, asked);
    await live.refresh(workshop);
    if (outcome.added > 0) await note(services, asker, 'people-added', String(outcome.added));
    response.json(outcome);
  });

  router.post(`${path}/preview`, async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    await gate.demand(request, workshop, 'organize');
    const asked = readBody(rosterRequest, request.body);
    response.json(await previewRoster(services, workshop, asked));
  });

  router.post(`${path}/moves`, async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    const asker = await gate.demand(request, workshop, 'facilitate');
    const { moves, session } = readBody(movesRequest, request.body);
    if (session !== undefined) await sessionIn(store, workshop, session);
    const moved = await turns.take(async () => {
      const by = { at: clock.wallTime(), by: actorOf(asker), session: session ?? null };
      return movePeople(services, workshop, { ...by, moves });
    });
    await live.refresh(workshop);
    if (moved.length > 0) await note(services, asker, 'people-moved', String(moved.length));
    const view: MovesView = { ...(await peopleOf(services, workshop)), moved };
    response.json(view);
  });

  router.post(`${path}/moves/undo`, async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    const asker = await gate.demand(request, workshop, 'facilitate');
    const { number } = readBody(undoRequest, request.body);
    const moved = await turns.take(() => undoMove(services, workshop, number));
    await live.refresh(workshop);
    if (moved.length > 0) await note(services, asker, 'people-moved-back', String(moved.length));
    const view: MovesView = { ...(await peopleOf(services, workshop)), moved };
    response.json(view);
  });

  router.delete(`${path}/:seat`, async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    const id = parseSeatId(request.params.seat);
    const asker = await gate.demand(request, workshop);
    // Everybody may have themselves erased.
    if (asker.seat?.id !== id) await gate.demand(request, workshop, 'organize');
    const seat = await store.seat(id);
    if (seat?.workshop !== workshop)
      throw new Refusal('not-found', 'This person is not in this workshop, or not any more.');
    await note(services, asker, 'person-erased', '');
    await erasePerson(services, seat);
    response.status(204).end();
  });
  return router;
}
