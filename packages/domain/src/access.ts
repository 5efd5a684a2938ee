import type { GroupId } from './ids.ts';
import { type Phase } from './phase.ts';
import { plenaryGroup } from './plenary/plenary-note.ts';

/** What a link lets its holder be. */
export const roles = ['organizer', 'facilitator', 'participant', 'screen', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** What can be asked of a workshop as a whole, beyond looking at its board. */
export type Action =
  /** Change or delete the workshop, its sessions and tables; see and rotate every link. */
  | 'organize'
  /** Move phases, send messages, lock, present. */
  | 'facilitate'
  /** Take a seat, with a name. */
  | 'sit'
  /** See the join code and its QR. */
  | 'see-join-code'
  /** Read notes and the record, download it. */
  | 'read-record';

/** The one table of who may do what; the server asks it for each call, the page to hide what is refused. */
export const permits: Readonly<Record<Role, Readonly<Record<Action, boolean>>>> = {
  organizer: {
    organize: true,
    facilitate: true,
    sit: true,
    'see-join-code': true,
    'read-record': true,
  },
  facilitator: {
    organize: false,
    facilitate: true,
    sit: true,
    'see-join-code': true,
    'read-record': true,
  },
  participant: {
    organize: false,
    facilitate: false,
    sit: true,
    'see-join-code': false,
    'read-record': false,
  },
  screen: {
    organize: false,
    facilitate: false,
    sit: false,
    'see-join-code': true,
    'read-record': false,
  },
  viewer: {
    organize: false,
    facilitate: false,
    sit: false,
    'see-join-code': false,
    'read-record': true,
  },
};

/** What a person may do with one group's document. */
export type DocumentAccess =
  | { readonly is: 'write' }
  | {
      readonly is: 'read';
      readonly because: 'viewer' | 'other-table' | 'frozen' | 'left-out' | 'no-seat';
    }
  | { readonly is: 'none'; readonly because: 'screen' | 'other-table' };

/**
 * Who may read or write a group's document: participants write at their own table, organizers and
 * facilitators at any (with a seat, so that their text has a name), viewers read. The plenary's note is
 * everybody's table. A frozen session is read only for everybody, and so is what a table wrote that was left
 * out of the session later.
 * @param who the asker's role, whether they have taken a seat, and at which table
 * @param where the table, its session's phase, and whether the event lets tables read each other,
 *   and whether the table sits in the session
 */
export function documentAccess(
  who: { readonly role: Role; readonly seated: boolean; readonly group: GroupId | null },
  where: {
    readonly group: GroupId;
    readonly phase: Phase;
    readonly othersReadable: boolean;
    readonly sits: boolean;
  },
): DocumentAccess {
  if (who.role === 'screen') return { is: 'none', because: 'screen' };
  if (who.role === 'viewer') return { is: 'read', because: 'viewer' };
  const isOwnTable = where.group === plenaryGroup || who.group === where.group;
  if (who.role === 'participant' && !isOwnTable)
    return where.othersReadable
      ? { is: 'read', because: 'other-table' }
      : { is: 'none', because: 'other-table' };
  if (where.phase === 'frozen') return { is: 'read', because: 'frozen' };
  if (!where.sits) return { is: 'read', because: 'left-out' };
  return who.seated ? { is: 'write' } : { is: 'read', because: 'no-seat' };
}
