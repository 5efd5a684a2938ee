import * as Y from 'yjs';
import { findConflict } from './conflicting-content.ts';
import { isIntegrable } from './integrable.ts';
import type { Limits } from './limits.ts';
import { measureNesting } from './nesting.ts';
import type { Author } from './ports/update-log.ts';
import type { RefusalReason } from './refusal.ts';
import { type ClockRange, scanUpdate, type UpdateOutline } from './scan-update.ts';
import { StructPlaces } from './struct-places.ts';

/** What an update is judged against. */
export interface AdmissionContext {
  readonly doc: Y.Doc;
  readonly limits: Limits;
  /** Names of the root types that may be written to. */
  readonly roots: ReadonlySet<string>;
  /** What is waiting for predecessors in this document already. */
  readonly pending: { readonly frames: number; readonly bytes: number };
  /** Whether the update is a change as it is made, and not a state that is told. */
  readonly isLive: boolean;
  /** What is known of a Yjs client id. */
  identity(client: number): Identity;
}

export interface Identity {
  /** Whose it is, by the log or by what they show of themselves. */
  readonly owner: Author | undefined;
  /** Whether the log says so. */
  readonly isClaimed: boolean;
  /** Whether the one who writes under it is here and has told all they have: then nobody else can know
   * more of it. */
  readonly speaksForItself: boolean;
}

export type Verdict = Admitted | RefusedUpdate;

export interface Admitted {
  readonly is: 'admitted';
  readonly outline: UpdateOutline;
  /** Whether it brings anything that the document does not hold yet. */
  readonly changes: boolean;
  /** Whether something that it builds on is missing. */
  readonly waits: boolean;
  /** Client ids that become the author's by this update. */
  readonly claims: readonly number[];
}

export interface RefusedUpdate {
  readonly is: 'refused';
  readonly reason: RefusalReason;
  /** For the one who runs the server. */
  readonly found: string;
}

/** How deep types may be that hang on something unknown, counted from there. */
const unanchoredDepth = 16;

/**
 * Judges an update before it is applied. Reads the document, changes nothing. What passes `scanUpdate` Yjs
 * can decode; should it throw all the same, then before anything is changed.
 */
export function admit(update: Uint8Array, author: Author, context: AdmissionContext): Verdict {
  const { doc, limits } = context;
  if (update.length > limits.frameBytes)
    return refused('too-large', `${update.length} bytes, at most ${limits.frameBytes}`);
  const places = new StructPlaces();
  const knows = (client: number, clock: number): boolean => clock < Y.getState(doc.store, client);
  const outline = scanUpdate(update, { limits, roots: context.roots, knows }, places);
  if (outline.is !== 'outline') return refused(outline.is, outline.found);

  const fresh = outline.ranges.filter(({ client, to }) => to > Y.getState(doc.store, client));
  const overlaps = outline.ranges.some(({ client, from }) => from < Y.getState(doc.store, client));
  const newcomers = fresh.filter(({ client }) => !doc.store.clients.has(client)).length;
  if (newcomers > 0 && doc.store.clients.size + newcomers > limits.documentClients)
    return refused('too-complex', `more than ${limits.documentClients} client ids`);
  const claims: number[] = [];
  for (const { client } of fresh) {
    const { owner, isClaimed, speaksForItself } = context.identity(client);
    if (owner !== undefined && owner !== author && speaksForItself)
      return refused('foreign-client', `client ${client} of someone who is here`);
    // A state may hold what others wrote and the log lost; a change as it is made is one's own.
    const isOwn = owner === author || (owner === undefined && context.isLive && fresh.length === 1);
    if (!isClaimed && isOwn) claims.push(client);
  }
  const isNew = fresh.length > 0;
  const waits = isWaiting(outline, doc);
  if (isNew && outline.types > 0) {
    const { deepest, isAnchored } = measureNesting(places, doc, limits.depth);
    const most = isAnchored ? limits.depth : Math.min(limits.depth, unanchoredDepth);
    if (deepest > most) return refused('too-complex', `types nested more than ${most} deep`);
  }
  // Only in these cases the structs themselves are needed, and building them is dear.
  const mayCircle = !waits && outline.needs.size > 0 && outline.ranges.length > 1;
  if (overlaps || mayCircle) {
    const { structs } = Y.decodeUpdate(update);
    const conflict = overlaps ? findConflict(structs, doc) : undefined;
    if (conflict)
      return refused('conflicting-content', `client ${conflict.client} at ${conflict.clock}`);
    if (mayCircle && !isIntegrable(structs, doc))
      return refused('malformed', 'structs that need each other in a circle');
  }
  if (waits) {
    const { frames, bytes } = context.pending;
    if (frames >= limits.pendingFrames || bytes + update.length > limits.pendingBytes)
      return refused('too-much-pending', `${frames} frames of ${bytes} bytes wait already`);
  }
  const changes = isNew || outline.deletions.some((range) => isUndeleted(range, doc));
  return { is: 'admitted', outline, changes, waits, claims };
}

/**
 * Whether something is missing that the update builds on: a struct of the same client before it, a
 * neighbour or parent, or what it deletes. Exact for updates that pass admission.
 */
export function isWaiting({ ranges, needs, deletions }: UpdateOutline, doc: Y.Doc): boolean {
  const state = (client: number): number => Y.getState(doc.store, client);
  if (ranges.some(({ client, from }) => from > state(client))) return true;
  const ahead = deletions.filter(({ client, to }) => to > state(client));
  if (needs.size === 0 && ahead.length === 0) return false;
  /** Where each client will be once this update is applied. */
  const reached = new Map(ranges.map(({ client, to }) => [client, to]));
  const end = (client: number): number => Math.max(state(client), reached.get(client) ?? 0);
  for (const [client, clock] of needs) if (clock >= end(client)) return true;
  return ahead.some(({ client, to }) => to > end(client));
}

/** Whether a deletion would delete anything. */
function isUndeleted({ client, from, to }: ClockRange, doc: Y.Doc): boolean {
  const state = Y.getState(doc.store, client);
  if (to > state) return true;
  const structs = doc.store.clients.get(client) ?? [];
  let index = Y.findIndexSS(structs, from);
  for (let struct = structs[index]; struct && struct.id.clock < to; struct = structs[++index]) {
    if (!struct.deleted) return true;
  }
  return false;
}

function refused(reason: RefusalReason, found: string): RefusedUpdate {
  return { is: 'refused', reason, found };
}
