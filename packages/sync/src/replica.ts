import * as Y from 'yjs';
import { isWaiting } from './admission.ts';
import { contentHash } from './content-hash.ts';
import { encodeFrame } from './frame.ts';
import type { Author, Incarnation, LoadedDocument, NewRow, Seq } from './ports/update-log.ts';
import { buildDoc, quietDoc } from './quiet-doc.ts';
import { type ScanContext, scanUpdate, type UpdateOutline } from './scan-update.ts';

/**
 * An update that is in the log and builds on something that is not there yet. It is kept out of the
 * Yjs document until that has come: what a document keeps aside is sent along with its state, and can
 * there hold back content that would have found its place.
 */
export interface ParkedUpdate {
  readonly update: Uint8Array;
  readonly outline: UpdateOutline;
}

/**
 * The whole state is encoded anew when the updates since then are more than these, or larger than
 * this part of it. (Merging is quadratic in the number of updates.)
 */
const freshUpdates = 64;
const freshPart = 0.5;
const freshBytes = 4096;

/** When this part of a document was removed, it may be a good deal smaller than it was. */
const removedPart = 0.125;

/** The server's copy of one document in memory, built from its log and from nothing else. */
export class Replica {
  readonly doc: Y.Doc;
  readonly incarnation: Incarnation;
  readonly schemaVersion: number;
  /** Whose Yjs client ids are whose. */
  readonly owners: Map<number, Author>;
  /** Per author the last row known to be theirs. */
  readonly lastRows = new Map<Author, Seq>();
  readonly parked: ParkedUpdate[] = [];
  /** The last row that is contained here. */
  headSeq: Seq;
  /** What the log holds since its snapshot. */
  rowsSinceSnapshot = 0;
  bytesSinceSnapshot = 0;
  snapshotBytes: number;
  /** A whole state, and the updates applied since it was taken. */
  #whole: Uint8Array | undefined;
  #since: Uint8Array[] = [];
  #sinceBytes = 0;
  #removedSince = 0;
  #wholeFrames: readonly Uint8Array[] | undefined;
  #hash: string | undefined;

  /** Builds the document in one transaction. Throws when a row cannot be read or applied. */
  constructor(loaded: LoadedDocument) {
    const { snapshot, rows } = loaded;
    this.incarnation = loaded.incarnation;
    this.schemaVersion = loaded.schemaVersion;
    this.owners = new Map(loaded.clients);
    this.headSeq = loaded.headSeq;
    this.snapshotBytes = snapshot?.state.length ?? 0;
    this.#whole = snapshot?.state;
    this.doc = snapshot ? buildDoc([snapshot.state]) : quietDoc();
    this.doc.transact(() => {
      for (const { seq, update, author } of rows) {
        const outline = scanUpdate(update, this.#trust());
        if (outline.is !== 'outline')
          throw new Error(`row ${seq} is ${outline.is}: ${outline.found}`);
        this.apply(update, outline);
        this.#noteRow(update, author, seq);
      }
    });
    this.checkNothingPending();
  }

  /**
   * Applies an update that passed admission, or parks it. Returns what found its place by it: the
   * update itself if all of it was new, and those that waited for it.
   */
  apply(update: Uint8Array, outline: UpdateOutline): readonly Uint8Array[] {
    if (isWaiting(outline, this.doc)) {
      this.parked.push({ update, outline });
      return [];
    }
    const applied = [this.#integrate({ update, outline })];
    for (let next = this.#unpark(); next; next = this.#unpark())
      applied.push(this.#integrate(next));
    return applied;
  }

  /** Whether an update that is in the log has not found its place yet. */
  isWaiting(outline: UpdateOutline): boolean {
    return isWaiting(outline, this.doc);
  }

  /** Notes that rows with what was applied are in the log now. */
  noteLogged(rows: readonly NewRow[]): void {
    for (const { update, author } of rows) this.#noteRow(update, author, ++this.headSeq);
  }

  #noteRow(update: Uint8Array, author: Author, seq: Seq): void {
    this.rowsSinceSnapshot++;
    this.bytesSinceSnapshot += update.length;
    this.lastRows.set(author, seq);
  }

  noteSnapshot(state: Uint8Array, rowsSince: number, bytesSince: number): void {
    this.snapshotBytes = state.length;
    this.rowsSinceSnapshot = rowsSince;
    this.bytesSinceSnapshot = bytesSince;
  }

  /** Everything that passed admission finds its place; if Yjs disagrees, the document is not to be trusted. */
  checkNothingPending(): void {
    const { pendingStructs, pendingDs } = this.doc.store;
    if (pendingStructs !== null || pendingDs !== null)
      throw new Error('an update that should have found its place is pending');
  }

  /**
   * The largest the document can be in bytes, looked at closely when it matters whether it is below `limit`,
   * though not for every frame that is refused.
   */
  sizeWithin(limit: number): number {
    const estimate = (this.#whole?.length ?? 0) + this.#sinceBytes;
    const mayBeSmaller = !this.#isFresh() || this.#removedSince >= estimate * removedPart;
    return estimate <= limit || !mayBeSmaller ? estimate : this.whole().length;
  }

  /** So many characters and values are about to be removed. */
  noteRemoved(units: number): void {
    this.#removedSince += units;
  }

  /** The whole state as one update. Encodes the document unless nothing changed since the last time. */
  whole(): Uint8Array {
    if (this.#whole === undefined || this.#since.length > 0) {
      this.#since = [];
      this.#sinceBytes = 0;
      this.#removedSince = 0;
      this.#whole = Y.encodeStateAsUpdate(this.doc);
      this.#wholeFrames = undefined;
    }
    return this.#whole;
  }

  /** The hash of the content; calculated once, until something is applied. */
  hash(): string {
    this.#hash ??= contentHash(this.doc);
    return this.#hash;
  }

  /** The frames that bring a reader up to date who has the content that `stateVector` says. */
  answer(stateVector: Uint8Array): readonly Uint8Array[] {
    if (stateVector.length !== 1 || stateVector[0] !== 0)
      return [frameOf('sync-step-2', Y.encodeStateAsUpdate(this.doc, stateVector))];
    this.#wholeFrames ??= this.#encodeWhole();
    return this.#wholeFrames;
  }

  #encodeWhole(): readonly Uint8Array[] {
    const base = this.#whole !== undefined && this.#isFresh() ? this.#whole : this.whole();
    const frames = [frameOf('sync-step-2', base)];
    if (this.#since.length > 0) frames.push(frameOf('update', Y.mergeUpdates(this.#since)));
    return frames;
  }

  #isFresh(): boolean {
    if (this.#since.length > freshUpdates) return false;
    return this.#sinceBytes <= Math.max(freshBytes, (this.#whole?.length ?? 0) * freshPart);
  }

  /**
   * Applies an update without what the document holds already, and returns it so. Yjs would throw where
   * the known part has been deleted and forgotten, and would let the known part win or lose by chance
   * where it merges updates.
   */
  #integrate({ update, outline }: ParkedUpdate): Uint8Array {
    const overlaps = outline.ranges.some(
      ({ client, from }) => from < Y.getState(this.doc.store, client),
    );
    const fresh = overlaps ? Y.diffUpdate(update, Y.encodeStateVector(this.doc)) : update;
    Y.applyUpdate(this.doc, fresh);
    this.#wholeFrames = undefined;
    this.#hash = undefined;
    this.#since.push(fresh);
    this.#sinceBytes += fresh.length;
    return fresh;
  }

  #unpark(): ParkedUpdate | undefined {
    const index = this.parked.findIndex(({ outline }) => !isWaiting(outline, this.doc));
    const [found] = index === -1 ? [] : this.parked.splice(index, 1);
    return found;
  }

  /** What is in the log has passed admission, perhaps under other limits. */
  #trust(): ScanContext {
    return {
      limits: { frameStructs: Infinity, frameDeletions: Infinity, depth: Infinity },
      roots: { has: () => true },
      knows: (client, clock) => clock < Y.getState(this.doc.store, client),
    };
  }
}

function frameOf(is: 'sync-step-2' | 'update', update: Uint8Array): Uint8Array {
  return encodeFrame({ is, update });
}
