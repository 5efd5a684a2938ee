import type { CloseReasonName } from '../close-reason.ts';
import type { RefusalReason } from '../refusal.ts';
import type { DocumentName } from './update-log.ts';

/** Things that are counted. */
export type Counted =
  | 'frames-received'
  | 'frames-logged'
  | 'frames-without-change'
  | 'frames-parked'
  | 'frames-acknowledged'
  | 'broadcasts'
  | 'socket-pauses'
  | 'readers-lagging'
  | 'rooms-opened'
  | 'rooms-closed'
  | 'rooms-rebuilt'
  | 'snapshots-written'
  | 'versions-written';

/** Durations in milliseconds. */
export type Timed = 'load' | 'turn' | 'append' | 'durable' | 'compaction';

/** Where rooms report what happens, for metrics and for the one who runs the server. */
export interface Observer {
  counted(what: Counted, amount: number): void;
  timed(what: Timed, milliseconds: number): void;
  /** A frame was refused; `found` says what was wrong and holds no content. */
  refused(document: DocumentName, reason: RefusalReason, found: string): void;
  closed(document: DocumentName, reason: CloseReasonName): void;
  /** Something that should not happen; the document it happened to harms no other. */
  failed(document: DocumentName, error: unknown): void;
}

export const silentObserver: Observer = {
  counted: () => {},
  timed: () => {},
  refused: () => {},
  closed: () => {},
  failed: () => {},
};
