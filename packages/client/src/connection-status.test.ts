import { describe, expect, it } from 'vitest';
import {
  type ConnectionEvent,
  type ConnectionStatus,
  connectionAfter,
} from './connection-status.ts';

const begun: ConnectionStatus = { is: 'connecting', since: 0 };
const after = (...events: readonly ConnectionEvent[]): ConnectionStatus =>
  events.reduce(connectionAfter, begun);
const because = {
  reason: 'no-access',
  sentence: 'Your link does not open this document.',
} as const;

describe('the connection', () => {
  it('is live once the server answered', () => {
    expect(after({ is: 'synced', at: 3 })).toEqual({ is: 'live', since: 3 });
  });

  it('keeps saying since when it is gone, however often an attempt fails', () => {
    expect(after({ is: 'synced', at: 3 }, { is: 'lost', at: 5 }, { is: 'lost', at: 9 })).toEqual({
      is: 'offline',
      since: 5,
    });
  });

  it('stays ended until somebody asks for another try', () => {
    const gone = after({ is: 'ended', at: 4, because }, { is: 'lost', at: 5 });
    expect(gone).toEqual({ is: 'ended', since: 4, because });
    expect(connectionAfter(gone, { is: 'resumed', at: 8 })).toEqual({ is: 'offline', since: 8 });
  });
});
