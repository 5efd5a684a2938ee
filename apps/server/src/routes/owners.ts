import { type OwnersView, parseWorkshopId } from '@reportback/domain';
import { Router } from 'express';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { note } from '../workshops/audit.ts';
import { readBody } from './read-body.ts';

const mostOwners = 50;

const email = z.string('It must be an e-mail address').trim().toLowerCase();
const ownerRequest = z.strictObject({
  email: email.max(254, 'It is too long').pipe(z.email('It must be an e-mail address')),
  owns: z.boolean('It must be true or false'),
});

/** `PUT /api/workshops/:workshop/owners`: who organizes the workshop by signing in, on any of their devices. */
export function ownerRoutes(services: Services): Router {
  const { gate, custody, accounts } = services;
  const router = Router();
  router.put('/workshops/:workshop/owners', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    const asker = await gate.demand(request, workshop, 'organize');
    if (accounts === null)
      throw new Refusal('not-found', 'Organizers do not sign in on this server; they have links.');
    const asked = readBody(ownerRequest, request.body);
    const before = await custody.owners(workshop);
    if (asked.owns) {
      if (!accounts.mayOrganize(asked.email))
        throw new Refusal(
          'bad-input',
          `“${asked.email}” may not sign in on this server. Ask whoever runs it, or give them the organizer link.`,
        );
      if (before.length >= mostOwners && !before.includes(asked.email))
        throw new Refusal('too-large', `A workshop can have ${mostOwners} owners.`);
      await custody.addOwner(workshop, asked.email);
    } else await custody.removeOwner(workshop, asked.email);
    const view: OwnersView = { owners: await custody.owners(workshop) };
    // An address names a person: the list says that, not who.
    if (view.owners.length !== before.length)
      await note(services, asker, 'owners-changed', asked.owns ? 'added one' : 'removed one');
    response.json(view);
  });
  return router;
}
