import { tableAt, type WorkshopView } from '@reportback/domain';
import { addresses } from './addresses.ts';
import { currentSession } from './current-session.ts';
import { localTime } from './local-time.ts';

/**
 * Where a person begins in a workshop, by what their link lets them be: who leads at the console, who takes
 * part at their table (or at the question which one it is), a screen and a viewer at the board.
 * @param now milliseconds since 1970: it tells which session is meant
 */
export function entrance({ workshop, sessions, me }: WorkshopView, now: number): string {
  const session = currentSession(sessions, localTime(now, workshop.timeZone));
  switch (me.role) {
    case 'organizer':
    case 'facilitator':
      return addresses.console(workshop.id);
    case 'participant': {
      const seated = session === null ? (me.seat?.group ?? null) : tableAt(me.seat, session.id);
      const invitedElsewhere = me.invitedTo !== null && me.invitedTo !== seated;
      return seated === null || session === null || invitedElsewhere
        ? addresses.join(workshop.id)
        : addresses.table(workshop.id, session.id, seated);
    }
    case 'screen':
    case 'viewer':
      return session === null
        ? addresses.record(workshop.id)
        : addresses.board(workshop.id, session.id);
  }
}
