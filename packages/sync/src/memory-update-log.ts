import type {
  AppendOutcome,
  Author,
  CreateOutcome,
  DocumentAppend,
  DocumentBirth,
  DocumentName,
  Incarnation,
  LoadOutcome,
  LoggedRow,
  NewSnapshot,
  NewVersion,
  Seq,
  SnapshotOutcome,
  StoredSnapshot,
  StoredVersion,
  UpdateLog,
  VersionEntry,
  VersionMerge,
  VersionOutcome,
  WallTime,
} from './ports/update-log.ts';

interface MemoryDocument {
  readonly incarnation: Incarnation;
  readonly schemaVersion: number;
  locked: boolean;
  headSeq: Seq;
  /** Oldest first; at most two. */
  snapshots: StoredSnapshot[];
  rows: LoggedRow[];
  readonly clients: Map<number, Author>;
  readonly quarantined: Set<Seq>;
  versions: { readonly entry: VersionEntry; readonly state: Uint8Array }[];
}

type Documents = Map<DocumentName, MemoryDocument>;
type Change = (documents: Documents) => void;

/**
 * An UpdateLog that forgets everything with its process: for tests and experiments. Every change
 * is kept in order, so that it can be reopened as a killed process or a power cut would leave it.
 */
export class MemoryUpdateLog implements UpdateLog {
  readonly #documents: Documents = new Map();
  readonly #journal: Change[] = [];
  #durableChanges = 0;
  #full = false;

  /** The log as it is found after its process was killed: all that was logged. */
  killed(): MemoryUpdateLog {
    return MemoryUpdateLog.#replay(this.#journal);
  }

  /** The log as it is found after a power cut: only what was durable. */
  powerCut(): MemoryUpdateLog {
    return MemoryUpdateLog.#replay(this.#journal.slice(0, this.#durableChanges));
  }

  /** While full, everything that needs space is refused as `storage-full`. */
  setFull(full: boolean): void {
    this.#full = full;
  }

  static #replay(journal: readonly Change[]): MemoryUpdateLog {
    const log = new MemoryUpdateLog();
    for (const change of journal) log.#make(change);
    log.#durableChanges = journal.length;
    return log;
  }

  #make(change: Change): void {
    change(this.#documents);
    this.#journal.push(change);
  }

  #find(document: DocumentName, incarnation: Incarnation): MemoryDocument | undefined {
    const found = this.#documents.get(document);
    return found?.incarnation === incarnation ? found : undefined;
  }

  async create(document: DocumentName, birth: DocumentBirth): Promise<CreateOutcome> {
    const existing = this.#documents.get(document);
    if (existing) return { is: 'exists', incarnation: existing.incarnation };
    if (this.#full) return { is: 'refused', reason: 'storage-full' };
    this.#make((documents) => {
      const { update, author, claims } = birth.first;
      documents.set(document, {
        incarnation: birth.incarnation,
        schemaVersion: birth.schemaVersion,
        locked: false,
        headSeq: 1,
        snapshots: [],
        rows: [{ seq: 1, update, author, at: birth.at }],
        clients: new Map(claims.map((client) => [client, author])),
        quarantined: new Set(),
        versions: [],
      });
    });
    return { is: 'created' };
  }

  async load(document: DocumentName): Promise<LoadOutcome> {
    const found = this.#documents.get(document);
    if (!found) return { is: 'absent' };
    const snapshot = found.snapshots.at(-1);
    const after = snapshot?.through ?? 0;
    return {
      is: 'loaded',
      incarnation: found.incarnation,
      schemaVersion: found.schemaVersion,
      locked: found.locked,
      headSeq: found.headSeq,
      snapshot,
      rows: found.rows.filter(({ seq }) => seq > after && !found.quarantined.has(seq)),
      clients: new Map(found.clients),
    };
  }

  async append(batch: readonly DocumentAppend[], at: WallTime): Promise<readonly AppendOutcome[]> {
    return batch.map(({ document, incarnation, rows }): AppendOutcome => {
      const found = this.#find(document, incarnation);
      if (!found) return { is: 'refused', reason: 'deleted' };
      if (found.locked) return { is: 'refused', reason: 'locked' };
      if (this.#full) return { is: 'refused', reason: 'storage-full' };
      const firstSeq = found.headSeq + 1;
      this.#make((documents) => {
        const target = documents.get(document);
        if (!target) throw new Error(`no document ${document} to append to`);
        for (const { update, author, claims } of rows) {
          target.headSeq += 1;
          target.rows.push({ seq: target.headSeq, update, author, at });
          for (const client of claims) target.clients.set(client, author);
        }
      });
      return { is: 'logged', firstSeq, lastSeq: found.headSeq };
    });
  }

  async durable(): Promise<void> {
    const covered = this.#journal.length;
    await Promise.resolve();
    this.#durableChanges = Math.max(this.#durableChanges, covered);
  }

  async writeSnapshot(document: DocumentName, snapshot: NewSnapshot): Promise<SnapshotOutcome> {
    const found = this.#find(document, snapshot.incarnation);
    if (!found) return { is: 'refused', reason: 'deleted' };
    if (this.#full) return { is: 'refused', reason: 'storage-full' };
    const before = found.rows.length;
    const { through, state, contentHash } = snapshot;
    this.#make((documents) => {
      const target = documents.get(document);
      if (!target) throw new Error(`no document ${document} to compact`);
      const older = target.snapshots.at(-1);
      target.snapshots = [...(older ? [older] : []), { through, state, contentHash }];
      const removedThrough = older?.through ?? 0;
      target.rows = target.rows.filter(({ seq }) => seq > removedThrough);
    });
    return { is: 'written', rowsRemoved: before - found.rows.length };
  }

  async quarantine(document: DocumentName, incarnation: Incarnation, seq: Seq): Promise<void> {
    if (!this.#find(document, incarnation)) return;
    this.#make((documents) => documents.get(document)?.quarantined.add(seq));
  }

  async setLocked(document: DocumentName, locked: boolean): Promise<boolean> {
    if (!this.#documents.has(document)) return false;
    this.#make((documents) => {
      const target = documents.get(document);
      if (target) target.locked = locked;
    });
    return true;
  }

  async remove(document: DocumentName): Promise<boolean> {
    if (!this.#documents.has(document)) return false;
    this.#make((documents) => documents.delete(document));
    return true;
  }

  async writeVersion(document: DocumentName, version: NewVersion): Promise<VersionOutcome> {
    const found = this.#find(document, version.incarnation);
    if (!found) return { is: 'refused', reason: 'deleted' };
    if (this.#full) return { is: 'refused', reason: 'storage-full' };
    const { at, cause, authors, through, contentHash, state } = version;
    const id = (found.versions.at(-1)?.entry.id ?? 0) + 1;
    const entry = { id, at, cause, authors, through, contentHash };
    this.#make((documents) => documents.get(document)?.versions.push({ entry, state }));
    return { is: 'written', id };
  }

  async mergeVersions(
    document: DocumentName,
    incarnation: Incarnation,
    merges: readonly VersionMerge[],
  ): Promise<void> {
    if (!this.#find(document, incarnation) || this.#full) return;
    this.#make((documents) => {
      const target = documents.get(document);
      if (!target) return;
      const removed = new Set(merges.flatMap((merge) => merge.removed));
      const authors = new Map(merges.map((merge) => [merge.into, merge.authors]));
      target.versions = target.versions
        .filter(({ entry }) => !removed.has(entry.id))
        .map(({ entry, state }) => ({
          entry: { ...entry, authors: authors.get(entry.id) ?? entry.authors },
          state,
        }));
    });
  }

  async listVersions(document: DocumentName): Promise<readonly VersionEntry[]> {
    const versions = this.#documents.get(document)?.versions ?? [];
    return versions.map(({ entry }) => entry).reverse();
  }

  async readVersion(document: DocumentName, id: number): Promise<StoredVersion | undefined> {
    const found = this.#documents.get(document)?.versions.find(({ entry }) => entry.id === id);
    return found && { ...found.entry, state: found.state };
  }

  async close(): Promise<void> {}
}
