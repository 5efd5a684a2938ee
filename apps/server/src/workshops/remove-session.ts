import { type Programme, type Session, type SessionMark, withoutSession } from '@reportback/domain';
import { noSuchSession, Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { programmeOf } from './programme.ts';
import { demandNotKept } from './record-standings.ts';
import { forgetSession } from './remove-workshop.ts';
import { lookInto } from './session-contents.ts';

/** How often a session is looked through anew in which something happens just then. */
const mostLooks = 5;

/**
 * Removes a session with all that was written and said in it, and its row of the agenda, and sends away whoever is in it. All of it
 * is gone from the disk when this resolves; a server that ends before that goes on with it when it starts.
 * @param told what the one who removes it was told is in it: it goes only with that, or where there is nothing
 * @param removed called with what was in it, in words, once nobody can reach it any more
 * @throws Refusal `has-text` that says what else is in it; `not-now` for the last session, for a frozen one, and while a record is
 *   kept that has it
 */
export async function removeSession(
  services: Services,
  session: Session,
  told: string,
  removed: (session: Session, contents: string) => Promise<void>,
): Promise<void> {
  const { store, live, turns, durable } = services;
  const { id, workshop } = session;
  for (let looks = 0; ; looks++) {
    if (looks === mostLooks) throw busy(session);
    await programmeWithout(services, session);
    // Looking through sixty tables takes a while. Nobody waits for it, and what happens meanwhile is seen at the end.
    const before = await store.sessionMark(id);
    if (before === null) throw noSuchSession();
    const { contents, written } = await lookInto(services, session);
    const sentence = askedFor(session, contents);
    if (contents !== '' && sentence !== told) throw new Refusal('has-text', sentence);
    const asSeen = (now: SessionMark) =>
      now.lastStep === before.lastStep &&
      [...now.documents].every(
        ([document, row]) => written.has(document) || before.documents.get(document) === row,
      );
    const isGone = await turns.take(workshop, async () =>
      store.removeSession(session, await programmeWithout(services, session), asSeen),
    );
    if (!isGone) continue;
    forgetSession(services, id);
    await live.refresh(workshop);
    await removed(session, contents);
    await store.finishDeletions();
    return durable();
  }
}

/** The workshop's programme without the session. @throws Refusal where it may not go */
async function programmeWithout(
  { store, kept }: Pick<Services, 'store' | 'kept'>,
  { id, workshop }: Session,
): Promise<Programme> {
  await demandNotKept(kept, workshop);
  const programme = await programmeOf(store, workshop);
  const session = programme.sessions.find((each) => each.id === id);
  if (session === undefined) throw noSuchSession();
  if (programme.sessions.length === 1)
    throw new Refusal(
      'not-now',
      'A workshop needs a session: add another one before you remove this one.',
    );
  if (session.phase === 'frozen')
    throw new Refusal('not-now', 'This session is frozen. Reopen it on the console to remove it.');
  return withoutSession(programme, session);
}

function askedFor({ title }: Session, contents: string): string {
  return `In “${title}” there is ${contents}. All of it would go, for everybody, and not come back.`;
}

function busy({ title }: Session): Refusal {
  return new Refusal(
    'not-now',
    `Somebody works in “${title}” just now, so it was not removed. Try again in a moment.`,
  );
}
