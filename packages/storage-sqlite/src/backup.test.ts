import { existsSync, mkdirSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backUp, verifyFolder } from './backup.ts';
import { openCommandStorage, openServerStorage, type Storage } from './open-storage.ts';
import { applicationId } from './recognise-database.ts';
import { type Restored, restore } from './restore.ts';
import { documentTables, rowsOfDocument, workshopTables } from './schema.ts';
import { serverKey } from './server-key.ts';
import { imageOf, removeFolder, temporaryFolder } from './testing/folders.ts';
import { systemClock } from './testing/system-clock.ts';

let root: string;
let data: string;
let backup: string;
let restored: string;
beforeEach(() => {
  root = temporaryFolder();
  data = join(root, 'data');
  backup = join(root, 'backup');
  restored = join(root, 'not', 'there');
});
afterEach(() => removeFolder(root));

const open = (folder: string): Promise<Storage> =>
  openServerStorage(folder, { clock: systemClock, sessionOf: () => null });
const hashOf = (state: Uint8Array): string => `hash of ${Buffer.from(state).toString()}`;
const textRow = (text: string) => ({ update: Buffer.from(text), author: 'ada', claims: [1] });
const point = (text: string, through: number) => ({
  incarnation: 'life-1',
  at: 3,
  through,
  state: Buffer.from(text),
  contentHash: `hash of ${text}`,
});

/** A document of four rows with two snapshots and a version. */
async function fill(folder: string): Promise<Storage> {
  const storage = await open(folder);
  const { updates } = storage;
  const birth = { incarnation: 'life-1', schemaVersion: 1, at: 1, first: textRow('1') };
  await updates.create('note', birth);
  const rows = ['2', '3', '4'].map(textRow);
  await updates.append([{ document: 'note', incarnation: 'life-1', rows }], 2);
  await updates.writeSnapshot('note', point('12', 2));
  await updates.writeSnapshot('note', point('123', 3));
  await updates.writeVersion('note', { ...point('1', 1), cause: 'phase', authors: ['ada'] });
  await storage.workshops.setFact('a', 'b');
  return storage;
}

const restoreTo = (folder: string, force = false): Restored =>
  restore(backup, folder, { hashOf, force, at: Date.UTC(2025, 4, 1) });

/** Changes the data behind everybody's back. */
function tamper(folder: string, sql: string): void {
  const database = new Database(join(folder, 'reportback.sqlite'));
  database.pragma('foreign_keys = OFF');
  database.exec(sql);
  database.close();
}

it('brings everything back from a backup made beside a running server', async () => {
  const storage = await fill(data);
  const before = await storage.updates.load('note');
  const counts = { documents: 1, rows: 2, snapshots: 2, versions: 1, quarantined: 0, findings: [] };
  expect(backUp(data, backup, hashOf)).toMatchObject(counts);
  await storage.close();
  expect(readdirSync(backup).sort()).toEqual(['reportback.sqlite', 'server.key']);
  for (const file of readdirSync(backup))
    expect(statSync(join(backup, file)).mode & 0o777, file).toBe(0o600);

  expect(restoreTo(restored)).toMatchObject({ keptAside: null, verification: counts });
  const again = await open(restored);
  expect(await again.updates.load('note')).toEqual(before);
  expect(await again.updates.readVersion('note', 1)).toMatchObject({ cause: 'phase' });
  expect(await again.workshops.fact('a')).toBe('b');
  expect(again.serverKey).toEqual(storage.serverKey);
  await again.close();
});

it('reads a data folder that a killed server left, without changing it', async () => {
  const storage = await fill(data);
  const image = imageOf(data);
  await storage.close();
  expect(verifyFolder(image, hashOf)).toMatchObject({
    documents: 1,
    findings: [expect.stringContaining('server key is missing')],
  });
  removeFolder(image);
});

it('refuses a backup into a folder that holds something, or of a folder that holds nothing', async () => {
  await (await fill(data)).close();
  expect(() => backUp(data, data, hashOf)).toThrow('is not empty');
  expect(() => backUp(restored, backup, hashOf)).toThrow('There is no Reportback data');
  expect(existsSync(restored)).toBe(false);
  rmSync(join(data, 'server.key'));
  expect(() => backUp(data, backup, hashOf)).toThrow('has no server key');
});

it('does not restore over data, and keeps it aside when forced', async () => {
  await (await fill(data)).close();
  backUp(data, backup, hashOf);
  const other = await open(restored);
  await other.workshops.setFact('a', 'other');
  expect(() => restoreTo(restored, true)).toThrow('Another Reportback server is running');
  await other.close();
  expect(() => restoreTo(restored)).toThrow(/already holds data.*--force/);

  const { keptAside } = restoreTo(restored, true);
  expect(keptAside).toBe(join(restored, 'replaced-2025-05-01T00-00-00.000Z'));
  for (const [folder, fact] of [
    [restored, 'b'],
    [keptAside ?? '', 'other'],
  ] as const) {
    const storage = await open(folder);
    expect(await storage.workshops.fact('a')).toBe(fact);
    await storage.close();
  }
});

it('does not restore what is no backup, or a damaged one unless forced', async () => {
  mkdirSync(backup);
  expect(() => restoreTo(restored)).toThrow('There is no Reportback data');
  removeFolder(backup);
  await (await fill(data)).close();
  tamper(data, 'UPDATE document_update SET checksum = 0');
  expect(backUp(data, backup, hashOf).findings).toHaveLength(1);
  expect(() => restoreTo(restored)).toThrow(/is not sound.*does not match its checksum/);
  expect(existsSync(restored)).toBe(false);
  expect(restoreTo(restored, true).verification.findings).toHaveLength(1);
});

it('backs up and restores what an older Reportback wrote, and the server brings it up to date', async () => {
  mkdirSync(data);
  const older = new Database(join(data, 'reportback.sqlite'));
  older.exec(`${workshopTables}${documentTables} INSERT INTO fact VALUES ('a', 'b')`);
  older.pragma('user_version = 1');
  older.pragma(`application_id = ${applicationId}`);
  older.close();
  serverKey(data);
  expect(() => openCommandStorage(data, { sessionOf: () => null })).toThrow('an older Reportback');
  expect(backUp(data, backup, hashOf).findings).toEqual([]);
  restoreTo(restored);
  const storage = await open(restored);
  expect(await storage.workshops.fact('a')).toBe('b');
  await storage.close();
});

const damages: readonly (readonly [string, string, string])[] = [
  ['a changed row', 'UPDATE document_update SET data = CAST(9 AS BLOB)', 'row 3 does not match'],
  [
    'a missing row',
    `DELETE FROM document_update WHERE place % ${rowsOfDocument} = 3`,
    'row 3 is missing',
  ],
  [
    'a missing tail',
    `DELETE FROM document_update WHERE place % ${rowsOfDocument} = 4`,
    'row 4 is missing',
  ],
  [
    'rows of nobody',
    `UPDATE document_update SET place = place + 7 * ${rowsOfDocument}`,
    '2 rows belong to no document',
  ],
  [
    'a changed snapshot',
    'UPDATE document_snapshot SET checksum = 1',
    'Snapshot 2 of note does not match its checksum',
  ],
  [
    'other content in a snapshot',
    "UPDATE document_snapshot SET content_hash = 'x'",
    'Snapshot 3 of note has other content',
  ],
  [
    'a missing snapshot',
    'DELETE FROM document_snapshot WHERE through = 3',
    'Snapshot 3 of note is missing',
  ],
  [
    'a changed version',
    'UPDATE document_version SET state = CAST(9 AS BLOB)',
    'Version 1 of note does not match',
  ],
  [
    'a row that belongs to nothing',
    "UPDATE document SET session = 'gone'",
    'belongs to a session that does not exist',
  ],
];
it.each(damages)('finds %s', async (_, sql, finding) => {
  await (await fill(data)).close();
  expect(verifyFolder(data, hashOf).findings).toEqual([]);
  tamper(data, sql);
  expect(verifyFolder(data, hashOf).findings.join('\n')).toContain(finding);
});

it('says that a file cannot be read to its end', async () => {
  await (await fill(data)).close();
  const path = join(data, 'reportback.sqlite');
  truncateSync(path, statSync(path).size / 2);
  expect(() => verifyFolder(data, hashOf)).toThrow(/is damaged.*reportback restore/);
});
