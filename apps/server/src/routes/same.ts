import {
  type Plenary,
  type PointId,
  parseCommandId,
  parseGroupId,
  parsePointId,
  plenaryAfter,
  type StepView,
  sameCommand,
  samePoints,
} from '@reportback/domain';
import { Router } from 'express';
import { z } from 'zod';
import { actorOf } from '../plenary/actor.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { demandOwnTable } from './demand-own-table.ts';
import { idSchema, readBody } from './read-body.ts';
import { demandShown, seatedCall, sessionPath } from './session-call.ts';

const group = idSchema(parseGroupId);
const point = idSchema(parsePointId);
const sameRequest = z.strictObject({
  id: idSchema(parseCommandId),
  group,
  point,
  other: z.strictObject({ group, point }),
  same: z.boolean('It must be true or false'),
});

/** “Table 2 said this too”, said by Table 2. */
export function sameRoutes(services: Services): Router {
  const { plenary, clock } = services;
  const router = Router();

  router.post(`${sessionPath}/same`, async (request, response) => {
    const call = await seatedCall(services, request);
    const { session, asker } = call;
    const { id, group, point, other, same } = readBody(sameRequest, request.body);
    await demandOwnTable(services, call, group, 'say what it said too');
    demandShown(session);
    if (other.group === group)
      throw new Refusal('bad-input', 'Both points are of one table. Choose one of another table.');
    if (!(await plenary.points.of(session.id, group)).has(point))
      throw new Refusal('not-now', 'This point is not on the card of your table any more.');
    // To part from one that was taken off its card makes sense.
    if (same && !(await plenary.points.of(session.id, other.group)).has(other.point))
      throw new Refusal('not-now', 'The other point was taken off its card meanwhile.');
    const view = await plenary.halls.with(session.id, async (hall): Promise<StepView> => {
      const at = clock.wallTime();
      const step = await hall.do({
        id,
        by: actorOf(asker),
        at,
        decide: ({ plenary: now }) => {
          const command = sameCommand(now, { group, point }, other, same);
          if (same && command !== null) demandOneFinding(plenaryAfter(now, command, at), point);
          return command && { is: 'plenary', command };
        },
      });
      return { step: step?.number ?? null, plenary: hall.story.plenary };
    });
    response.json(view);
  });
  return router;
}

/** Points that count as one stand in one finding: which, is for those to say who sorted them. @throws Refusal */
function demandOneFinding(plenary: Plenary, point: PointId): void {
  const family = samePoints(plenary, point);
  const found = plenary.findings.filter(({ points }) =>
    points.some((each) => family.includes(each)),
  );
  if (found.length > 1)
    throw new Refusal(
      'not-now',
      `The plenary has put them into different findings: “${found[0]?.name}” and “${found[1]?.name}”. Ask who leads.`,
    );
}
