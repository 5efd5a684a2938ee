import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { latestSchema } from './migrations.ts';
import { type DatabaseOptions, isTooOld, openDatabase } from './open-database.ts';
import { StorageProblem, type StorageProblemKind } from './storage-problem.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reportback-open-'));
  path = join(folder, 'reportback.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

const server: DatabaseOptions = { as: 'server', synchronous: 'NORMAL' };
const command: DatabaseOptions = { as: 'command', synchronous: 'FULL' };

/** Opening finds this problem, says it in a sentence, and leaves the file as it was. */
function expectProblem(kind: StorageProblemKind, options = server, at = folder): string {
  try {
    openDatabase(at, options).close();
  } catch (error) {
    if (!(error instanceof StorageProblem)) throw error;
    expect(error.kind).toBe(kind);
    expect(error.message).toMatch(/^[“A-Z].*\.$/);
    return error.message;
  }
  throw new Error('It opened.');
}

it('makes the folder and the database, for their owner only', () => {
  const made = join(folder, 'a', 'b');
  const database = openDatabase(made, server);
  expect(statSync(made).mode & 0o777).toBe(0o700);
  for (const file of ['reportback.sqlite', 'reportback.sqlite-wal', 'reportback.sqlite-shm'])
    expect(statSync(join(made, file)).mode & 0o777, file).toBe(0o600);
  database.close();
});

it('sets what keeps data safe on every connection', () => {
  const database = openDatabase(folder, server);
  const pragmas = {
    journal_mode: 'wal',
    synchronous: 1,
    foreign_keys: 1,
    busy_timeout: 5000,
    trusted_schema: 0,
    cell_size_check: 1,
    secure_delete: 1,
    wal_autocheckpoint: 0,
    fullfsync: 1,
    checkpoint_fullfsync: 1,
    user_version: latestSchema,
  };
  for (const [name, value] of Object.entries(pragmas))
    expect(database.pragma(name, { simple: true }), name).toBe(value);
  database.close();
});

it('keeps what was written when it opens again, as a server or as a command', () => {
  for (const [name, options] of Object.entries({ server, command })) {
    const database = openDatabase(folder, options);
    database.prepare('INSERT INTO fact VALUES (?, 1)').run(name);
    database.close();
  }
  const database = openDatabase(folder, server);
  expect(database.prepare('SELECT name FROM fact').pluck().all()).toEqual(['command', 'server']);
  database.close();
});

it('writes what a killed server left in the log once more when the next one opens', () => {
  const killed = openDatabase(folder, server);
  killed.prepare('INSERT INTO fact VALUES (?, ?)').run('a long one', 'x'.repeat(200_000));
  const left = statSync(`${path}-wal`).size;
  const database = openDatabase(folder, server);
  expect(left).toBeGreaterThan(200_000);
  expect(statSync(`${path}-wal`).size).toBeLessThan(20_000);
  expect(statSync(path).size).toBeGreaterThan(200_000);
  database.close();
  killed.close();
});

it('knows the libraries that can corrupt their log', () => {
  const old = ['3.9.9', '3.50.7', '3.51.2'];
  const sound = ['3.51.3', '3.51.10', '3.52.0', '4.0.0'];
  expect([...old, ...sound].filter(isTooOld)).toEqual(old);
});

it('says so when the folder cannot be made or written', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(expectProblem('folder', server, join(folder, 'file'))).toContain('EEXIST');
  expect(expectProblem('folder', server, join(folder, 'file', 'below'))).toContain('ENOTDIR');
  // Nobody can make a folder there, and Node's own recursion never ends.
  if (process.platform === 'linux')
    expect(expectProblem('folder', server, '/proc/nowhere/at/all')).toContain('ENOENT');
  mkdirSync(path);
  expect(expectProblem('folder')).toContain('SQLITE_CANTOPEN');
});

it('leaves a file alone that is not a database', () => {
  const text = 'Not a database, but somebody may need it. '.repeat(30);
  writeFileSync(path, text);
  expectProblem('not-a-database');
  expect(readFileSync(path, 'utf8')).toBe(text);
});

it('leaves the database of another program alone', () => {
  const other = new Database(path);
  other.exec('CREATE TABLE theirs (a)');
  other.close();
  const before = readFileSync(path);
  expectProblem('not-a-database');
  expect(readFileSync(path)).toEqual(before);
});

it('finds damage when a server starts', () => {
  const database = openDatabase(folder, server);
  const insert = database.prepare('INSERT INTO fact VALUES (?, ?)');
  for (let n = 0; n < 500; n++) insert.run(`fact ${n}`, 'x'.repeat(100));
  database.close();
  const bytes = readFileSync(path);
  // The headers of the tree's last pages.
  for (let page = 4; page >= 1; page--)
    bytes.fill(0xff, bytes.length - page * 4096, bytes.length - page * 4096 + 40);
  writeFileSync(path, bytes);
  expect(expectProblem('damaged')).toContain('reportback restore');
  expect(readFileSync(path)).toEqual(bytes);
});

it('refuses a database of a newer Reportback', () => {
  const database = openDatabase(folder, server);
  database.pragma(`user_version = ${latestSchema + 1}`);
  database.close();
  expectProblem('newer');
  expectProblem('newer', command);
});
