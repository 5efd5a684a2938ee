import type { Connection } from './connection.ts';
import { ask, catchUp } from './deliver.ts';
import { refusals } from './refusal.ts';
import type { Replica } from './replica.ts';
import type { Room, RoomContext } from './room.ts';

/** The longest the server waits before it asks a refused connection again, in milliseconds. */
const longestPatience = 32_000;

/**
 * Looks after a room's connections every few seconds: closes those whose access was withdrawn and those
 * that are too slow, and breaks silence. What needs the document is done when all of it is logged.
 */
export function keepUp(room: Room, context: RoomContext): void {
  const { limits, times, clock } = context;
  let needsDocument = false;
  for (const connection of room.connections) {
    const { lagging } = connection;
    if (!connection.mayRead) connection.end('revoked');
    else if (lagging && clock.monotonic() - lagging.since > limits.laggingTime)
      connection.end('slow-reader');
    else connection.breakSilence(times.heartbeat);
    needsDocument ||= needsAttention(connection, room, context);
  }
  room.flush();
  if (!needsDocument) return;
  room.take({
    kind: 'reading',
    read: (replica) => {
      for (const connection of room.connections) attend(connection, replica, room, context);
    },
    // Without a document there are no connections either.
    failed: () => {},
  });
}

function needsAttention(connection: Connection, room: Room, context: RoomContext): boolean {
  if (connection.lagging) return connection.hasCaughtUp;
  return !connection.wasAsked || shouldAskAgain(connection, room, context);
}

function attend(connection: Connection, replica: Replica, room: Room, context: RoomContext): void {
  if (!needsAttention(connection, room, context)) return;
  // What it is owed is acknowledged at the end of the turn.
  if (connection.lagging) catchUp(connection, replica, room.presence);
  else askAgain(connection, replica, room, context.clock.monotonic());
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
