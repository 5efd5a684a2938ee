import {
  type EarlierFindings,
  parseCommandId,
  parseFindingId,
  parseGroupId,
  parsePointId,
  type StepView,
} from '@reportback/domain';
import { Router } from 'express';
import { z } from 'zod';
import { actorOf } from '../plenary/actor.ts';
import { earlierFindingIds, earlierFindings } from '../plenary/earlier-findings.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { demandOwnTable } from './demand-own-table.ts';
import { idSchema, lineSchema, readBody } from './read-body.ts';
import { demandOpen, seatedCall, sessionCall, sessionPath } from './session-call.ts';

const citationRequest = z.strictObject({
  id: idSchema(parseCommandId),
  group: idSchema(parseGroupId),
  point: idSchema(parsePointId),
  finding: idSchema(parseFindingId),
  cited: z.boolean('It must be true or false'),
  why: lineSchema(200),
});

/** What earlier sessions found, and which points of a later one take it up. */
export function citationRoutes(services: Services): Router {
  const { plenary, store, clock } = services;
  const router = Router();

  router.get(`${sessionPath}/earlier-findings`, async (request, response) => {
    const { session } = await sessionCall(services, request);
    const view = await earlierFindings({ store, ...plenary }, session);
    response.json(view satisfies EarlierFindings);
  });

  router.post(`${sessionPath}/citations`, async (request, response) => {
    const call = await seatedCall(services, request);
    const { session, asker } = call;
    const { id, group, point, finding, cited, why } = readBody(citationRequest, request.body);
    demandOpen(session);
    await demandOwnTable(services, call, group, 'cite findings in its points');
    if (cited && !(await plenary.points.of(session.id, group)).has(point))
      throw new Refusal('not-now', 'This point is not on your card any more.');
    if (cited && !(await earlierFindingIds({ store, ...plenary }, session)).has(finding))
      throw new Refusal('not-now', 'This finding of an earlier session was removed meanwhile.');
    const view = await plenary.halls.with(session.id, async (hall): Promise<StepView> => {
      const step = await hall.do({
        id,
        by: actorOf(asker),
        at: clock.wallTime(),
        decide: () => ({
          is: 'plenary',
          command: cited
            ? { is: 'cite-finding', point, finding, why }
            : { is: 'part-from-finding', point, finding },
        }),
      });
      return { step: step?.number ?? null, plenary: hall.story.plenary };
    });
    response.json(view);
  });
  return router;
}
