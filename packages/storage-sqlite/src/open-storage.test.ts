import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type FileHandle, open as openFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { AppendOutcome, Clock } from '@reportback/sync';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openCommandStorage, openServerStorage, type Storage } from './open-storage.ts';
import { imageOf, removeFolder, temporaryFolder } from './testing/folders.ts';
import { systemClock } from './testing/system-clock.ts';

let folder: string;
let due: (() => void)[];
let now: number;
beforeEach(() => {
  folder = temporaryFolder();
  due = [];
  now = 0;
});
afterEach(() => removeFolder(folder));

/** A clock on which a quiet while is over when the test says so. */
const clock: Clock = {
  ...systemClock,
  monotonic: () => now,
  after(_, run) {
    due.push(run);
    return { cancel: () => void (due = due.filter((one) => one !== run)) };
  },
};
const passQuietWhile = (): void => {
  now += 3_000;
  for (const run of due.splice(0)) run();
};

const sessionOf = (): null => null;
const open = (): Promise<Storage> => openServerStorage(folder, { clock, sessionOf });
const logSize = (): number => statSync(join(folder, 'reportback.sqlite-wal')).size;

const life = { incarnation: 'life-1', schemaVersion: 1, at: 1 };
const row = (bytes = 100) => ({ update: Buffer.alloc(bytes, 'text '), author: 'ada', claims: [] });
async function append(storage: Storage, bytes?: number): Promise<AppendOutcome | undefined> {
  const batch = [{ document: 'note', incarnation: 'life-1', rows: [row(bytes)] }];
  return (await storage.updates.append(batch, 1))[0];
}
async function withNote(storage: Storage): Promise<Storage> {
  await storage.updates.create('note', { ...life, first: row() });
  return storage;
}

it('empties the log when nobody writes, in the file it is synced in', async () => {
  const storage = await withNote(await open());
  for (let n = 0; n < 100; n++) await append(storage);
  const file = statSync(join(folder, 'reportback.sqlite-wal')).ino;
  const before = logSize();
  passQuietWhile();
  await vi.waitUntil(() => logSize() < before / 20, { timeout: 20_000 });
  expect(statSync(join(folder, 'reportback.sqlite-wal')).ino).toBe(file);
  expect(await append(storage)).toMatchObject({ is: 'logged', lastSeq: 102 });
  await storage.updates.durable();

  const image = imageOf(folder);
  await storage.close();
  const killed = await openServerStorage(image, { clock, sessionOf });
  expect(await killed.updates.load('note')).toMatchObject({ headSeq: 102 });
  await killed.close();
  removeFolder(image);
});

// Elsewhere each commit waits for its own sync.
it.runIf(process.platform === 'linux')(
  'calls nothing durable before the log was synced after it was written',
  async () => {
    const storage = await withNote(await open());
    await storage.updates.durable();
    const handle = await openFile(join(folder, 'reportback.sqlite-wal'));
    const syncs = vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, 'datasync');
    const { promise: onDisk, resolve: reachDisk } = Promise.withResolvers<void>();
    syncs.mockReturnValueOnce(onDisk);
    await append(storage);
    const durable = vi.fn();
    const asked = storage.updates.durable().then(durable);
    await vi.waitUntil(() => syncs.mock.calls.length > 0, { timeout: 20_000 });
    await setImmediate();
    expect(durable).not.toHaveBeenCalled();
    reachDisk();
    await asked;
    expect(syncs).toHaveBeenCalledTimes(1);
    syncs.mockRestore();
    await handle.close();
    await storage.close();
  },
);

it('keeps the order and every row of what is written during a checkpoint', async () => {
  const storage = await withNote(await open());
  for (let n = 0; n < 500; n++) await append(storage);
  const before = logSize();
  passQuietWhile();
  const outcomes: Promise<AppendOutcome | undefined>[] = [];
  await vi.waitUntil(
    () => {
      for (let n = 0; n < 5; n++) outcomes.push(append(storage));
      return logSize() < before / 2;
    },
    { interval: 1, timeout: 20_000 },
  );
  const written = await Promise.all(outcomes);
  expect(written).toEqual(
    written.map((_, n) => ({ is: 'logged', firstSeq: n + 502, lastSeq: n + 502 })),
  );
  expect(await storage.updates.load('note')).toMatchObject({
    is: 'loaded',
    headSeq: written.length + 501,
  });
  await storage.close();
});

it('lets a long reader neither stop the writers nor be disturbed, and empties the log after it', async () => {
  const storage = await withNote(await open());
  const reader = new Database(join(folder, 'reportback.sqlite'), { readonly: true });
  const rows = reader.prepare('SELECT count(*) FROM document_update').pluck();
  reader.exec('BEGIN');
  expect(rows.get()).toBe(1);
  await append(storage);
  passQuietWhile();
  // The checkpointer has met the reader once it asks for another look.
  await vi.waitUntil(() => due.length > 0, { timeout: 20_000 });
  expect(await append(storage)).toMatchObject({ is: 'logged', lastSeq: 3 });
  expect(rows.get()).toBe(1);
  reader.close();
  const before = logSize();
  passQuietWhile();
  await vi.waitUntil(() => logSize() < before, { timeout: 20_000 });
  await storage.close();
});

it('leaves no log behind when it is closed', async () => {
  const storage = await withNote(await open());
  await storage.close();
  expect(readdirSync(folder).sort()).toEqual(['reportback.sqlite', 'server.key', 'server.lock']);
});

it('leaves no byte of a document that was removed', async () => {
  const storage = await open();
  const secret = Buffer.from('Nobody shall read this again. '.repeat(300));
  await storage.updates.create('note', { ...life, first: { ...row(), update: secret } });
  const holds = (): boolean =>
    readdirSync(folder).some((file) =>
      readFileSync(join(folder, file)).includes('Nobody shall read this again.'),
    );
  expect(holds()).toBe(true);
  await storage.updates.remove('note');
  passQuietWhile();
  await vi.waitUntil(() => !holds(), { timeout: 20_000 });
  await storage.close();
});

it('keeps the bytes of a quarantined row when snapshots replace the others', async () => {
  const storage = await withNote(await open());
  for (let n = 0; n < 3; n++) await append(storage);
  await storage.updates.quarantine('note', 'life-1', 2, 'cannot be applied');
  const point = { incarnation: 'life-1', at: 1, state: Buffer.from('state'), contentHash: '' };
  await storage.updates.writeSnapshot('note', { ...point, through: 3 });
  const second = await storage.updates.writeSnapshot('note', { ...point, through: 4 });
  expect(second).toEqual({ is: 'written', rowsRemoved: 2 });
  await storage.close();
  const database = new Database(join(folder, 'reportback.sqlite'), { readonly: true });
  const kept = database.prepare('SELECT data, quarantined FROM document_update ORDER BY place');
  expect(kept.all()).toEqual([
    { data: row().update, quarantined: 'cannot be applied' },
    { data: row().update, quarantined: null },
  ]);
  database.close();
});

it('refuses what a full disk cannot take, goes on reading, and writes again once there is space', async () => {
  const storage = await withNote(
    await openServerStorage(folder, { clock, sessionOf, maxPageCount: 96 }),
  );
  const other = await storage.updates.create('other', { ...life, first: row(50_000) });
  expect(other).toMatchObject({ is: 'created' });
  const full = { is: 'refused', reason: 'storage-full' };
  let logged = 1;
  for (;;) {
    const outcome = await append(storage, 5_000);
    if (outcome?.is === 'refused') break;
    logged += 1;
  }
  const point = {
    incarnation: 'life-1',
    at: 1,
    through: 1,
    state: Buffer.alloc(50_000),
    contentHash: '',
  };
  expect(await append(storage, 50_000)).toEqual(full);
  expect(await storage.updates.create('more', { ...life, first: row(50_000) })).toEqual(full);
  expect(await storage.updates.writeSnapshot('note', point)).toEqual(full);
  expect(await storage.updates.writeVersion('note', { ...point, cause: '', authors: [] })).toEqual(
    full,
  );
  await expect(storage.workshops.setFact('a', 'b'.repeat(50_000))).rejects.toMatchObject({
    kind: 'full',
    message: expect.stringContaining('Free some space'),
  });
  expect(await storage.updates.load('note')).toMatchObject({ is: 'loaded', headSeq: logged });
  await storage.updates.durable();

  await storage.updates.remove('other');
  expect(await append(storage, 5_000)).toMatchObject({ is: 'logged', lastSeq: logged + 1 });
  await storage.close();
});

it('acknowledges nothing once somebody replaced the log', async () => {
  const storage = await withNote(await open());
  await storage.updates.durable();
  const log = join(folder, 'reportback.sqlite-wal');
  renameSync(log, `${log}.away`);
  writeFileSync(log, '');
  await append(storage);
  await expect(storage.updates.durable()).rejects.toThrow('was removed or replaced');
  rmSync(log);
  renameSync(`${log}.away`, log);
  await expect(storage.updates.durable()).rejects.toThrow('was removed or replaced');
  await storage.close();
});

it('lets one server in at a time, and the next one after a start that failed', async () => {
  const storage = await open();
  await expect(open()).rejects.toMatchObject({ kind: 'in-use' });
  await storage.close();
  writeFileSync(join(folder, 'server.key'), 'short');
  await expect(open()).rejects.toMatchObject({ kind: 'key' });
  rmSync(join(folder, 'server.key'));
  await (await open()).close();
});

it('gives commands the same data and key, with or without a server', async () => {
  const command = openCommandStorage(folder, { sessionOf });
  await command.workshops.setFact('a', 'b');
  const server = await open();
  expect(server.serverKey).toEqual(command.serverKey);
  expect(await server.workshops.fact('a')).toBe('b');
  await withNote(server);
  expect(await command.updates.load('note')).toMatchObject({ is: 'loaded' });
  await command.updates.durable();
  await server.close();
  await command.close();
});
