import {
  type GroupId,
  movedTo,
  newId,
  parseGroupId,
  parseSeatId,
  parseSessionId,
  parseWorkshopId,
  type RecordStore,
  type Seat,
  type SessionId,
  sitsIn,
  type WorkshopId,
  type WorkshopStore,
} from '@reportback/domain';
import { Router } from 'express';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { expectedSeat } from '../workshops/people.ts';
import { newSeatCode } from '../workshops/seat-codes.ts';
import { demandSpace, emptySeat, tablesOf } from '../workshops/seats.ts';
import { idSchema, lineSchema, readBody } from './read-body.ts';
import { sessionIn } from './sessions.ts';

/** A name as people write it on a badge. */
export const personName = lineSchema(80).refine((text) => text !== '', 'Say a name');

const seatRequest = z.strictObject({
  name: personName,
  affiliation: lineSchema(160).exactOptional(),
  country: lineSchema(80).exactOptional(),
  citeAs: lineSchema(120).exactOptional(),
  consent: z.boolean('It must be true or false').exactOptional(),
  group: idSchema(parseGroupId).nullable().exactOptional(),
  session: idSchema(parseSessionId).exactOptional(),
});

const tablesQuery = z.strictObject({ session: idSchema(parseSessionId).exactOptional() });

/** `PUT /api/workshops/:workshop/seat`, `POST …/seat/code`, `GET /api/workshops/:workshop/tables` */
export function seatRoutes(services: Services): Router {
  const { store, gate, live, random, kept, standings, erasure, turns } = services;
  const router = Router();
  router.put('/workshops/:workshop/seat', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    const { link, pass, seat: old } = await gate.demand(request, workshop, 'sit');
    const { session, ...asked } = readBody(seatRequest, request.body);
    if (asked.group) await demandGroup(store, workshop, asked.group);
    const { group: there, ...said } = asked;
    const change: typeof asked = session === undefined ? asked : said;
    const expected = old === null ? await expectedSeat(store, workshop, change.name) : null;
    const before = old ?? expected ?? emptySeat(parseSeatId(newId(random)), workshop, link.group);
    if (session !== undefined && there !== undefined)
      await demandSits(store, workshop, session, there);
    const changed = ({ elsewhere, ...usual }: Seat): Seat => {
      const own: Seat = {
        ...usual,
        group: usual.group ?? link.group,
        ...change,
        // Who chooses a table sits there, whatever was planned for single sessions.
        ...(change.group === undefined && elsewhere !== undefined && { elsewhere }),
      };
      return session === undefined || there === undefined ? own : movedTo(own, there, session);
    };
    const planned = changed(before);
    const isNew = old === null && expected === null;
    if (isNew) await demandSpace(store, workshop);
    const withdrew = old !== null && old.consent && !planned.consent;
    const carryOut = async () => {
      if (isNew) {
        await store.addSeats([planned]);
        return planned;
      }
      if (withdrew)
        return standings.takeOut(old, 'A person withdrew their consent.', ({ id }, words) =>
          erasure.unname(id, changed, words),
        );
      if (old === null || !isNamedAnew(old, planned)) return store.changeSeat(before.id, changed);
      return turns.take(workshop, async () => {
        await demandNamesOpen(kept, workshop);
        return store.changeSeat(before.id, changed);
      });
    };
    const seat = await carryOut();
    if (seat === null)
      throw new Refusal(
        'not-found',
        'This person was erased meanwhile, so nothing was changed. Reload the page to come in as somebody new.',
      );
    if (withdrew) await standings.payOwed();
    if (old === null) await store.seatPass(pass.secretHash, seat.id);
    await live.refresh(workshop);
    response.json(seat);
  });
  router.post('/workshops/:workshop/seat/code', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    const asker = await gate.demand(request, workshop, 'sit');
    response.status(201).json(await newSeatCode(services, asker));
  });
  router.get('/workshops/:workshop/tables', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    await gate.demand(request, workshop, 'sit');
    const { session } = readBody(tablesQuery, request.query);
    const at = session === undefined ? null : await sessionIn(store, workshop, session);
    response.json(await tablesOf(store, workshop, at));
  });
  return router;
}

/** @throws Refusal for a table that does not sit in the session */
async function demandSits(
  store: WorkshopStore,
  workshop: WorkshopId,
  session: SessionId,
  group: GroupId | null,
): Promise<void> {
  const at = await sessionIn(store, workshop, session);
  if (group !== null && !sitsIn(group, at))
    throw new Refusal(
      'bad-input',
      `This table does not sit in “${at.title}”. Choose one of its tables.`,
    );
}

/** @throws Refusal for a table of another workshop, or none */
export async function demandGroup(
  store: WorkshopStore,
  workshop: WorkshopId,
  id: GroupId,
): Promise<void> {
  const groups = await store.groups(workshop);
  if (!groups.some((group) => group.id === id))
    throw new Refusal('bad-input', 'This workshop has no such table. Choose one of its tables.');
}

/** Whether the record would name somebody otherwise than before; who is not named may change what they like. */
function isNamedAnew(before: Seat, after: Seat): boolean {
  if (!after.consent) return false;
  return (
    !before.consent ||
    (['name', 'citeAs', 'affiliation', 'country'] as const).some(
      (fact) => before[fact] !== after[fact],
    )
  );
}

/** @throws Refusal `not-now` where the record is frozen: it would go on naming them as before */
async function demandNamesOpen(
  kept: Pick<RecordStore, 'standing'>,
  workshop: WorkshopId,
): Promise<void> {
  if ((await kept.standing(workshop)).is === 'frozen')
    throw new Refusal(
      'not-now',
      'The record of this workshop is frozen, so how it names you cannot change. Ask the organizers to reopen it. Your consent can be withdrawn at any time.',
    );
}
