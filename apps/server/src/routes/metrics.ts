import { timingSafeEqual } from 'node:crypto';
import { type Request, Router } from 'express';
import { isLocalCall, type ServerPlace } from '../access/same-origin.ts';
import type { Metrics } from '../operation/metrics.ts';

export interface MetricsParts {
  readonly metrics: Metrics;
  readonly place: ServerPlace;
  /** Null where none was set: then only a server for this machine only answers. */
  readonly token: string | null;
}

/**
 * `GET /metrics`, for Prometheus: with `Authorization: Bearer <METRICS_TOKEN>`; without such a setting only on
 * a server that nobody but this machine reaches. To others there is no such address.
 */
export function metricsRoutes({ metrics, place, token }: MetricsParts): Router {
  const router = Router();
  router.get('/metrics', async (request, response, next) => {
    const may = token === null ? isLocalCall(place, request) : showsToken(request, token);
    if (!may) return next('router');
    response
      .set('cache-control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.text());
  });
  return router;
}

function showsToken(request: Request, token: string): boolean {
  const shown = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return shown.length === wanted.length && timingSafeEqual(shown, wanted);
}
