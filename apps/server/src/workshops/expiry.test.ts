import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { WorkshopId } from '@reportback/domain';
import { openCommandStorage, type Storage } from '@reportback/storage-sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { agenda } from '../testing/test-server.ts';
import { createWorkshop } from './create-workshop.ts';
import { ExpiryKeeper } from './expiry.ts';
import { sessionOf } from './group-documents.ts';

const day = 24 * 60 * 60 * 1000;
const secret = 'Grant-of-the-vanishing-lake';

let folder: string;
let storage: Storage;
/** It stands still but for a test's word; the keeper's next look is `look`. */
let now: number;
let look: () => void;
let gone: WorkshopId[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'reportback-expiry-'));
  storage = openCommandStorage(folder, { sessionOf });
  now = Date.UTC(2025, 5, 1, 11);
  gone = [];
});
afterEach(async () => {
  await storage.close();
  rmSync(folder, { recursive: true });
});

const clock = {
  wallTime: () => now,
  monotonic: () => now,
  after: (_milliseconds: number, run: () => void) => {
    look = run;
    return { cancel: () => {} };
  },
  endOfTurn: setImmediate,
};

/** The agenda's last day is 2025-09-15. */
function made(): Promise<WorkshopId> {
  const random = (bytes: Uint8Array<ArrayBuffer>) => globalThis.crypto.getRandomValues(bytes);
  return createWorkshop(
    { store: storage.workshops, plenaries: storage.plenaries, clock, random },
    { agenda, tables: 1, timeZone: 'America/Chicago', funding: secret },
  );
}

function keeper(keepDays: number | null): ExpiryKeeper {
  const { workshops: store, custody } = storage;
  return new ExpiryKeeper({
    store,
    custody,
    clock,
    keepDays,
    remove: (id) => store.deleteWorkshop(id),
    expired: (id) => gone.push(id),
    failed: (error) => {
      throw error;
    },
  });
}

const expiry = async (id: WorkshopId) => (await storage.custody.expiry(id))?.on;

it('a workshop is kept until somebody deletes it, where nothing else was set', async () => {
  const id = await made();
  now += 9_000 * day;
  await keeper(null).start();
  expect(await expiry(id)).toBeUndefined();
  expect(gone).toEqual([]);
});

it('it goes on its day, so many days after its last one, and no word of it stays in any file', async () => {
  const id = await made();
  const kept = keeper(30);
  await kept.start();
  expect(await expiry(id)).toBe('2025-10-14');
  now = Date.parse('2025-10-14T00:00-05:00') - 1;
  look();
  await kept.close();
  expect(gone).toEqual([]);
  now += 1;
  await kept.start();
  expect(gone).toEqual([id]);
  expect(await storage.workshops.workshop(id)).toBeNull();
  expect(await storage.custody.expiries()).toEqual([]);
  await storage.close();
  for (const file of readdirSync(folder))
    expect(readFileSync(path.join(folder, file)).includes(secret)).toBe(false);
  storage = openCommandStorage(folder, { sessionOf });
});

it('a setting that is new gives workshops whose day is long past their notice first', async () => {
  const id = await made();
  now = Date.parse('2027-01-01T12:00Z');
  const kept = keeper(1);
  await kept.start();
  expect(await expiry(id)).toBe('2027-01-15');
  expect(gone).toEqual([]);
  now += 14 * day;
  await kept.start();
  expect(gone).toEqual([id]);
});

it('what organizers said stands: another day, or none', async () => {
  const [moved, stays] = [await made(), await made()];
  await storage.custody.setExpiry({ workshop: moved, on: '2025-06-20' });
  await storage.custody.setExpiry({ workshop: stays, on: null });
  now += 9_000 * day;
  await keeper(30).start();
  expect(gone).toEqual([moved]);
  expect(await expiry(stays)).toBeNull();
});

it('one that cannot be let go keeps no other from it', async () => {
  const [stuck, goes] = [await made(), await made()].toSorted();
  const problems: unknown[] = [];
  const { workshops: store, custody } = storage;
  const kept = new ExpiryKeeper({
    store,
    custody,
    clock,
    keepDays: 30,
    remove: async (id) => {
      if (id === stuck) throw new Error('not this one');
      await store.deleteWorkshop(id);
    },
    expired: (id) => gone.push(id),
    failed: (error) => problems.push(error),
  });
  await kept.start();
  now += 9_000 * day;
  await kept.start();
  expect([gone, problems.map(String)]).toEqual([[goes], ['Error: not this one']]);
});
