import type { ImageId, ImageMediaType, ImagePlace } from '@reportback/domain';
import * as idb from 'lib0/indexeddb';
import { givesStorage } from './local-store.ts';

/** An image that was added on this device. */
export interface ShelvedImage {
  readonly id: ImageId;
  readonly place: ImagePlace;
  /** The name of the document that shows it, incarnation included. */
  readonly document: string;
  readonly mediaType: ImageMediaType;
  /** When it was added, in milliseconds since 1970. */
  readonly at: number;
}

/** What a device holds of an image beside its bytes. */
interface Kept {
  readonly image: ShelvedImage;
  readonly isStored: boolean;
}

/** Images on this device, across visits. */
export interface ImageKeep {
  /** What earlier visits left, the oldest first. */
  readonly left: readonly Kept[];
  /** @returns whether it is kept: false where the browser gives no storage, or no more of it */
  add(image: ShelvedImage, bytes: Blob): Promise<boolean>;
  read(image: ShelvedImage): Promise<Blob | null>;
  /** The server has it; it stays for a while, so that it can be shown without a network. */
  markStored(image: ShelvedImage): Promise<void>;
  remove(ids: readonly ImageId[]): Promise<void>;
}

const database = 'reportback-images';
const stores = { facts: 'facts', bytes: 'bytes' } as const;

/** So many images stay on the device after the server has them; of older ones the server is asked. */
const staying = 60;

/** A keep for browsers without IndexedDB: images are there until the page closes. */
const noKeep: ImageKeep = {
  left: [],
  add: () => Promise.resolve(false),
  read: () => Promise.resolve(null),
  markStored: () => Promise.resolve(),
  remove: () => Promise.resolve(),
};

export async function openImageKeep(): Promise<ImageKeep> {
  if (!(await givesStorage())) return noKeep;
  const opened = await idb.openDB(database, (fresh) =>
    idb.createStores(fresh, [[stores.facts], [stores.bytes]]),
  );
  const write = (change: (facts: IDBObjectStore, bytes: IDBObjectStore) => void) =>
    written(opened, change);
  const kept = await readFacts(opened);
  const old = kept.filter(({ isStored }) => isStored).slice(0, -staying);
  const remove = async (ids: readonly ImageId[]) => {
    await write((facts, bytes) => {
      for (const id of ids) {
        facts.delete(id);
        bytes.delete(id);
      }
    });
  };
  await remove(old.map(({ image }) => image.id));
  return {
    left: kept.filter((each) => !old.includes(each)),
    add: async (image, blob) => {
      const data = await blob.arrayBuffer();
      return write((facts, bytes) => {
        facts.put({ image, isStored: false } satisfies Kept, image.id);
        bytes.put(data, image.id);
      });
    },
    read: async ({ id, mediaType }) => {
      const [bytes] = idb.transact(opened, [stores.bytes], 'readonly');
      const data: unknown = bytes && (await idb.get(bytes, id));
      return data instanceof ArrayBuffer ? new Blob([data], { type: mediaType }) : null;
    },
    markStored: async (image) => {
      await write((facts) => facts.put({ image, isStored: true } satisfies Kept, image.id));
    },
    remove,
  };
}

/** @returns whether the change is in this device's storage */
function written(
  opened: IDBDatabase,
  change: (facts: IDBObjectStore, bytes: IDBObjectStore) => void,
): Promise<boolean> {
  return new Promise((done) => {
    try {
      const [facts, bytes] = idb.transact(opened, [stores.facts, stores.bytes]);
      if (!facts || !bytes) return done(false);
      facts.transaction.addEventListener('complete', () => done(true));
      facts.transaction.addEventListener('abort', () => done(false));
      change(facts, bytes);
    } catch (error) {
      // The browser closed the database under us: it was cleared by hand, or storage was withdrawn.
      if (!(error instanceof DOMException)) throw error;
      done(false);
    }
  });
}

async function readFacts(opened: IDBDatabase): Promise<readonly Kept[]> {
  const [facts] = idb.transact(opened, [stores.facts], 'readonly');
  if (!facts) return [];
  const all: unknown[] = (await idb.getAllKeysValues(facts)).map(({ v }: { v: unknown }) => v);
  return all.filter(isKept).toSorted((a, b) => a.image.at - b.image.at);
}

/** What this app wrote; another version of it may have written otherwise. */
function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  if (!('isStored' in value) || !('image' in value)) return false;
  const { image } = value;
  return typeof image === 'object' && image !== null && 'id' in image && 'place' in image;
}
