import { Router } from 'express';

/** Where the server stands in its life. */
export interface Readiness {
  /** False while it drains: a proxy should send nobody here. */
  isReady(): boolean;
}

/** `GET /healthz`: the process serves. `GET /readyz`: and new people may come. */
export function healthRoutes(readiness: Readiness): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.type('text/plain').send('ok\n');
  });
  router.get('/readyz', (_request, response) => {
    const ready = readiness.isReady();
    response
      .status(ready ? 200 : 503)
      .type('text/plain')
      .send(ready ? 'ready\n' : 'The server is shutting down.\n');
  });
  return router;
}
