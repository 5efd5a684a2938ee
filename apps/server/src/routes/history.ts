import {
  documentAccess,
  type GroupId,
  type HistoryAccess,
  historyAccess,
  parseCommandId,
  parseGroupId,
  plenaryGroup,
  type RestoreView,
  sitsIn,
  tableAt,
  type VersionsView,
  type VersionView,
} from '@reportback/domain';
import { type Request, Router } from 'express';
import { z } from 'zod';
import { actorOf, isNaming } from '../plenary/actor.ts';
import { noSuchWorkshop, Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import type { Naming } from '../workshops/table-history.ts';
import { idSchema, readBody } from './read-body.ts';
import { demandGroup } from './seat.ts';
import { demandOpen, type SessionCall, sessionCall, sessionPath } from './session-call.ts';

const restoreRequest = z.strictObject({ id: idSchema(parseCommandId) });

const versionsPath = `${sessionPath}/groups/:group/versions`;

interface HistoryCall extends SessionCall {
  readonly group: GroupId;
  readonly access: Exclude<HistoryAccess, { is: 'none' }>;
  readonly naming: Naming;
}

/** What a table had written earlier: listed, read beside what it says now, and brought back. */
export function historyRoutes(services: Services): Router {
  const { store, plenary, history, clock } = services;
  const router = Router();

  router.get(versionsPath, async (request, response) => {
    const { session, group, access, naming } = await historyCall(request);
    const versions = await history.list(session.id, group, naming);
    response.json({ versions, access } satisfies VersionsView);
  });

  router.get(`${versionsPath}/:version`, async (request, response) => {
    const { session, group, access, naming } = await historyCall(request);
    const read = await history.read(session.id, group, versionNumber(request), naming);
    const now = await history.now(session.id, group, naming);
    response.json({ ...read, now, access } satisfies VersionView);
  });

  router.post(`${versionsPath}/:version/restore`, async (request, response) => {
    const { asker, session, group, access } = await historyCall(request);
    const { id } = readBody(restoreRequest, request.body);
    demandOpen(session);
    if (access.is !== 'restore' || asker.seat === null)
      throw new Refusal('no-access', 'Say your name first: what is brought back carries it.');
    const by = asker.seat.id;
    const number = versionNumber(request);
    const isDone = await plenary.halls.with(session.id, async ({ steps }) =>
      steps.some((step) => step.id === id),
    );
    if (isDone) return void response.json({ changed: true } satisfies RestoreView);
    const { version } = await history.read(session.id, group, number, null);
    const changed = await history.restore(session.id, group, number, by);
    if (changed)
      await plenary.halls.with(session.id, (hall) =>
        hall.do({
          id,
          by: actorOf(asker),
          at: clock.wallTime(),
          decide: () => ({ is: 'restored', group, version: version.at }),
        }),
      );
    response.json({ changed } satisfies RestoreView);
  });

  /** @throws Refusal for who does not write at the table */
  async function historyCall(
    request: Request<{ workshop: string; session: string; group: string }>,
  ): Promise<HistoryCall> {
    const call = await sessionCall(services, request);
    const { asker, session } = call;
    const workshop = await store.workshop(call.workshop);
    if (workshop === null) throw noSuchWorkshop(call.workshop);
    const group = parseGroupId(request.params.group);
    if (group !== plenaryGroup) await demandGroup(store, call.workshop, group);
    const access = historyAccess(
      documentAccess(
        {
          role: asker.link.role,
          seated: asker.seat !== null,
          group: tableAt(asker.seat, session.id),
        },
        {
          group,
          phase: session.phase,
          othersReadable: workshop.othersReadable,
          sits: sitsIn(group, session),
        },
      ),
    );
    if (access.is === 'none')
      throw new Refusal(
        'no-access',
        'The history of a table is for its own people and for those who run the workshop.',
      );
    const naming = isNaming(workshop) ? await store.seats(call.workshop) : null;
    return { ...call, group, access, naming };
  }
  return router;
}

/** @throws Refusal `bad-input` for anything but a whole number from 1 */
function versionNumber({ params }: Request<{ version: string }>): number {
  if (/^[1-9]\d{0,8}$/.test(params.version)) return Number(params.version);
  throw new Refusal('bad-input', 'A version’s number is a whole number from 1.');
}
