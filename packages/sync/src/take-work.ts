import * as Y from 'yjs';
import type { Connection, Inbound } from './connection.ts';
import { type Bench, type JudgeOptions, judgeFrame, judgeUpdate } from './judge-frame.ts';
import { type RemovalWatch, stateBefore } from './much-removed.ts';
import type { Clock } from './ports/clock.ts';
import type { Observer } from './ports/observer.ts';
import { buildDoc } from './quiet-doc.ts';
import type { RefusalReason } from './refusal.ts';
import type { UpdateOutline } from './scan-update.ts';
import type { ServerEdit, Turn } from './turn.ts';

/** Where work is taken: the document and everybody who is connected to it. */
export interface Table extends Bench {
  readonly speakers: Map<number, Connection>;
  readonly removals: RemovalWatch;
  refuse(inbound: Inbound, reason: RefusalReason, found: string): void;
}

export interface TakeOptions extends JudgeOptions {
  readonly clock: Clock;
  readonly observer: Observer;
}

/** Takes one message of a client: applies it, or refuses it, or notes what has to be answered. */
export function takeFrame(inbound: Inbound, turn: Turn, table: Table, options: TakeOptions): void {
  const { connection, frame } = inbound;
  switch (frame.is) {
    case 'sync-step-2':
    case 'update':
      return takeDocumentFrame(inbound, frame.is, frame.update, turn, table, options);
    case 'sync-step-1':
      if (!isStateVector(frame.stateVector)) return connection.end('malformed');
      turn.asks.push({ inbound, stateVector: frame.stateVector });
      return;
    case 'awareness':
      return takePresence(connection, frame.update, table);
    case 'query-awareness':
      turn.presenceAsks.add(connection);
      return;
    case 'hash-question':
      turn.questions.push({ inbound, question: frame.question });
      return;
    default:
      return connection.end('malformed');
  }
}

function takeDocumentFrame(
  inbound: Inbound,
  kind: 'sync-step-2' | 'update',
  update: Uint8Array,
  turn: Turn,
  table: Table,
  options: TakeOptions,
): void {
  const { connection, message, entry } = inbound;
  const verdict = judgeFrame(connection, kind, update, table, options);
  if (verdict.is === 'refused') return table.refuse(inbound, verdict.reason, verdict.found);
  connection.step = { is: 'in-step' };
  connection.hasAnswered ||= kind === 'sync-step-2';
  turn.passed.push(inbound);
  if (!verdict.changes) {
    options.observer.counted('frames-without-change', 1);
    return;
  }
  const { author } = connection;
  const isWaiting = !apply(update, verdict.outline, turn, table, options, {
    message: kind === 'update' ? message : undefined,
    from: connection,
  });
  if (entry && isWaiting) entry.waiting = verdict.outline;
  turn.rows.push({ update, author, claims: verdict.claims });
  const { owners } = table.replica;
  for (const client of verdict.claims) owners.set(client, author);
  // What came over a connection that has ended since is taken, but it speaks for nobody any more.
  if (connection.isEnded || kind !== 'update') return;
  for (const { client } of verdict.outline.ranges)
    if (owners.get(client) === author) table.speakers.set(client, connection);
}

/** Takes a change of the server's own: made on a copy, judged and logged as everybody's. */
export function takeEdit(edit: ServerEdit, turn: Turn, table: Table, options: TakeOptions): void {
  const { replica, isLocked, isStorageFull } = table;
  if (isLocked) return edit.done({ is: 'refused', reason: 'locked' });
  if (isStorageFull) return edit.done({ is: 'refused', reason: 'storage-full' });
  const copy = buildDoc([replica.whole()]);
  const updates: Uint8Array[] = [];
  copy.on('update', (update) => updates.push(update));
  try {
    copy.transact(() => edit.change(copy));
  } catch (error) {
    options.observer.failed(table.document, error);
    return edit.done({ is: 'refused', reason: 'failed' });
  }
  if (updates.length === 0) {
    turn.edits.push({ edit, changed: false });
    return;
  }
  const update = Y.mergeUpdates(updates);
  const verdict = judgeUpdate(update, edit.author, true, table, options);
  if (verdict.is === 'refused') {
    options.observer.refused(table.document, verdict.reason, verdict.found);
    return edit.done({ is: 'refused', reason: 'failed' });
  }
  if (edit.replaces) turn.before ??= stateBefore(replica, turn, 'before-restore');
  apply(update, verdict.outline, turn, table, options, { message: undefined, from: undefined });
  for (const client of verdict.claims) replica.owners.set(client, edit.author);
  turn.rows.push({ update, author: edit.author, claims: verdict.claims });
  turn.edits.push({ edit, changed: true });
}

/** Applies an update, and what could not be applied before it. False if it has to wait itself. */
function apply(
  update: Uint8Array,
  outline: UpdateOutline,
  turn: Turn,
  { replica, removals }: Table,
  { clock, observer }: TakeOptions,
  origin: { readonly message: Uint8Array | undefined; readonly from: Connection | undefined },
): boolean {
  turn.before ??= removals.note(outline.deletions, replica, turn, clock.monotonic());
  const [first, ...unparked] = replica.apply(update, outline);
  if (first === undefined) {
    observer.counted('frames-parked', 1);
    return false;
  }
  const message = first === update ? origin.message : undefined;
  turn.outbound.push({ update: first, message, from: origin.from });
  for (const waited of unparked)
    turn.outbound.push({ update: waited, message: undefined, from: undefined });
  return true;
}

function takePresence(connection: Connection, update: Uint8Array, { presence }: Table): void {
  try {
    presence.receive(connection, update);
  } catch {
    // What cannot be read is the sender's fault, whatever exactly is wrong with it.
    connection.end('malformed');
  }
}

function isStateVector(bytes: Uint8Array): boolean {
  try {
    Y.decodeStateVector(bytes);
    return true;
  } catch {
    return false;
  }
}
