import { parseWorkshopId } from '@reportback/domain';
import { Router } from 'express';
import type { Services } from '../services.ts';

/** `GET /api/workshops/:workshop/record.md` */
export function recordRoutes({ gate, records, log }: Services): Router {
  const router = Router();
  router.get('/workshops/:workshop/record.md', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    await gate.demand(request, workshop, 'read-record');
    const { name, text, problems } = await records.markdown(workshop);
    for (const problem of problems) log.error({ workshop }, problem);
    response.attachment(name).type('text/markdown').send(text);
  });
  return router;
}
