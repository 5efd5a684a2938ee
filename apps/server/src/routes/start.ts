import type { StartView } from '@reportback/domain';
import { Router } from 'express';
import { passWorkshops } from '../access/pass-cookie.ts';
import { isLocalCall } from '../access/same-origin.ts';
import { exampleWorkshop } from '../example/offer-example.ts';
import type { Services } from '../services.ts';

/** `GET /api/start` */
export function startRoutes({ store, place, gate, creation, accounts, custody }: Services): Router {
  const router = Router();
  router.get('/start', async (request, response) => {
    const example = await exampleWorkshop(store);
    const mine = new Set(passWorkshops(request));
    if (example !== null && isLocalCall(place, request)) mine.add(example);
    const account = accounts?.of(request) ?? null;
    const owned = new Set(account === null ? [] : await custody.ownedBy(account));
    for (const id of owned) mine.add(id);
    const workshops: StartView['workshops'][number][] = [];
    for (const id of mine) {
      const workshop = await store.workshop(id);
      const asker = await gate.asker(request, id);
      if (workshop === null || (asker === null && id !== example && !owned.has(id))) continue;
      const { title, place: where, agenda } = workshop;
      workshops.push({
        id,
        title,
        place: where,
        date: agenda.days[0]?.date ?? null,
        role: owned.has(id) ? 'organizer' : (asker?.link.role ?? null),
        example: id === example,
      });
    }
    const view: StartView = {
      mayCreate: await creation.mayCreate(request),
      signIn: accounts === null ? null : { account },
      workshops,
    };
    response.json(view);
  });
  return router;
}
