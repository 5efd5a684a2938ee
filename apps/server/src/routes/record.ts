import { parseWorkshopId } from '@reportback/domain';
import { Router } from 'express';
import type { Services } from '../services.ts';

/** `GET /api/workshops/:workshop/record.md` */
export function recordRoutes({ gate, records }: Services): Router {
  const router = Router();
  router.get('/workshops/:workshop/record.md', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    await gate.demand(request, workshop, 'read-record');
    const { name, text } = await records.markdown(workshop);
    response.attachment(name).type('text/markdown').send(text);
  });
  return router;
}
