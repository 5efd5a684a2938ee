import { parseCommandId, parseGroupId, type StepView, tableAt } from '@reportback/domain';
import { Router } from 'express';
import { z } from 'zod';
import { actorOf } from '../plenary/actor.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { idSchema, readBody } from './read-body.ts';
import { demandOpen, seatedCall, sessionPath } from './session-call.ts';

const doneRequest = z.strictObject({
  id: idSchema(parseCommandId),
  group: idSchema(parseGroupId),
  done: z.boolean('It must be true or false'),
});

/** What the table on the screen says to who leads: that it has said everything. */
export function doneRoutes(services: Services): Router {
  const { plenary, clock } = services;
  const router = Router();

  router.post(`${sessionPath}/done`, async (request, response) => {
    const { session, asker } = await seatedCall(services, request);
    const { id, group, done } = readBody(doneRequest, request.body);
    demandOpen(session);
    if (tableAt(asker.seat, session.id) !== group)
      throw new Refusal('no-access', 'Only the people of a table say that it is done.');
    const view = await plenary.halls.with(session.id, async (hall): Promise<StepView> => {
      const step = await hall.do({
        id,
        by: actorOf(asker),
        at: clock.wallTime(),
        decide: ({ plenary: { presentation } }) => {
          if (presentation.spotlight?.group !== group)
            throw new Refusal('not-now', 'Your table is not on the screen any more.');
          return { is: 'plenary', command: { is: 'say-done', group, done } };
        },
      });
      return { step: step?.number ?? null, plenary: hall.story.plenary };
    });
    response.json(view);
  });
  return router;
}
