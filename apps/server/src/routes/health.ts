import { Router } from 'express';
import type { ReadinessCheck } from '../operation/readiness.ts';

/** `GET /healthz`: the process serves. `GET /readyz`: and new people may come, because what they write is kept. */
export function healthRoutes(readiness: Pick<ReadinessCheck, 'ask'>): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.type('text/plain').send('ok\n');
  });
  router.get('/readyz', async (_request, response) => {
    const found = await readiness.ask();
    response
      .status(found.is === 'ready' ? 200 : 503)
      .set('cache-control', 'no-store')
      .type('text/plain')
      .send(found.is === 'ready' ? 'ready\n' : `${found.because}\n`);
  });
  return router;
}
