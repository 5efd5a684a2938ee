import {
  type Group,
  groupLabel,
  type Programme,
  plenaryGroup,
  type Session,
  type WorkshopId,
  type WorkshopStore,
  withoutSession,
  withSession,
} from '@reportback/domain';
import { noSuchWorkshop, Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';

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
  await store.putProgramme(session.workshop, programme, null);
  return programme.sessions.find(({ id }) => id === session.id) ?? session;
}

/**
 * Removes a session with all that was written and said in it, and its row of the agenda.
 * @param evenWritten also one in which there is something
 * @returns what was in it, in words; empty for nothing
 * @throws Refusal `has-text` that says what is in it, where `evenWritten` is not said; `not-now` for the last session, and
 *   for a frozen one
 */
export async function removeSession(
  services: Pick<Services, 'store' | 'source' | 'plenary'>,
  session: Session,
  evenWritten: boolean,
): Promise<string> {
  const programme = await programmeOf(services.store, session.workshop);
  if (programme.sessions.length === 1)
    throw new Refusal(
      'not-now',
      'A workshop needs a session: add another one before you remove this one.',
    );
  if (session.phase === 'frozen')
    throw new Refusal('not-now', 'This session is frozen. Reopen it on the console to remove it.');
  // Looking through sixty tables takes a while when it is the first time, and somebody may begin to write meanwhile.
  const seen = await contentsOf(services, session);
  const contents = seen === '' ? await contentsOf(services, session) : seen;
  if (contents !== '' && !evenWritten)
    throw new Refusal(
      'has-text',
      `In “${session.title}” there is ${contents}. All of it would go, for everybody, and not come back.`,
    );
  await services.store.putProgramme(
    session.workshop,
    withoutSession(programme, session),
    session.id,
  );
  return contents;
}

/** What people wrote and said in a session, in words; empty for nothing. */
async function contentsOf(
  { store, source, plenary }: Pick<Services, 'store' | 'source' | 'plenary'>,
  session: Session,
): Promise<string> {
  const hasText = async (group: Group['id']) => {
    const { isBegun, isDamaged } = await source.work(session.id, group);
    return isBegun || isDamaged;
  };
  const written: Group[] = [];
  for (const group of await store.groups(session.workshop))
    if (await hasText(group.id)) written.push(group);
  const { story } = await plenary.halls.with(session.id, async (hall) => ({ story: hall.story }));
  const { findings, actions } = story.plenary;
  const found = [
    ...(written.length === 0
      ? []
      : [
          written.length > 4
            ? `the text of ${written.length} tables`
            : `the text of ${written.map(groupLabel).join(', ')}`,
        ]),
    ...((await hasText(plenaryGroup)) ? ['the plenary’s note'] : []),
    ...(findings.length === 0 ? [] : [counted(findings.length, 'finding')]),
    ...(actions.length === 0 ? [] : [counted(actions.length, 'action item')]),
  ];
  return new Intl.ListFormat('en').format(found);
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

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
