import {
  mostCorrectionDays,
  mostKeptEditions,
  parseWorkshopId,
  type RecordState,
  type StandingCommand,
  unreachable,
} from '@reportback/domain';
import { Router } from 'express';
import { z } from 'zod';
import { actorOf } from '../plenary/actor.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { note } from '../workshops/audit.ts';
import { readBody } from './read-body.ts';

const dayCount = `It must be a whole number of days from 1 to ${mostCorrectionDays}`;
const days = z.int(dayCount).min(1, dayCount).max(mostCorrectionDays, dayCount);
const command = z.discriminatedUnion(
  'is',
  [
    z.strictObject({ is: z.literal('correct'), days }),
    z.strictObject({ is: z.literal('freeze') }),
    z.strictObject({ is: z.literal('reopen'), days }),
    z.strictObject({ is: z.literal('open') }),
  ],
  { error: 'It must be “correct”, “freeze”, “reopen” or “open”' },
);

/** `POST /api/workshops/:workshop/record-standing` and `GET …/record-editions/:edition` */
export function recordStandingRoutes(services: Services): Router {
  const { gate, standings, kept } = services;
  const router = Router();

  router.post('/workshops/:workshop/record-standing', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    const asker = await gate.demand(request, workshop, 'organize');
    const asked = readBody(command, request.body);
    const state = await standings.command(workshop, asked, actorOf(asker));
    await note(services, asker, 'record-standing', inWords(asked, state));
    response.json(state);
  });

  router.get('/workshops/:workshop/record-editions/:edition', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    await gate.demand(request, workshop, 'organize');
    const { edition } = request.params;
    const record = await kept.kept(workshop, /^[1-9]\d{0,5}$/.test(edition) ? Number(edition) : -1);
    if (record === null)
      throw new Refusal(
        'not-found',
        `No edition ${edition.slice(0, 20)} of this record is kept. The newest ${mostKeptEditions} are, unless somebody was taken out of them.`,
      );
    const name = `record-edition-${edition}.json`;
    response.attachment(name).set('content-type', 'application/json; charset=utf-8');
    response.end(record.json);
  });
  return router;
}

/** What the audit list says that somebody did. */
function inWords(asked: StandingCommand, { hash }: RecordState): string {
  switch (asked.is) {
    case 'correct':
      return `opened the record for corrections, for ${inDays(asked.days)}`;
    case 'freeze':
      return `froze the record as ${hash}`;
    case 'reopen':
      return `reopened the frozen record for corrections, for ${inDays(asked.days)}`;
    case 'open':
      return 'ended the time of corrections; the record is open';
    default:
      return unreachable(asked);
  }
}

function inDays(number: number): string {
  return number === 1 ? '1 day' : `${number} days`;
}
