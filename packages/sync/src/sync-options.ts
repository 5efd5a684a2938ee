import type { HashState } from './hash-state.ts';
import type { Limits } from './limits.ts';
import type { Clock } from './ports/clock.ts';
import type { Observer } from './ports/observer.ts';
import type { Author, DocumentName, UpdateLog } from './ports/update-log.ts';

/** The root types that documents have, and what they are. Others are refused. */
export type RootTypes = Readonly<Record<string, 'xml-fragment' | 'map'>>;

/** When something is done. Milliseconds. */
export interface Times {
  /** How long a document stays in memory after its last reader left. */
  readonly idle: number;
  /** How long a connection may be silent before it is sent a sign of life. */
  readonly heartbeat: number;
  /** How often access, slow readers and refused connections are looked at. */
  readonly tick: number;
  /** How long to wait before trying again to write when the storage was full. */
  readonly storageRetry: number;
}

/** When the log of a document is replaced by a snapshot. */
export interface CompactionRule {
  /** This many rows and bytes since the last snapshot, and at least as many bytes as that had. */
  readonly rows: number;
  readonly bytes: number;
  /** Rows at which it is worth doing when the document falls idle. */
  readonly idleRows: number;
}

/** When a version of a document is kept by itself, and for how long. Milliseconds. */
export interface HistoryRule {
  /** Between versions while a document changes. */
  readonly interval: number;
  /** A version is kept before so many characters or values are deleted ... */
  readonly removedUnits: number;
  /** ... that are this part of all there are ... */
  readonly removedPart: number;
  /** ... within this time. */
  readonly removalTime: number;
  /** Of the versions kept by the clock all stay for so long, then one of each hour ... */
  readonly allFor: number;
  /** ... for so long, then one of each day. */
  readonly hourlyFor: number;
  /** With more versions than these, the automatic ones that lie closest together go. */
  readonly mostVersions: number;
}

export interface SyncOptions {
  readonly log: UpdateLog;
  readonly clock: Clock;
  readonly roots: RootTypes;
  readonly observer: Observer;
  readonly limits: Limits;
  readonly times: Times;
  readonly compaction: CompactionRule;
  readonly history: HistoryRule;
  readonly hashState: HashState;
  /** The outcome of a write is unknown: the process has to end, and its clients to send again. */
  readonly fatal: (error: unknown) => void;
  /** Called when a document has other content than before, after that was logged, with those who changed it. */
  readonly changed: (document: DocumentName, authors: ReadonlySet<Author>) => void;
  /** Whether a document may take so many more bytes: a quota over several documents. */
  readonly mayGrow: ((document: DocumentName, bytes: number) => boolean) | undefined;
}

export const defaultTimes: Times = {
  idle: 60_000,
  heartbeat: 18_000,
  tick: 2_000,
  storageRetry: 5_000,
};

export const defaultCompaction: CompactionRule = { rows: 500, bytes: 64 * 1024, idleRows: 20 };

export const defaultHistory: HistoryRule = {
  interval: 10 * 60_000,
  removedUnits: 200,
  removedPart: 0.25,
  removalTime: 60_000,
  allFor: 4 * 60 * 60_000,
  hourlyFor: 2 * 24 * 60 * 60_000,
  mostVersions: 200,
};
