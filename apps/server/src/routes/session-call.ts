import {
  type Action,
  type Phase,
  parseSessionId,
  parseWorkshopId,
  type Seat,
  type Session,
  type WorkshopId,
} from '@reportback/domain';
import type { Request } from 'express';
import type { Asker } from '../access/gate.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { sessionIn } from './sessions.ts';

/** The part of an address that names a session. */
export const sessionPath = '/workshops/:workshop/sessions/:session';

/** A call about a session, by somebody who may make it. */
export interface SessionCall {
  readonly asker: Asker;
  readonly workshop: WorkshopId;
  readonly session: Session;
}

/** @throws Refusal for somebody who may not, and for a session that is not there */
export async function sessionCall(
  { gate, store }: Services,
  request: Request<{ workshop: string; session: string }>,
  action?: Action,
): Promise<SessionCall> {
  const workshop = parseWorkshopId(request.params.workshop);
  const asker = await gate.demand(request, workshop, action);
  const session = await sessionIn(store, workshop, parseSessionId(request.params.session));
  return { asker, workshop, session };
}

/** A call by somebody with a seat. @throws Refusal */
export async function seatedCall(
  services: Services,
  request: Request<{ workshop: string; session: string }>,
): Promise<SessionCall & { readonly seat: Seat }> {
  const call = await sessionCall(services, request, 'sit');
  const { seat } = call.asker;
  if (seat === null)
    throw new Refusal('no-access', 'Say your name first: what you add here counts once a person.');
  return { ...call, seat };
}

/** @throws Refusal `not-now` for a frozen session */
export function demandOpen({ phase }: Session): void {
  if (phase === 'frozen')
    throw new Refusal('not-now', 'This session is frozen. Reopen it to change anything in it.');
}

/** While cards are shown to the room, and while people may still say something to them. */
const openPhases: readonly Phase[] = ['report-back', 'amend'];

/** @throws Refusal `not-now` while cards are not shown to the room */
export function demandShown({ phase }: Session): void {
  if (openPhases.includes(phase)) return;
  throw new Refusal(
    'not-now',
    phase === 'frozen'
      ? 'This session is frozen; what was said in it stays as it is.'
      : 'The tables have not reported back yet. You can say something to their points then.',
  );
}
