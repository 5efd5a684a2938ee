import { parseWorkshopId } from '@reportback/domain';
import { Router } from 'express';
import type { Services } from '../services.ts';
import { auditView } from '../workshops/audit.ts';

/** `GET /api/workshops/:workshop/audit` */
export function auditRoutes(services: Services): Router {
  const router = Router();
  router.get('/workshops/:workshop/audit', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    await services.gate.demand(request, workshop, 'organize');
    response.json(await auditView(services, workshop));
  });
  return router;
}
