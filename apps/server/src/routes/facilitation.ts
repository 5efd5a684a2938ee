import {
  type FeedSession,
  parseCommandId,
  parseGroupId,
  phases,
  type SessionDeed,
  type SessionStory,
  type Workshop,
} from '@reportback/domain';
import { Router } from 'express';
import { z } from 'zod';
import { activityView } from '../board/activity-view.ts';
import { feedSession } from '../board/feed-session.ts';
import { actorOf } from '../plenary/actor.ts';
import { clockCommand } from '../plenary/command-schema.ts';
import { decideClock } from '../plenary/decide-clock.ts';
import { noSuchWorkshop } from '../refusal.ts';
import type { Services } from '../services.ts';
import { demandUnfrozen } from '../workshops/record-standings.ts';
import { idSchema, lineSchema, readBody } from './read-body.ts';
import { demandGroup } from './seat.ts';
import { type SessionCall, sessionCall, sessionPath } from './session-call.ts';

const id = idSchema(parseCommandId);
const phaseRequest = z.strictObject({
  command: z.enum(['next', 'back', 'freeze', 'reopen', 'undo'], {
    error: 'It must be “next”, “back”, “freeze”, “reopen” or “undo”',
  }),
  from: z.enum(phases, { error: 'It must be a phase' }).exactOptional(),
});
const clockRequest = z.strictObject({ id, command: clockCommand });
const messageRequest = z.strictObject({
  id,
  text: lineSchema(200),
  to: idSchema(parseGroupId).nullable(),
});

/** What facilitators say to a whole session: its phase, its clock, messages to its tables. */
export function facilitationRoutes(services: Services): Router {
  const { plenary, store, clock, turns, kept } = services;
  const router = Router();

  router.post(`${sessionPath}/phase`, async (request, response) => {
    const { asker, workshop, session } = await sessionCall(services, request, 'facilitate');
    const asked = readBody(phaseRequest, request.body);
    response.json(
      await turns.take(workshop, async () => {
        await demandUnfrozen(kept, workshop);
        return plenary.phases.command(session.id, asked, actorOf(asker));
      }),
    );
  });

  router.post(`${sessionPath}/clock`, async (request, response) => {
    const call = await sessionCall(services, request, 'facilitate');
    const { id, command } = readBody(clockRequest, request.body);
    response.json(
      await told(call, id, ({ workshop, story, at }) =>
        decideClock({ workshop, session: call.session }, story, command, at),
      ),
    );
    await plenary.agenda.attend(call.session.id);
  });

  router.post(`${sessionPath}/message`, async (request, response) => {
    const call = await sessionCall(services, request, 'facilitate');
    const { id, text, to } = readBody(messageRequest, request.body);
    if (to !== null) await demandGroup(store, call.workshop, to);
    response.json(await told(call, id, () => ({ is: 'message', text, to })));
  });

  router.get(`${sessionPath}/activity`, async (request, response) => {
    const { workshop, session } = await sessionCall(services, request, 'facilitate');
    response.json(await activityView(services, workshop, session.id));
  });

  /** Does it, and answers what followers are told of the session then. */
  async function told(
    { asker, workshop: id, session }: SessionCall,
    command: z.infer<typeof clockRequest>['id'],
    decide: (known: {
      readonly workshop: Workshop;
      readonly story: SessionStory;
      readonly at: number;
    }) => SessionDeed,
  ): Promise<FeedSession> {
    const workshop = await store.workshop(id);
    if (workshop === null) throw noSuchWorkshop(id);
    return plenary.halls.with(session.id, async (hall) => {
      const at = clock.wallTime();
      await hall.do({
        id: command,
        by: actorOf(asker),
        at,
        decide: (story) => decide({ workshop, story, at }),
      });
      const standing = await kept.standing(id);
      return feedSession(workshop, session, hall.story, await store.seats(id), standing, at);
    });
  }
  return router;
}
