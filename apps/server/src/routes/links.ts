import { parseWorkshopId } from '@reportback/domain';
import { Router } from 'express';
import { linksOf, replaceLink } from '../access/workshop-links.ts';
import type { Services } from '../services.ts';

/** `/api/workshops/:workshop/links` */
export function linkRoutes({ store, gate, signer, place, live }: Services): Router {
  const maker = { signer, publicUrl: place.publicUrl };
  const router = Router();

  router.get('/workshops/:workshop/links', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    await gate.demand(request, workshop, 'organize');
    response.json(await linksOf(store, maker, workshop));
  });

  router.post('/workshops/:workshop/links/:name/replace', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    const asker = await gate.demand(request, workshop, 'organize');
    const link = await replaceLink(store, workshop, request.params.name);
    // Whoever replaces the link that they came in by stays in.
    if (link.id === asker.link.id) await gate.renew(response, link, asker.pass.seat);
    await live.refresh(workshop);
    response.json(await linksOf(store, maker, workshop));
  });
  return router;
}
