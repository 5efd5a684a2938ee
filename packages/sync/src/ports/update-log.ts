/**
 * The log of every document: what the server has promised to keep.
 *
 * Two moments matter. *Logged*: the bytes survive a killed process, so peers may see them
 * (`append` resolved). *Durable*: they survive a power cut, so their author may be told "saved"
 * (`durable` resolved). An adapter whose commit is already durable resolves `durable` at once.
 *
 * What may happen (absent, locked, deleted, storage full, damaged) is a value. An I/O error is
 * thrown: the outcome of the write is then unknown, and the process has to end so that clients
 * send again. Every adapter runs the suite in `testing/describe-update-log.ts`.
 */
export interface UpdateLog {
  /**
   * Makes the document with its first content as row 1. A document that already exists is left
   * alone: the first content is stored once, whoever asks again. A deleted name can be made anew
   * and then has the new incarnation. Logged when it resolves.
   */
  create(document: DocumentName, birth: DocumentBirth): Promise<CreateOutcome>;

  /**
   * Reads everything needed to rebuild the document, as of one moment (one transaction). Reads
   * only; any number of callers may load the same document. Checksums have been verified and
   * rows are gapless from `snapshot.through + 1` (or 1) to `headSeq`, except quarantined ones.
   * When the newest snapshot is damaged, the older one and the rows after it are returned.
   */
  load(document: DocumentName): Promise<LoadOutcome>;

  /**
   * Adds rows to several documents in one transaction, each document's rows in the given order
   * and with gapless sequence numbers. Each document has its own outcome, in the order of the
   * batch; locked and deleted are checked in the transaction that writes. A refused document
   * gets none of its rows; the others are not affected, except that `storage-full` concerns the
   * whole batch. A document occurs at most once in a batch. Logged when it resolves; calls take
   * effect in the order they were made.
   */
  append(batch: readonly DocumentAppend[], at: WallTime): Promise<readonly AppendOutcome[]>;

  /**
   * Resolves once everything whose `create`, `append`, `writeSnapshot` or `writeVersion` had
   * resolved before this call is durable. Calls that wait at the same time share one sync, and
   * the sync does not block the event loop. Rejects if the sync failed: never ask again then,
   * end the process.
   */
  durable(): Promise<void>;

  /**
   * Stores the document's state as of row `through`, which must be durable. The snapshot that
   * was the newest so far is kept together with every row after it; what is older is removed.
   */
  writeSnapshot(document: DocumentName, snapshot: NewSnapshot): Promise<SnapshotOutcome>;

  /**
   * Sets one row aside: its bytes are kept, `load` no longer returns it. For a row that reads
   * back well and still cannot be applied. A row that does not exist is ignored.
   */
  quarantine(
    document: DocumentName,
    incarnation: Incarnation,
    seq: Seq,
    reason: string,
  ): Promise<void>;

  /**
   * A locked document refuses every `append` until it is unlocked. False when there is no such
   * document. Logged when it resolves.
   */
  setLocked(document: DocumentName, locked: boolean): Promise<boolean>;

  /**
   * Removes the document with its rows, snapshots, versions and claims for good. Appends for
   * its incarnation are refused as `deleted` from then on. False when there was none.
   */
  remove(document: DocumentName): Promise<boolean>;

  /** Stores a named point in the document's history, numbered from 1 per document. */
  writeVersion(document: DocumentName, version: NewVersion): Promise<VersionOutcome>;

  /**
   * Removes versions for good, each in favour of a newer one, which is from then on said to be written by
   * those named. Numbers are not used again. Ignored where there is no such document, or no space.
   */
  mergeVersions(
    document: DocumentName,
    incarnation: Incarnation,
    merges: readonly VersionMerge[],
  ): Promise<void>;

  /** The document's versions, newest first, without their states. */
  listVersions(document: DocumentName): Promise<readonly VersionEntry[]>;

  /**
   * One version with its state, or undefined when there is no such version. Checksum verified.
   * @throws DamagedVersion when its bytes are not those that were written
   */
  readVersion(document: DocumentName, id: number): Promise<StoredVersion | undefined>;

  /** Waits for what is under way, then releases files and connections. */
  close(): Promise<void>;
}

/** Names a document. Opaque here: any non-empty string. */
export type DocumentName = string;

/**
 * One life of a document's name. A name that was deleted and made again has another incarnation,
 * so that late frames of the former life cannot bring it back. Opaque, non-empty.
 */
export type Incarnation = string;

/** A row's number within its document, from 1, without gaps. 0 means "before the first row". */
export type Seq = number;

/** Milliseconds since 1970, UTC. */
export type WallTime = number;

/** The seat that wrote a row, or the server's own name. Opaque here. */
export type Author = string;

export interface NewRow {
  /** A Yjs update (version 1) exactly as it arrived, without the wire's header. */
  readonly update: Uint8Array;
  readonly author: Author;
  /** Yjs client ids that this row uses for the first time in this document: `author`'s now. */
  readonly claims: readonly number[];
}

export interface LoggedRow {
  readonly seq: Seq;
  readonly update: Uint8Array;
  readonly author: Author;
  readonly at: WallTime;
}

export interface DocumentBirth {
  readonly incarnation: Incarnation;
  /** Version of the document's schema; opaque number ≥ 1. */
  readonly schemaVersion: number;
  readonly first: NewRow;
  readonly at: WallTime;
}

export type CreateOutcome =
  | { readonly is: 'created' }
  | { readonly is: 'exists'; readonly incarnation: Incarnation }
  /** `deleted`: what the document belongs to is gone, and a late call cannot bring it back. */
  | { readonly is: 'refused'; readonly reason: 'deleted' | 'storage-full' };

export interface StoredSnapshot {
  /** The last row that is contained in the state. */
  readonly through: Seq;
  /** The whole document as one Yjs update (version 1). */
  readonly state: Uint8Array;
  /** `contentHash` of the state, as text. */
  readonly contentHash: string;
}

export interface LoadedDocument {
  readonly incarnation: Incarnation;
  readonly schemaVersion: number;
  readonly locked: boolean;
  /** The last row's number. */
  readonly headSeq: Seq;
  readonly snapshot: StoredSnapshot | undefined;
  /** Rows after the snapshot, ascending. */
  readonly rows: readonly LoggedRow[];
  /** Who owns which Yjs client id, from the claims of all rows, removed ones included. */
  readonly clients: ReadonlyMap<number, Author>;
}

export type LoadOutcome =
  | ({ readonly is: 'loaded' } & LoadedDocument)
  | { readonly is: 'absent' }
  /** Bytes do not match their checksum and no older snapshot helps. Everything is kept. */
  | { readonly is: 'damaged'; readonly found: string };

export interface DocumentAppend {
  readonly document: DocumentName;
  readonly incarnation: Incarnation;
  /** At least one. */
  readonly rows: readonly NewRow[];
}

export type AppendRefusal = 'locked' | 'deleted' | 'storage-full';

export type AppendOutcome =
  | { readonly is: 'logged'; readonly firstSeq: Seq; readonly lastSeq: Seq }
  | { readonly is: 'refused'; readonly reason: AppendRefusal };

export interface NewSnapshot extends StoredSnapshot {
  readonly incarnation: Incarnation;
  readonly at: WallTime;
}

export type SnapshotOutcome =
  | { readonly is: 'written'; readonly rowsRemoved: number }
  | { readonly is: 'refused'; readonly reason: 'deleted' | 'storage-full' };

export interface NewVersion {
  readonly incarnation: Incarnation;
  readonly at: WallTime;
  /** Why it was kept, e.g. a phase change; opaque here. */
  readonly cause: string;
  /** Who wrote since the version before. */
  readonly authors: readonly Author[];
  /** The last row that is contained in the state. */
  readonly through: Seq;
  /** The whole document as one Yjs update (version 1). */
  readonly state: Uint8Array;
  readonly contentHash: string;
}

export interface VersionEntry extends Omit<NewVersion, 'state' | 'incarnation'> {
  readonly id: number;
}

/** A version in which older ones beside it go up. */
export interface VersionMerge {
  readonly into: number;
  readonly removed: readonly number[];
  /** Who wrote since the version that is now before it. */
  readonly authors: readonly Author[];
}

export interface StoredVersion extends VersionEntry {
  readonly state: Uint8Array;
}

export type VersionOutcome =
  | { readonly is: 'written'; readonly id: number }
  | { readonly is: 'refused'; readonly reason: 'deleted' | 'storage-full' };
