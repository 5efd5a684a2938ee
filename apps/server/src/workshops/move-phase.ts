import {
  type Phase,
  type PhaseCommand,
  phaseAfter,
  plenaryGroup,
  type Session,
  type WorkshopStore,
} from '@reportback/domain';
import type { RoomRegistry } from '@reportback/sync';
import { documentName } from './group-documents.ts';
import type { LiveWorkshops } from './live-workshops.ts';

/** What moving a phase touches. */
export interface PhaseMoving {
  readonly store: WorkshopStore;
  readonly live: LiveWorkshops;
  readonly rooms: Pick<RoomRegistry, 'setLocked' | 'keepVersion'>;
}

/**
 * Carries out what a facilitator said to a session. Freezing also locks its documents, so that a frame which
 * is already under way is refused; reopening unlocks them. What the tables have by then is kept as a version.
 * @returns the session as it stands now
 */
export async function movePhase(
  { store, live, rooms }: PhaseMoving,
  session: Session,
  command: PhaseCommand,
): Promise<Session> {
  const phase = phaseAfter[session.phase][command];
  if (phase === session.phase) return session;
  await store.setPhase(session.id, phase);
  await live.refresh(session.workshop);
  const groups = await store.groups(session.workshop);
  const locks = locking(session.phase, phase);
  for (const group of [...groups.map(({ id }) => id), plenaryGroup]) {
    const document = documentName(session.id, group);
    if (locks !== null) await rooms.setLocked(document, locks);
    await rooms.keepVersion(document, `phase ${session.phase} to ${phase}`);
  }
  return { ...session, phase };
}

/** Whether documents are to be locked (true), unlocked (false), or left as they are. */
function locking(from: Phase, to: Phase): boolean | null {
  if (to === 'frozen') return true;
  return from === 'frozen' ? false : null;
}
