import type { AutomaticCause } from './automatic-cause.ts';
import type { HashState } from './hash-state.ts';
import type { Clock } from './ports/clock.ts';
import type { Observer } from './ports/observer.ts';
import type {
  Author,
  DocumentName,
  Incarnation,
  Seq,
  UpdateLog,
  VersionOutcome,
} from './ports/update-log.ts';
import type { HistoryRule } from './sync-options.ts';
import { thinVersions } from './thin-versions.ts';

export interface HistoryOptions {
  readonly log: UpdateLog;
  readonly clock: Clock;
  readonly observer: Observer;
  readonly hashState: HashState;
  readonly history: HistoryRule;
}

/** A state of a document that is worth keeping. */
export interface Moment {
  readonly document: DocumentName;
  readonly incarnation: Incarnation;
  /** The last row that is in the state. */
  readonly through: Seq;
  /** The whole document as one update. */
  readonly state: Uint8Array;
  /** Per author the last row known to be theirs. */
  readonly lastRows: ReadonlyMap<Author, Seq>;
  /** Why it is kept, e.g. a change of phase. */
  readonly cause: string;
}

/** A document as it was just before something that took much from it. */
export interface StateBefore extends Pick<Moment, 'through' | 'state' | 'lastRows'> {
  readonly cause: AutomaticCause;
}

/** No document can be built from the state. */
export interface Unreadable {
  readonly is: 'refused';
  readonly reason: 'unreadable';
}

/**
 * Keeps a moment of a document's history as a version of its own, readable without the log. A moment
 * whose content is that of the newest version is not kept twice; each new version thins out the older ones.
 */
export async function keepVersion(
  { document, incarnation, through, state, lastRows, cause }: Moment,
  { log, clock, observer, hashState, history }: HistoryOptions,
): Promise<VersionOutcome | Unreadable> {
  const hash = await hashState(state);
  if (hash === undefined) {
    observer.failed(
      document,
      new Error('no document can be built from its state; no version is kept'),
    );
    return { is: 'refused', reason: 'unreadable' };
  }
  const versions = await log.listVersions(document);
  const [newest] = versions;
  if (newest?.contentHash === hash) return { is: 'written', id: newest.id };
  const since = newest?.through ?? 0;
  const authors = [...lastRows].filter(([, seq]) => seq > since).map(([author]) => author);
  const at = clock.wallTime();
  const version = { incarnation, at, cause, authors, through, state, contentHash: hash };
  const outcome = await log.writeVersion(document, version);
  if (outcome.is === 'refused') return outcome;
  observer.counted('versions-written', 1);
  const written = { id: outcome.id, at, cause, authors, through, contentHash: hash };
  const merges = thinVersions([written, ...versions], at, history);
  if (merges.length > 0) await log.mergeVersions(document, incarnation, merges);
  return outcome;
}
