import { documentAccess, parseCommandId, parseGroupId, sitsIn, tableAt } from '@reportback/domain';
import { Router } from 'express';
import { z } from 'zod';
import { actorOf } from '../plenary/actor.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { cardFingerprint } from '../workshops/card-fingerprint.ts';
import { idSchema, readBody } from './read-body.ts';
import { demandGroup } from './seat.ts';
import { demandOpen, seatedCall, sessionPath } from './session-call.ts';

const signOffRequest = z.strictObject({
  id: idSchema(parseCommandId),
  group: idSchema(parseGroupId),
  signed: z.boolean('It must be true or false'),
});

/** `POST …/sign-off`: a table stands by its card as it is now, or does not any more. */
export function signOffRoutes(services: Services): Router {
  const { plenary, store, clock, source } = services;
  const router = Router();

  router.post(`${sessionPath}/sign-off`, async (request, response) => {
    const { asker, session, workshop, seat } = await seatedCall(services, request);
    const { id, group, signed } = readBody(signOffRequest, request.body);
    demandOpen(session);
    await demandGroup(store, workshop, group);
    const access = documentAccess(
      { role: asker.link.role, seated: true, group: tableAt(seat, session.id) },
      { group, phase: session.phase, othersReadable: false, sits: sitsIn(group, session) },
    );
    if (access.is !== 'write')
      throw new Refusal('no-access', 'Only the people of a table sign its card off.');
    const { card, isBegun } = await source.work(session.id, group);
    if (signed && !isBegun)
      throw new Refusal(
        'not-now',
        'Nothing is written at this table yet: there is nothing to sign off.',
      );
    await plenary.halls.with(session.id, (hall) =>
      hall.do({
        id,
        by: actorOf(asker),
        at: clock.wallTime(),
        decide: () => ({ is: 'sign-off', group, card: signed ? cardFingerprint(card) : null }),
      }),
    );
    response.status(204).end();
  });
  return router;
}
