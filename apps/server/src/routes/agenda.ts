import { Router } from 'express';
import { z } from 'zod';
import type { Services } from '../services.ts';
import { readAgenda } from '../workshops/read-agenda.ts';
import { readBody } from './read-body.ts';

const agendaRequest = z.strictObject({ agenda: z.string('It must be the agenda’s text') });

/** `POST /api/agenda` */
export function agendaRoutes({ creation }: Services): Router {
  const router = Router();
  router.post('/agenda', async (request, response) => {
    await creation.demand(request);
    response.json(readAgenda(readBody(agendaRequest, request.body).agenda));
  });
  return router;
}
