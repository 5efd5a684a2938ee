import { type AdmissionContext, type Admitted, admit, type RefusedUpdate } from './admission.ts';
import type { Connection } from './connection.ts';
import type { Author, DocumentName } from './ports/update-log.ts';
import type { Presence } from './presence.ts';
import type { RefusalReason } from './refusal.ts';
import type { Replica } from './replica.ts';
import type { SyncOptions } from './sync-options.ts';

/** What a document frame is judged by, besides its own content. */
export interface Bench {
  readonly document: DocumentName;
  readonly replica: Replica;
  readonly presence: Presence<Connection>;
  readonly isLocked: boolean;
  readonly isStorageFull: boolean;
  /** Which connection writes under a Yjs client id. */
  readonly speakers: ReadonlyMap<number, Connection>;
}

export type JudgeOptions = Pick<SyncOptions, 'limits' | 'mayGrow'> & {
  readonly rootNames: ReadonlySet<string>;
};

/** Judges a client's document frame: who sends it, whether it is in step, what it contains. */
export function judgeFrame(
  connection: Connection,
  kind: 'sync-step-2' | 'update',
  update: Uint8Array,
  bench: Bench,
  options: JudgeOptions,
): Admitted | RefusedUpdate {
  if (!connection.mayWrite) return refused('read-only', 'a frame from a reader');
  if (connection.step.is === 'out-of-step' && kind === 'update')
    return refused('out-of-step', `after ${connection.step.because}`);
  const isLive = kind === 'update';
  const verdict = judgeUpdate(update, connection.author, isLive, bench, options);
  if (verdict.is === 'refused' || !verdict.changes) return verdict;
  const { isLocked, isStorageFull, replica } = bench;
  if (isLocked) return refused('locked', 'the document is locked');
  if (isStorageFull) return refused('storage-full', 'no space left');
  if (connection.schemaVersion < replica.schemaVersion)
    return refused(
      'outdated-client',
      `schema ${connection.schemaVersion} for a document of schema ${replica.schemaVersion}`,
    );
  return verdict;
}

/** Judges an update by what it contains. */
export function judgeUpdate(
  update: Uint8Array,
  author: Author,
  isLive: boolean,
  bench: Bench,
  { limits, rootNames, mayGrow }: JudgeOptions,
): Admitted | RefusedUpdate {
  const { document, replica, presence } = bench;
  const context: AdmissionContext = {
    doc: replica.doc,
    limits,
    roots: rootNames,
    isLive,
    pending: {
      frames: replica.parked.length,
      bytes: replica.parked.reduce((bytes, parked) => bytes + parked.update.length, 0),
    },
    identity: (client) => {
      const claimed = replica.owners.get(client);
      const presenter = presence.presenterOf(client);
      const speaker = bench.speakers.get(client) ?? presenter;
      return {
        // Before the first change under an id, only presence tells whose it is.
        owner: claimed ?? presenter?.author,
        isClaimed: claimed !== undefined,
        speaksForItself: speaker?.hasAnswered === true && speaker.step.is === 'in-step',
      };
    },
  };
  const verdict = admit(update, author, context);
  // Deleting is always possible, and so is saying again what is known.
  if (verdict.is === 'refused' || !verdict.changes || verdict.outline.structs === 0) return verdict;
  if (
    replica.sizeWithin(limits.documentBytes - update.length) >
    limits.documentBytes - update.length
  )
    return refused('document-full', `more than ${limits.documentBytes} bytes`);
  if (mayGrow && !mayGrow(document, update.length))
    return refused('quota-reached', `no room for ${update.length} bytes`);
  return verdict;
}

function refused(reason: RefusalReason, found: string): RefusedUpdate {
  return { is: 'refused', reason, found };
}
