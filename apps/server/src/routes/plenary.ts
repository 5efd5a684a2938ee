import {
  type CommandId,
  parseCommandId,
  type SessionDeed,
  type SessionStep,
  type SessionStory,
  type StepsView,
  type StepView,
  stepToUndo,
  tablesIn,
  type UndoView,
} from '@reportback/domain';
import { Router } from 'express';
import { z } from 'zod';
import { actorName, actorOf } from '../plenary/actor.ts';
import { askedCommand } from '../plenary/command-schema.ts';
import type { SessionHall } from '../plenary/session-hall.ts';
import { spokenCommand } from '../plenary/spoken-command.ts';
import { noSuchWorkshop, Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { idSchema, readBody } from './read-body.ts';
import { demandOpen, type SessionCall, sessionCall, sessionPath } from './session-call.ts';

const id = idSchema(parseCommandId);
const stepNumber = z.int('It must be the number of a step').positive();
const plenaryRequest = z.strictObject({ id, command: askedCommand });
const undoRequest = z.strictObject({
  id,
  step: stepNumber.nullable(),
  of: z
    .enum(['presentation', 'findings'], { error: 'It must be “presentation” or “findings”' })
    .optional(),
});
const redoRequest = z.strictObject({ id, step: stepNumber });

/** What facilitators make of a session's cards: presentation, findings, votes, actions; and its history. */
export function plenaryRoutes(services: Services): Router {
  const { plenary, store, clock } = services;
  const router = Router();

  router.post(`${sessionPath}/plenary`, async (request, response) => {
    const call = await sessionCall(services, request, 'facilitate');
    const asked = readBody(plenaryRequest, request.body);
    demandOpen(call.session);
    const workshop = await store.workshop(call.workshop);
    if (workshop === null) throw noSuchWorkshop(call.workshop);
    const place = {
      workshop,
      session: call.session,
      groups: tablesIn(await store.groups(call.workshop), call.session),
    };
    const view = await perform(call, asked.id, (story) => ({
      is: 'plenary',
      command: spokenCommand(asked.command, place, story, clock.wallTime()),
    }));
    response.json(view satisfies StepView);
  });

  router.post(`${sessionPath}/undo`, async (request, response) => {
    const call = await sessionCall(services, request, 'facilitate');
    const { id, step, of = null } = readBody(undoRequest, request.body);
    demandOpen(call.session);
    response.json(
      await perform(call, id, ({ plenarySteps }) => {
        if (step !== null) return { is: 'undo', step: demandStep(plenarySteps, step) };
        const last = stepToUndo(plenarySteps, actorOf(call.asker), of);
        return last && { is: 'undo', step: last.number };
      }),
    );
  });

  router.post(`${sessionPath}/redo`, async (request, response) => {
    const call = await sessionCall(services, request, 'facilitate');
    const { id, step } = readBody(redoRequest, request.body);
    demandOpen(call.session);
    response.json(
      await perform(call, id, ({ plenarySteps }) => ({
        is: 'redo',
        step: demandStep(plenarySteps, step),
      })),
    );
  });

  router.get(`${sessionPath}/steps`, async (request, response) => {
    const call = await sessionCall(services, request, 'facilitate');
    const seats = await store.seats(call.workshop);
    const view = await plenary.halls.with(call.session.id, async (hall): Promise<StepsView> => {
      const undone = new Set(
        hall.story.plenarySteps.filter((step) => step.undone).map(({ number }) => number),
      );
      return {
        steps: hall.steps.map(({ number, at, by, did }) => ({
          number,
          at,
          by: actorName(by, seats),
          own: by === actorOf(call.asker),
          did,
          undone: undone.has(number),
        })),
      };
    });
    response.json(view);
  });

  /** Does what a facilitator asks for, once, and answers which step of the plenary it made or concerns. */
  function perform(
    { asker, session }: SessionCall,
    id: CommandId,
    decide: (story: SessionStory) => SessionDeed | null,
  ): Promise<StepView & UndoView> {
    const asked = { id, by: actorOf(asker), at: clock.wallTime(), decide };
    return plenary.halls.with(session.id, (hall) => performed(hall, hall.do(asked)));
  }
  return router;
}

async function performed(hall: SessionHall, doing: Promise<SessionStep | null>) {
  const step = await doing;
  const { plenary } = hall.story;
  if (step === null) return { step: null, plenary };
  const { did, number } = step;
  return { step: did.is === 'undo' || did.is === 'redo' ? did.step : number, plenary };
}

/** @throws Refusal for a number that no step of the plenary has */
function demandStep(steps: SessionStory['plenarySteps'], number: number): number {
  if (steps.some((step) => step.number === number)) return number;
  throw new Refusal('bad-input', `There is no step ${number} of the plenary to undo or redo.`);
}
