import { parseWorkshopId } from '@reportback/domain';
import { Router } from 'express';
import { z } from 'zod';
import { noSuchWorkshop, Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { note } from '../workshops/audit.ts';
import { dayIn } from '../workshops/expiry.ts';
import { readBody } from './read-body.ts';

const expiryRequest = z.strictObject({
  on: z.iso.date('It must be a day such as 2026-03-01, or null').nullable(),
});

/** `PUT /api/workshops/:workshop/expiry`: the day at which the workshop is deleted by itself, or none. */
export function expiryRoutes(services: Services): Router {
  const { gate, store, custody, clock } = services;
  const router = Router();
  router.put('/workshops/:workshop/expiry', async (request, response) => {
    const id = parseWorkshopId(request.params.workshop);
    const asker = await gate.demand(request, id, 'organize');
    const { on } = readBody(expiryRequest, request.body);
    const workshop = await store.workshop(id);
    if (workshop === null) throw noSuchWorkshop(id);
    const today = dayIn(clock.wallTime(), workshop.timeZone);
    if (on !== null && on <= today)
      throw new Refusal(
        'bad-input',
        `“on”: ${on} is not after today, ${today}. Choose a later day.`,
      );
    await custody.setExpiry({ workshop: id, on });
    await note(services, asker, 'expiry-changed', on ?? '');
    response.json({ on });
  });
  return router;
}
