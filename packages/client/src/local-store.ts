import { parseRefusalReason } from '@reportback/sync/wire';
import * as idb from 'lib0/indexeddb';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { type Readable, Settable } from './readable.ts';
import type { Keeping, Unsaved } from './save-status.ts';

/**
 * A document's text on this device, and beside it what of it no server had acknowledged. Survives reload
 * and closing; named after the document with its incarnation, so a document that is made anew does not
 * meet the text of the former one.
 */
export interface LocalStore {
  /** What earlier visits of this browser left without an acknowledgement, taken together; null when nothing. */
  readonly left: Unsaved | null;
  /** Never `kept` early; `not-kept` for good once storing failed (storage full or withdrawn). */
  readonly keeping: Readable<Keeping>;
  /**
   * Notes what is unsaved, or null when nothing is. Must be called before the change itself is stored,
   * hence from an update listener that was added before {@link openLocalStore}: the note is then on this
   * device whenever the change is.
   */
  note(unsaved: Unsaved | null): void;
  /** Forgets the document on this device, and keeps nothing more of it. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** A store that keeps nothing, for browsers without IndexedDB and for documents that are only read. */
export const noLocalStore: LocalStore = {
  left: null,
  keeping: new Settable<Keeping>('not-kept'),
  note: () => undefined,
  clear: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

/** Stores of y-indexeddb: one for updates, one for what belongs to them. */
const stores = { updates: 'updates', custom: 'custom' } as const;

/** A visit's note in the `custom` store. Each visit has its own, because two tabs may have one document open. */
const notePrefix = 'unsaved:';

/**
 * Loads what this device holds of a document into `doc`, and keeps each later change.
 * @param name of the document, incarnation included
 * @param visit unique among the tabs of this browser
 */
export async function openLocalStore(name: string, doc: Y.Doc, visit: string): Promise<LocalStore> {
  if (!(await givesStorage())) return noLocalStore;
  const persistence = new IndexeddbPersistence(name, doc);
  await persistence.whenSynced;
  const database = persistence.db;
  if (!database) return noLocalStore;
  const earlier = await readNotes(database);
  const keeping = new Settable<Keeping>('kept');
  const isKept = () => keeping.get() !== 'not-kept';
  let changes = 0;
  let adopted = false;

  const failed = () => {
    if (!isKept()) return;
    keeping.set('not-kept');
    // What comes after what could not be stored would build on nothing.
    void persistence.destroy();
  };
  const attempt = (work: () => void) => {
    if (!isKept()) return;
    try {
      work();
    } catch (error) {
      // The browser closed the database under us: it was cleared by hand, or storage was withdrawn.
      if (error instanceof DOMException) failed();
      else throw error;
    }
  };
  // A full storage aborts the transaction, of the text or of a note; and another tab that forgets the document,
  // or the browser, closes the database under us.
  for (const end of ['abort', 'close', 'versionchange']) database.addEventListener(end, failed);
  const write = (change: (custom: IDBObjectStore) => void) =>
    attempt(() => {
      // Both stores, though one is written: the change's own transaction then waits for this one.
      const [custom] = idb.transact(database, [stores.custom, stores.updates]);
      if (!custom) throw new Error(`the database ${name} has no store ${stores.custom}`);
      change(custom);
    });
  // As it is, what storing throws would come up in the midst of an edit.
  const storeUpdate = persistence._storeUpdate;
  doc.off('update', storeUpdate);
  persistence._storeUpdate = (update, origin) =>
    attempt(() => {
      storeUpdate(update, origin);
      changes++;
      if (keeping.get() === 'kept') awaitStored();
    });
  doc.on('update', persistence._storeUpdate);
  // One transaction at a time looks for what was stored: it begins only once all that write to this store before it have ended.
  const awaitStored = () => {
    const awaited = changes;
    keeping.set('underway');
    const [updates] = idb.transact(database, [stores.updates], 'readonly');
    updates?.getKey(0).addEventListener('success', () => {
      if (!isKept()) return;
      if (changes > awaited) attempt(awaitStored);
      else keeping.set('kept');
    });
  };

  return {
    left: together([...earlier.values()]),
    keeping,
    note: (unsaved) =>
      write((custom) => {
        if (unsaved === null) custom.delete(notePrefix + visit);
        else custom.put(unsaved, notePrefix + visit);
        if (adopted || unsaved !== null) return;
        // All is saved, and with it what was left: this visit loaded it.
        adopted = true;
        for (const [key, note] of earlier) deleteUnchanged(custom, key, note);
      }),
    clear: () => {
      // What is noted from now on would outlive what it is about.
      keeping.set('not-kept');
      return persistence.clearData();
    },
    close: () => persistence.destroy(),
  };
}

/**
 * A document as this device holds it, saved or not; null where storage is not to be had. The caller destroys it.
 * @param name of the document, incarnation included
 */
export async function storedDocument(name: string): Promise<Y.Doc | null> {
  if (!(await givesStorage())) return null;
  const doc = new Y.Doc();
  const persistence = new IndexeddbPersistence(name, doc);
  await persistence.whenSynced;
  await persistence.destroy();
  return doc;
}

/** Whether this browser gives storage at all: private windows of some refuse on opening, not before. */
export async function givesStorage(): Promise<boolean> {
  if (typeof indexedDB === 'undefined') return false;
  try {
    const database = await idb.openDB('reportback-probe', () => undefined);
    database.close();
    return true;
  } catch {
    return false;
  }
}

async function readNotes(database: IDBDatabase): Promise<Map<string, Unsaved>> {
  const [custom] = idb.transact(database, [stores.custom], 'readonly');
  const notes = new Map<string, Unsaved>();
  if (!custom) return notes;
  for (const { k: key, v: value } of await idb.getAllKeysValues(custom))
    if (typeof key === 'string' && key.startsWith(notePrefix) && isUnsaved(value))
      notes.set(key, value);
  return notes;
}

function isUnsaved(value: unknown): value is Unsaved {
  return (
    typeof value === 'object' &&
    value !== null &&
    'since' in value &&
    typeof value.since === 'number' &&
    'lines' in value &&
    Array.isArray(value.lines) &&
    'refusal' in value &&
    (value.refusal === null ||
      (typeof value.refusal === 'string' && parseRefusalReason(value.refusal) !== null))
  );
}

function together(notes: readonly Unsaved[]): Unsaved | null {
  if (notes.length === 0) return null;
  return {
    since: Math.min(...notes.map((note) => note.since)),
    lines: [...new Set(notes.flatMap((note) => note.lines))],
    refusal: notes.find((note) => note.refusal !== null)?.refusal ?? null,
  };
}

/** Another tab that lives may have written its note anew since; that one is its own to delete. */
function deleteUnchanged(custom: IDBObjectStore, key: string, note: Unsaved): void {
  const read = custom.get(key);
  read.addEventListener('success', () => {
    if (JSON.stringify(read.result) === JSON.stringify(note)) custom.delete(key);
  });
}
