import type { CloseReasonName } from '@reportback/sync/wire';

/**
 * How one document's connection stands. Times are milliseconds since 1970. `offline` tries again by
 * itself, and its `since` is when the connection went, however many attempts failed after that.
 */
export type ConnectionStatus =
  /** The first connection of this visit is under way. */
  | { readonly is: 'connecting'; readonly since: number }
  /** The server answered with what we lacked. */
  | { readonly is: 'live'; readonly since: number }
  | { readonly is: 'offline'; readonly since: number }
  /** The server decided: coming back would not help. */
  | { readonly is: 'ended'; readonly since: number; readonly because: Ending };

/** Why a connection will not come back by itself. */
export interface Ending {
  /**
   * From the table of close reasons; or `denied`: no ticket was given; or `made-anew`: the document was
   * deleted and made again, so the text here belongs to a former life.
   */
  readonly reason: CloseReasonName | 'denied' | 'made-anew';
  /** A sentence that can be shown. */
  readonly sentence: string;
}

export type ConnectionEvent =
  | { readonly is: 'synced'; readonly at: number }
  | { readonly is: 'lost'; readonly at: number }
  | { readonly is: 'ended'; readonly at: number; readonly because: Ending }
  /** A person or a new permission asked for another try. */
  | { readonly is: 'resumed'; readonly at: number };

type Of<Is extends ConnectionEvent['is']> = Extract<ConnectionEvent, { is: Is }>;
type Row = {
  readonly [Is in ConnectionEvent['is']]: (
    status: ConnectionStatus,
    event: Of<Is>,
  ) => ConnectionStatus;
};

const same = (status: ConnectionStatus): ConnectionStatus => status;
const live = (_: ConnectionStatus, event: Of<'synced'>): ConnectionStatus => ({
  is: 'live',
  since: event.at,
});
const offline = (_: ConnectionStatus, event: { at: number }): ConnectionStatus => ({
  is: 'offline',
  since: event.at,
});
const ended = (_: ConnectionStatus, event: Of<'ended'>): ConnectionStatus => ({
  is: 'ended',
  since: event.at,
  because: event.because,
});

const table: Readonly<Record<ConnectionStatus['is'], Row>> = {
  connecting: { synced: live, lost: offline, ended, resumed: same },
  live: { synced: same, lost: offline, ended, resumed: same },
  offline: { synced: live, lost: same, ended, resumed: same },
  ended: { synced: live, lost: same, ended, resumed: offline },
};

/** The status after an event; total. */
export function connectionAfter(
  status: ConnectionStatus,
  event: ConnectionEvent,
): ConnectionStatus {
  const row = table[status.is];
  switch (event.is) {
    case 'synced':
      return row.synced(status, event);
    case 'lost':
      return row.lost(status, event);
    case 'ended':
      return row.ended(status, event);
    case 'resumed':
      return row.resumed(status, event);
  }
}
