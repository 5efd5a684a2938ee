import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describeUpdateLog, type UpdateLogUnderTest } from '@reportback/sync/testing';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { LogSync } from './log-sync.ts';
import { openDatabase } from './open-database.ts';
import { openServerStorage } from './open-storage.ts';
import { rowsOfDocument } from './schema.ts';
import { imageOf, removeFolder, temporaryFolder } from './testing/folders.ts';
import { systemClock } from './testing/system-clock.ts';
import { SqliteUpdateLog } from './update-log.ts';
import { WriteAheadLog } from './write-ahead-log.ts';
import { Writer } from './writer.ts';

const folders: string[] = [];
afterAll(() => folders.forEach(removeFolder));

function newFolder(make: () => string = temporaryFolder): string {
  const folder = make();
  folders.push(folder);
  return folder;
}

/** The log composed by hand, so that the test can cut the power and fill the disk. */
async function openParts(folder: string): Promise<UpdateLogUnderTest> {
  const database = openDatabase(folder, { as: 'server', synchronous: 'NORMAL' });
  const log = await WriteAheadLog.open(join(folder, 'reportback.sqlite'));
  // What is on the disk for sure: all that was written when the last finished sync began.
  let onDisk = newFolder(() => imageOf(folder));
  const logSync = new LogSync(async () => {
    const image = newFolder(() => imageOf(folder));
    await log.sync();
    onDisk = image;
  });
  const end = async (): Promise<void> => {
    await logSync.settled();
    await log.close();
    database.close();
  };
  const damage = (sql: string, ...values: readonly unknown[]): void => {
    expect(database.prepare(sql).run(...values).changes).toBe(1);
  };
  return {
    log: new SqliteUpdateLog({
      database,
      writer: new Writer(database),
      durable: () => logSync.durable(),
      sessionOf: () => null,
    }),
    async reopen() {
      await end();
      return openParts(folder);
    },
    async kill() {
      const image = newFolder(() => imageOf(folder));
      await end();
      return openParts(image);
    },
    async powerCut() {
      await end();
      return openParts(onDisk);
    },
    async setFull(full) {
      const pages = full ? Number(database.pragma('page_count', { simple: true })) : 1_000_000;
      database.pragma(`max_page_count = ${pages}`);
    },
    async damageRow(document, seq) {
      damage(
        `UPDATE document_update SET data = CAST(x'00' || substr(data, 2) AS BLOB)
         WHERE place = ? + (SELECT id FROM document WHERE name = ?) * ${rowsOfDocument}`,
        seq,
        document,
      );
    },
    async damageSnapshot(document, through) {
      damage(
        `UPDATE document_snapshot SET state = CAST(x'00' || substr(state, 2) AS BLOB)
         WHERE through = ? AND document = (SELECT id FROM document WHERE name = ?)`,
        through,
        document,
      );
    },
    dispose: end,
  };
}

/** The log as the server opens it. */
async function openServer(folder: string): Promise<UpdateLogUnderTest> {
  const storage = await openServerStorage(folder, { clock: systemClock, sessionOf: () => null });
  return {
    log: storage.updates,
    async reopen() {
      await storage.close();
      return openServer(folder);
    },
    async kill() {
      const image = newFolder(() => imageOf(folder));
      await storage.close();
      return openServer(image);
    },
    dispose: () => storage.close(),
  };
}

describeUpdateLog('sqlite, its parts', () => openParts(newFolder()));
describeUpdateLog('sqlite, as the server opens it', () => openServer(newFolder()));

it('a row whose page is damaged makes this document damaged, and no other', async () => {
  const folder = newFolder();
  const opened = await openParts(folder);
  const row = (length: number) => ({
    update: new Uint8Array(length).fill(7),
    author: '',
    claims: [],
  });
  const birth = { incarnation: 'life-1', schemaVersion: 1, at: 1000 };
  await opened.log.create('note', { ...birth, first: row(20_000) });
  await opened.log.create('card', { ...birth, first: row(10) });
  await opened.dispose();

  const file = new Database(join(folder, 'reportback.sqlite'));
  const page = file
    .prepare<[], { pageno: number }>(
      "SELECT pageno FROM dbstat WHERE name = 'document_update' AND pagetype = 'overflow' LIMIT 1",
    )
    .get();
  if (!page) throw new Error('The long row has no overflow page.');
  file.close();
  breakChain(join(folder, 'reportback.sqlite'), page.pageno);

  const database = new Database(join(folder, 'reportback.sqlite'));
  const log = new SqliteUpdateLog({
    database,
    writer: new Writer(database),
    durable: async () => {},
    sessionOf: () => null,
  });
  expect(await log.load('note')).toMatchObject({ is: 'damaged' });
  expect(await log.load('card')).toMatchObject({ is: 'loaded' });
  database.close();
});

/** Makes an overflow page point beyond the end of the file. */
function breakChain(path: string, page: number): void {
  const handle = openSync(path, 'r+');
  writeSync(handle, new Uint8Array([0x7f, 0xff, 0xff, 0xff]), 0, 4, (page - 1) * 4096);
  closeSync(handle);
}
