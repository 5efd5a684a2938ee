import type { Author } from './ports/update-log.ts';

/** Why there is no document to read or edit. */
export type Unavailable = 'absent' | 'damaged' | 'failed';

export type EditOutcome =
  /** The change is logged and durable. */
  | { readonly is: 'edited' }
  | { readonly is: 'unchanged' }
  | { readonly is: 'refused'; readonly reason: 'locked' | 'storage-full' | Unavailable };

/** What is known of a document besides its content. */
export interface DocumentFacts {
  readonly incarnation: string;
  readonly schemaVersion: number;
  readonly isLocked: boolean;
  /** Whose Yjs client ids are whose. */
  readonly owners: ReadonlyMap<number, Author>;
}

export type ReadOutcome<T> =
  | { readonly is: 'read'; readonly value: T }
  | { readonly is: 'unavailable'; readonly reason: Unavailable };

export type KeepOutcome =
  | { readonly is: 'kept'; readonly version: number }
  | { readonly is: 'refused'; readonly reason: 'storage-full' | Unavailable };

export type RestoreOutcome = EditOutcome | { readonly is: 'no-such-version' };

export interface Statistics {
  readonly connections: number;
  readonly documents: number;
  /** Milliseconds for which the oldest logged rows have been waiting for the disk. */
  readonly unsavedFor: number;
}
