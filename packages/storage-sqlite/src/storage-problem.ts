import Database from 'better-sqlite3';

/** What kept the storage from being used; each is a state that a person can put right. */
export type StorageProblemKind =
  /** The data folder cannot be made, read or written. */
  | 'folder'
  /** Another server uses the data folder. */
  | 'in-use'
  | 'not-a-database'
  | 'damaged'
  /** Written by a newer Reportback. */
  | 'newer'
  /** Written by an older Reportback, and opened by a command, which does not upgrade it. */
  | 'older'
  /** The SQLite library is too old to be trusted with a write-ahead log. */
  | 'old-sqlite'
  | 'key'
  | 'full'
  | 'backup';

/** Something that may happen and that a person can put right. Its message is a sentence to show. */
export class StorageProblem extends Error {
  readonly kind: StorageProblemKind;

  constructor(kind: StorageProblemKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StorageProblem';
    this.kind = kind;
  }
}

/**
 * A write or a sync whose outcome is unknown. Nothing may be acknowledged any more: the process has
 * to end, so that the next one reads what is really there and clients send again.
 */
export class StorageFailure extends Error {
  constructor(during: string, cause: unknown) {
    const found = cause instanceof Error ? cause.message : String(cause);
    super(`The storage failed while ${during}: ${found}.`, { cause });
    this.name = 'StorageFailure';
  }
}

/** SQLite's extended result code of an error it threw, such as `SQLITE_FULL`; else null. */
export function sqliteCode(error: unknown): string | null {
  return error instanceof Database.SqliteError ? error.code : null;
}

/** The operating system's code of an error, such as `EACCES`; else null. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
}

/**
 * Whether there was no space for a write that is now undone. `SQLITE_IOERR_SHMSIZE` is what SQLite
 * says when the shared index of the write-ahead log cannot grow.
 */
export function isFull(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE';
}

/** Whether bytes on the disk are not what SQLite wrote there. */
export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error) ?? '';
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}

/** Whether SQLite could not do what it was asked for, for a reason other than the request or the space. */
export function isOutcomeUnknown(error: unknown): boolean {
  const code = sqliteCode(error);
  return code !== null && !isFull(error) && !code.startsWith('SQLITE_CONSTRAINT');
}
