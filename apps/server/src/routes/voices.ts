import {
  type OwnVoices,
  parseFindingId,
  parseGroupId,
  parsePointId,
  reactionKinds,
  tableAt,
} from '@reportback/domain';
import { Router } from 'express';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { idSchema, readBody, textSchema } from './read-body.ts';
import { demandGroup } from './seat.ts';
import { demandOpen, demandShown, seatedCall, sessionPath } from './session-call.ts';

const point = idSchema(parsePointId);
const group = idSchema(parseGroupId);
const kind = z.enum(reactionKinds, { error: 'It must be “us-too”, “question” or “objection”' });
const reactionRequest = z.discriminatedUnion(
  'is',
  [
    z
      .strictObject({ is: z.literal('add'), group, point, kind, text: textSchema(500) })
      .refine(({ kind, text }) => (kind === 'us-too') === (text === ''), {
        path: ['text'],
        error: 'Questions and objections need words, “us too” has none',
      }),
    z.strictObject({ is: z.literal('take-back'), point, kind }),
  ],
  { error: 'It must be “add” or “take-back”' },
);
const voteRequest = z.strictObject({
  finding: idSchema(parseFindingId),
  votes: z.int('It must be a whole number').min(0, 'It must not be negative').max(20),
});
const visitRequest = z.strictObject({ group });

/** What anybody with a seat says to the points of others, and their votes. */
export function voiceRoutes(services: Services): Router {
  const { plenary, store, clock } = services;
  const { halls, points } = plenary;
  const router = Router();

  router.get(`${sessionPath}/voices`, async (request, response) => {
    const { session, seat } = await seatedCall(services, request);
    const own = await halls.with(session.id, async (hall) => hall.voicesOf(seat.id));
    response.json(own satisfies OwnVoices);
  });

  router.post(`${sessionPath}/reactions`, async (request, response) => {
    const { session, seat } = await seatedCall(services, request);
    const asked = readBody(reactionRequest, request.body);
    demandShown(session);
    if (asked.is === 'add' && !(await points.of(session.id, asked.group)).has(asked.point))
      throw new Refusal('not-now', 'The table has taken this point off its card meanwhile.');
    const own = await halls.with(session.id, async (hall) => {
      const { point, kind } = asked;
      if (asked.is === 'take-back') await hall.takeBack({ point, kind, seat: seat.id });
      else {
        const { group, text } = asked;
        await hall.react({ point, kind, seat: seat.id, group, text, at: clock.wallTime() });
      }
      return hall.voicesOf(seat.id);
    });
    response.json(own satisfies OwnVoices);
  });

  router.post(`${sessionPath}/votes`, async (request, response) => {
    const { session, seat } = await seatedCall(services, request);
    const { finding, votes } = readBody(voteRequest, request.body);
    demandOpen(session);
    const own = await halls.with(session.id, async (hall) => {
      await hall.vote({ finding, seat: seat.id, votes });
      return hall.voicesOf(seat.id);
    });
    response.json(own satisfies OwnVoices);
  });

  router.post(`${sessionPath}/visits`, async (request, response) => {
    const { session, seat, workshop } = await seatedCall(services, request);
    const { group } = readBody(visitRequest, request.body);
    demandShown(session);
    await demandGroup(store, workshop, group);
    // One's own card is no news to anybody.
    if (tableAt(seat, session.id) !== group)
      await halls.with(session.id, (hall) => hall.visit({ group, seat: seat.id }));
    response.status(204).end();
  });
  return router;
}
