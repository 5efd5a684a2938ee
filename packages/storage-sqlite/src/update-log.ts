import {
  type AppendOutcome,
  type CreateOutcome,
  DamagedVersion,
  type DocumentAppend,
  type DocumentBirth,
  type DocumentName,
  type Incarnation,
  type LoadOutcome,
  type NewSnapshot,
  type NewVersion,
  type Seq,
  type SnapshotOutcome,
  type StoredVersion,
  type UpdateLog,
  type VersionEntry,
  type VersionMerge,
  type VersionOutcome,
  type WallTime,
} from '@reportback/sync';
import type { Database, Statement } from 'better-sqlite3';
import { DocumentSnapshots } from './document-snapshots.ts';
import { DocumentUpdates } from './document-updates.ts';
import { DocumentVersions } from './document-versions.ts';
import { isDamage, isOutcomeUnknown, StorageFailure, StorageProblem } from './storage-problem.ts';
import type { Writer } from './writer.ts';

interface DocumentRow {
  id: number;
  incarnation: Incarnation;
  schema_version: number;
  locked: number;
  head_seq: Seq;
  snapshot_seq: Seq;
}

export interface UpdateLogParts {
  readonly database: Database;
  readonly writer: Writer;
  /** Resolves once everything committed before the call is on the disk. */
  readonly durable: () => Promise<void>;
  /**
   * The id of the session that a document belongs to and is deleted with, from the document's name;
   * null for a document that belongs to none.
   */
  readonly sessionOf: (document: DocumentName) => string | null;
}

const deleted = { is: 'refused', reason: 'deleted' } as const;
const full = { is: 'refused', reason: 'storage-full' } as const;

/** The update log in SQLite. Closing it is closing the storage it belongs to. */
export class SqliteUpdateLog implements UpdateLog {
  readonly #parts: UpdateLogParts;
  readonly #updates: DocumentUpdates;
  readonly #snapshots: DocumentSnapshots;
  readonly #versions: DocumentVersions;
  readonly #find: Statement<[DocumentName], DocumentRow>;
  readonly #hasSession: Statement<[string]>;
  readonly #make: Statement<[DocumentName, string | null, Incarnation, number]>;
  readonly #advance: Statement<[number, DocumentName, Incarnation], { id: number; head_seq: Seq }>;
  readonly #setSnapshot: Statement<[Seq, number]>;
  readonly #lock: Statement<[number, DocumentName]>;
  readonly #remove: Statement<[DocumentName]>;

  constructor(parts: UpdateLogParts) {
    const { database } = parts;
    this.#parts = parts;
    this.#updates = new DocumentUpdates(database);
    this.#snapshots = new DocumentSnapshots(database);
    this.#versions = new DocumentVersions(database);
    this.#find = database.prepare('SELECT * FROM document WHERE name = ?');
    this.#hasSession = database.prepare('SELECT 1 FROM session WHERE id = ?');
    this.#make = database.prepare(
      `INSERT INTO document (name, session, incarnation, schema_version, head_seq)
       VALUES (?, ?, ?, ?, 1)`,
    );
    this.#advance = database.prepare(
      `UPDATE document SET head_seq = head_seq + ?
       WHERE name = ? AND incarnation = ? AND locked = 0 RETURNING id, head_seq`,
    );
    this.#setSnapshot = database.prepare('UPDATE document SET snapshot_seq = ? WHERE id = ?');
    this.#lock = database.prepare('UPDATE document SET locked = ? WHERE name = ?');
    this.#remove = database.prepare('DELETE FROM document WHERE name = ?');
  }

  async create(document: DocumentName, birth: DocumentBirth): Promise<CreateOutcome> {
    return this.#writeOr(full, (): CreateOutcome => {
      const existing = this.#find.get(document);
      if (existing) return { is: 'exists', incarnation: existing.incarnation };
      const session = this.#parts.sessionOf(document);
      if (session !== null && !this.#hasSession.get(session)) return deleted;
      const { incarnation, schemaVersion, first, at } = birth;
      const { lastInsertRowid } = this.#make.run(document, session, incarnation, schemaVersion);
      this.#updates.add(Number(lastInsertRowid), 1, [first], at);
      return { is: 'created' };
    });
  }

  async load(document: DocumentName): Promise<LoadOutcome> {
    const { database } = this.#parts;
    try {
      return database.transaction(() => this.#read(document))();
    } catch (error) {
      if (isDamage(error)) return { is: 'damaged', found: String(error) };
      throw isOutcomeUnknown(error) ? new StorageFailure('reading', error) : error;
    }
  }

  #read(document: DocumentName): LoadOutcome {
    const found = this.#find.get(document);
    if (!found) return { is: 'absent' };
    const [snapshot] = this.#snapshots.sound(found.id);
    const rows = this.#updates.read(found.id, snapshot?.through ?? 0, found.head_seq);
    if (typeof rows === 'string') {
      const lost = (snapshot?.through ?? 0) < found.snapshot_seq;
      const alsoFound = lost ? `, and snapshot ${found.snapshot_seq} does not read back` : '';
      return { is: 'damaged', found: `${rows}${alsoFound}` };
    }
    return {
      is: 'loaded',
      incarnation: found.incarnation,
      schemaVersion: found.schema_version,
      locked: found.locked === 1,
      headSeq: found.head_seq,
      snapshot,
      rows,
      clients: this.#updates.clients(found.id),
    };
  }

  async append(batch: readonly DocumentAppend[], at: WallTime): Promise<readonly AppendOutcome[]> {
    return this.#writeOr(
      batch.map(() => full),
      () => batch.map((one) => this.#appendTo(one, at)),
    );
  }

  #appendTo({ document, incarnation, rows }: DocumentAppend, at: WallTime): AppendOutcome {
    const advanced = this.#advance.get(rows.length, document, incarnation);
    if (!advanced) {
      const found = this.#find.get(document);
      return found?.incarnation === incarnation ? { is: 'refused', reason: 'locked' } : deleted;
    }
    const firstSeq = advanced.head_seq - rows.length + 1;
    this.#updates.add(advanced.id, firstSeq, rows, at);
    return { is: 'logged', firstSeq, lastSeq: advanced.head_seq };
  }

  durable(): Promise<void> {
    return this.#parts.durable();
  }

  async writeSnapshot(document: DocumentName, snapshot: NewSnapshot): Promise<SnapshotOutcome> {
    return this.#writeOr(full, (): SnapshotOutcome => {
      const id = this.#living(document, snapshot.incarnation);
      if (id === undefined) return deleted;
      const { newest, bothHold } = this.#snapshots.add(id, snapshot);
      this.#setSnapshot.run(newest, id);
      return { is: 'written', rowsRemoved: this.#updates.removeThrough(id, bothHold) };
    });
  }

  async quarantine(
    document: DocumentName,
    incarnation: Incarnation,
    seq: Seq,
    reason: string,
  ): Promise<void> {
    await this.#parts.writer.write(() => {
      const id = this.#living(document, incarnation);
      if (id !== undefined) this.#updates.quarantine(id, seq, reason);
    });
  }

  async setLocked(document: DocumentName, locked: boolean): Promise<boolean> {
    const { writer } = this.#parts;
    return writer.write(() => this.#lock.run(Number(locked), document).changes === 1);
  }

  async remove(document: DocumentName): Promise<boolean> {
    return this.#parts.writer.write(() => this.#remove.run(document).changes === 1);
  }

  async writeVersion(document: DocumentName, version: NewVersion): Promise<VersionOutcome> {
    return this.#writeOr(full, (): VersionOutcome => {
      const id = this.#living(document, version.incarnation);
      return id === undefined ? deleted : { is: 'written', id: this.#versions.add(id, version) };
    });
  }

  async mergeVersions(
    document: DocumentName,
    incarnation: Incarnation,
    merges: readonly VersionMerge[],
  ): Promise<void> {
    return this.#writeOr(undefined, () => {
      const id = this.#living(document, incarnation);
      if (id === undefined) return;
      for (const merge of merges) this.#versions.merge(id, merge);
    });
  }

  async listVersions(document: DocumentName): Promise<readonly VersionEntry[]> {
    const found = this.#find.get(document);
    return found ? this.#versions.list(found.id) : [];
  }

  async readVersion(document: DocumentName, id: number): Promise<StoredVersion | undefined> {
    try {
      const found = this.#find.get(document);
      return found && this.#versions.read(found.id, id);
    } catch (error) {
      throw isDamage(error) ? new DamagedVersion(id, String(error), { cause: error }) : error;
    }
  }

  /** Lets the writes under way end; files and connections are the storage's, which closes them. */
  async close(): Promise<void> {
    await this.#parts.writer.idle();
  }

  /** The number of a document that lives under this name in this incarnation. */
  #living(document: DocumentName, incarnation: Incarnation): number | undefined {
    const found = this.#find.get(document);
    return found?.incarnation === incarnation ? found.id : undefined;
  }

  /** Runs `work` in one transaction; the answer is `whenFull` where there was no space for it. */
  async #writeOr<Outcome>(whenFull: Outcome, work: () => Outcome): Promise<Outcome> {
    try {
      return await this.#parts.writer.write(work);
    } catch (error) {
      if (error instanceof StorageProblem && error.kind === 'full') return whenFull;
      throw error;
    }
  }
}
