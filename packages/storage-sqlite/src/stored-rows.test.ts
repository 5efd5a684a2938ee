import type { Database } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DocumentSnapshots } from './document-snapshots.ts';
import { DocumentUpdates } from './document-updates.ts';
import { openDatabase } from './open-database.ts';
import { rowsOfDocument } from './schema.ts';
import { removeFolder, temporaryFolder } from './testing/folders.ts';
import { SqliteUpdateLog } from './update-log.ts';
import { Writer } from './writer.ts';

let folder: string;
let database: Database;
const note = 1;

beforeEach(() => {
  folder = temporaryFolder();
  database = openDatabase(folder, { as: 'server', synchronous: 'NORMAL' });
  database
    .prepare('INSERT INTO document (id, name, incarnation, schema_version) VALUES (?, ?, ?, 1)')
    .run(note, 'note', 'life-1');
});

afterEach(() => {
  database.close();
  removeFolder(folder);
});

describe('the rows of a document', () => {
  const place = (seq: number) => note * rowsOfDocument + seq;
  const change = (sql: string, ...seqs: readonly number[]) =>
    database.prepare(sql).run(...seqs.map(place));

  /** Reads three rows after something happened to them. */
  function readAfter(harm: () => void, head = 3) {
    const updates = new DocumentUpdates(database);
    const rows = [1, 2, 3].map((byte) => ({
      update: new Uint8Array([byte]),
      author: 'ada',
      claims: [],
    }));
    updates.add(note, 1, rows, 0);
    harm();
    return updates.read(note, 0, head);
  }

  it('are read as they were written', () => {
    expect(readAfter(() => {})).toMatchObject([{ seq: 1 }, { seq: 2 }, { seq: 3 }]);
  });

  it('are not read over a gap, nor without their last', () => {
    const remove = 'DELETE FROM document_update WHERE place = ?';
    expect(readAfter(() => change(remove, 2))).toBe('row 2 is missing');
    change('DELETE FROM document_update WHERE place > ?', 0);
    expect(readAfter(() => change(remove, 3))).toBe('row 3 is missing');
  });

  it('are not read where there are more than were counted', () => {
    expect(readAfter(() => {}, 2)).toBe('row 3 is beyond the last row 2');
  });

  it('are not read in each other’s places, though each is whole', () => {
    const move = 'UPDATE document_update SET place = ? WHERE place = ?';
    const swap = () => {
      change(move, 9, 2);
      change(move, 2, 3);
      change(move, 3, 9);
    };
    expect(readAfter(swap)).toBe('row 2 does not match its checksum');
  });
});

it('a damaged snapshot is none to fall back on: the rows that it held are kept for the next', () => {
  const snapshots = new DocumentSnapshots(database);
  const add = (through: number) =>
    snapshots.add(note, {
      through,
      state: new Uint8Array([through]),
      contentHash: '',
      incarnation: 'life-1',
      at: 0,
    });
  add(2);
  database.prepare("UPDATE document_snapshot SET state = x'00'").run();
  expect(add(4)).toEqual({ newest: 4, bothHold: 0 });
  expect(add(6)).toEqual({ newest: 6, bothHold: 4 });
});

it('a document of a session that is gone is not made, however late it is asked for', async () => {
  const log = new SqliteUpdateLog({
    database,
    writer: new Writer(database),
    durable: async () => {},
    sessionOf: () => 'gone',
  });
  const first = { update: new Uint8Array(), author: '', claims: [] };
  expect(
    await log.create('late', { incarnation: 'life-1', schemaVersion: 1, at: 0, first }),
  ).toEqual({ is: 'refused', reason: 'deleted' });
});
