import type { Connection } from './connection.ts';
import { ask, catchUp } from './deliver.ts';
import { refusals } from './refusal.ts';
import type { Replica } from './replica.ts';
import type { Room, RoomContext } from './room.ts';

/** The longest the server waits before it asks a refused connection again, in milliseconds. */
const longestPatience = 32_000;

/**
 * Looks after a room's connections every few seconds: closes those whose access was withdrawn, brings
 * slow readers up to date, asks writers what the server lacks once they can be heard, breaks silence.
 */
export function keepUp(room: Room, context: RoomContext): void {
  for (const connection of room.connections) {
    if (!connection.mayRead) connection.end('revoked');
    else if (room.state.is === 'live')
      keepUpConnection(connection, room.state.replica, room, context);
  }
  room.flush();
}

function keepUpConnection(
  connection: Connection,
  replica: Replica,
  room: Room,
  context: RoomContext,
): void {
  const { limits, times, clock } = context;
  if (connection.lagging) {
    const behind = clock.monotonic() - connection.lagging.since;
    if (connection.hasCaughtUp) {
      catchUp(connection, replica, room.presence);
      connection.acknowledge(room.durableSeq, (outline) => replica.isWaiting(outline));
    } else if (behind > limits.laggingTime) return connection.end('slow-reader');
  }
  if (!connection.lagging) {
    if (!connection.wasAsked || shouldAskAgain(connection, room, context))
      askAgain(connection, replica, room, clock.monotonic());
  }
  connection.breakSilence(times.heartbeat);
}

/** Whether a connection that was refused something should be asked for all it has. */
function shouldAskAgain(connection: Connection, room: Room, context: RoomContext): boolean {
  const { step } = connection;
  if (step.is === 'in-step' || context.clock.monotonic() < step.asksAt) return false;
  switch (refusals[step.because].heals) {
    case 'later':
      return true;
    case 'when-allowed':
      return connection.mayWrite && !room.isLocked && !context.isStorageFull();
    case 'never':
      return false;
  }
}

function askAgain(connection: Connection, replica: Replica, room: Room, now: number): void {
  if (connection.step.is === 'out-of-step') {
    const patience = Math.min(longestPatience, connection.step.patience * 2);
    connection.step = { ...connection.step, patience, asksAt: now + patience };
  }
  ask(connection, replica, room.presence);
}
