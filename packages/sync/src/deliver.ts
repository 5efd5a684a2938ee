import * as Y from 'yjs';
import type { Connection } from './connection.ts';
import { encodeFrame } from './frame.ts';
import type { Presence } from './presence.ts';
import type { Replica } from './replica.ts';
import type { Turn } from './turn.ts';

/** Who is to be told. */
export interface Audience {
  readonly connections: ReadonlySet<Connection>;
  readonly presence: Presence<Connection>;
}

/** Queues for everybody what a turn brought them. All of it is logged. */
export function deliver(turn: Turn, replica: Replica, audience: Audience): void {
  if (turn.outbound.length > 0) broadcast(turn, replica, audience);
  // Who asks again and again is answered once, or a few bytes from it would fill the memory.
  const asks = new Map(
    turn.asks.map(({ inbound, stateVector }) => [inbound.connection, stateVector]),
  );
  for (const [connection, stateVector] of asks) answer(connection, stateVector, replica, audience);
  for (const { inbound, question } of turn.questions)
    inbound.connection.queue(encodeFrame({ is: 'hash-answer', question, hash: replica.hash() }));
  deliverPresence(turn.presenceAsks, audience);
}

function answer(
  connection: Connection,
  stateVector: Uint8Array,
  replica: Replica,
  { presence }: Audience,
): void {
  connection.isFollowing = true;
  if (connection.lagging) {
    connection.lagging = { ...connection.lagging, stateVector, hasAsked: true };
    return;
  }
  for (const message of replica.answer(stateVector)) connection.queue(message);
  askBack(connection, replica, presence);
}

/** Who syncs anew is asked what the server lacks, unless it has told that already. */
function askBack(connection: Connection, replica: Replica, presence: Presence<Connection>): void {
  if (connection.step.is === 'out-of-step' || !connection.wasAsked)
    ask(connection, replica, presence);
}

/**
 * Asks a writer what the server lacks. The server claims to have nothing under the client id that the
 * connection shows, and so is told all of it again: somebody may have written under that id while
 * its owner was away, which equal clocks would hide, and what the owner wrote would be called saved.
 */
export function ask(
  connection: Connection,
  { doc }: Replica,
  presence: Presence<Connection>,
): void {
  if (!connection.mayWrite) return;
  connection.wasAsked = true;
  const clocks = new Map<number, number>();
  for (const client of doc.store.clients.keys()) {
    if (presence.presenterOf(client) !== connection)
      clocks.set(client, Y.getState(doc.store, client));
  }
  connection.queue(encodeFrame({ is: 'sync-step-1', stateVector: Y.encodeStateVector(clocks) }));
}

/** Brings a reader that fell behind up to date, in one message. */
export function catchUp(
  connection: Connection,
  replica: Replica,
  presence: Presence<Connection>,
): void {
  if (!connection.lagging) return;
  const { stateVector, hasAsked } = connection.lagging;
  connection.lagging = undefined;
  const update = Y.encodeStateAsUpdate(replica.doc, stateVector);
  connection.queue(encodeFrame({ is: hasAsked ? 'sync-step-2' : 'update', update }));
  const everybody = presence.everybodyBut(connection);
  if (everybody) connection.queue(everybody);
  if (hasAsked) askBack(connection, replica, presence);
}

function broadcast(turn: Turn, replica: Replica, { connections, presence }: Audience): void {
  const messages = turn.messages();
  const { onlyAuthor } = turn;
  for (const connection of connections) {
    if (connection.lagging) {
      if (connection.hasCaughtUp) catchUp(connection, replica, presence);
    } else if (connection !== onlyAuthor && connection.isFollowing) {
      for (const message of messages) connection.queue(message);
    }
  }
}

function deliverPresence(asks: ReadonlySet<Connection>, { connections, presence }: Audience): void {
  const messageFor = presence.takeChanges();
  if (!messageFor && asks.size === 0) return;
  for (const connection of connections) {
    if (connection.lagging) continue;
    const message = asks.has(connection)
      ? presence.everybodyBut(connection)
      : messageFor?.(connection);
    if (message) connection.queue(message);
  }
}
