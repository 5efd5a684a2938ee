import type { DocumentAccess } from './access.ts';
import type { Block, Inline } from './content.ts';
import type { CommandId, GroupId, PointId } from './ids.ts';
import type { Phase } from './phase.ts';

/** Why a version of a table's document was kept. */
export type VersionReason =
  | { readonly is: 'phase'; readonly from: Phase; readonly to: Phase }
  /** So much time had passed, and something had been written since the version before. */
  | { readonly is: 'interval' }
  | { readonly is: 'before-removal' }
  | { readonly is: 'before-restore' };

/** One version in the list of them. */
export interface VersionEntry {
  /** From 1 within its document, in the order in which they were kept. */
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly why: VersionReason;
  /** Names of who wrote since the version before; null where the workshop names nobody. */
  readonly by: readonly string[] | null;
}

/** `GET …/groups/:group/versions`: the newest first. */
export interface VersionsView {
  readonly versions: readonly VersionEntry[];
  readonly access: HistoryAccess;
}

/** What a table's document says, for reading. */
export interface WrittenTable {
  readonly note: readonly Block[];
  readonly headline: readonly Inline[];
  readonly points: readonly { readonly id: PointId; readonly text: readonly Inline[] }[];
  readonly ask: readonly Inline[];
  readonly dissent: readonly Inline[];
  /** A name; null while there is none, and where the workshop names nobody. */
  readonly reporter: string | null;
}

/** `GET …/groups/:group/versions/:version`: a version, and what the table says now. */
export interface VersionView {
  readonly version: VersionEntry;
  readonly said: WrittenTable;
  readonly now: WrittenTable;
  readonly access: HistoryAccess;
}

/** `POST …/groups/:group/versions/:version/restore`; the same id a second time does nothing more. */
export interface RestoreRequest {
  readonly id: CommandId;
}
export interface RestoreView {
  /** False when the table said just that already. */
  readonly changed: boolean;
}

/** A version that was brought back, as the people at the table are told. */
export interface Restoration {
  readonly id: CommandId;
  readonly group: GroupId;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** A name, a role, or null where the workshop names nobody. */
  readonly by: string | null;
  /** When the version was kept. */
  readonly version: number;
}

/** What a person may do with the history of one table. */
export type HistoryAccess =
  | { readonly is: 'restore' }
  | { readonly is: 'read'; readonly because: 'frozen' | 'left-out' | 'no-seat' }
  | { readonly is: 'none' };

/**
 * The history is for those who write at the table: its own people, organizers and facilitators. Who only
 * reads what a table says now, does not read what it took back.
 */
export function historyAccess(access: DocumentAccess): HistoryAccess {
  if (access.is === 'write') return { is: 'restore' };
  if (access.is === 'none') return { is: 'none' };
  const { because } = access;
  return because === 'frozen' || because === 'left-out' || because === 'no-seat'
    ? { is: 'read', because }
    : { is: 'none' };
}
