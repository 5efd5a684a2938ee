import {
  type Programme,
  type Session,
  type WorkshopId,
  type WorkshopStore,
  withSession,
} from '@reportback/domain';
import { noSuchWorkshop, Refusal } from '../refusal.ts';

/** The most sessions that a workshop can have. */
const mostSessions = 60;

/** A workshop's agenda and the sessions that are led by it. @throws Refusal `not-found` */
export async function programmeOf(store: WorkshopStore, id: WorkshopId): Promise<Programme> {
  const workshop = await store.workshop(id);
  if (workshop === null) throw noSuchWorkshop(id);
  return { days: workshop.agenda.days, sessions: await store.sessions(id) };
}

/**
 * Makes a session, or gives the one with its id other values; its row of the agenda follows.
 * @returns the session with the position that it has by its row
 * @throws Refusal where there are as many as there can be, and for times that contradict themselves
 */
export async function keepSession(store: WorkshopStore, session: Session): Promise<Session> {
  demandOrder(session);
  const programme = withSession(await programmeOf(store, session.workshop), session);
  if (programme.sessions.length > mostSessions)
    throw new Refusal(
      'not-now',
      `A workshop can have ${mostSessions} sessions; this one has them.`,
    );
  await store.putProgramme(session.workshop, programme);
  return programme.sessions.find(({ id }) => id === session.id) ?? session;
}

/**
 * A session begins, reports back and ends in this order; only past midnight would another be right, and no
 * breakout lasts that long.
 * @throws Refusal
 */
function demandOrder({ start, reportBack, end }: Session): void {
  if (end !== null && end <= start)
    throw new Refusal(
      'bad-input',
      `The session would end at ${end}, before it starts at ${start}.`,
    );
  if (reportBack !== null && (reportBack <= start || (end !== null && reportBack >= end)))
    throw new Refusal(
      'bad-input',
      `The report-back at ${reportBack} would not be between ${start} and ${end ?? 'the end'}.`,
    );
}
