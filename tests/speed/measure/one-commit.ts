import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../../packages/storage-sqlite/src/open-database.ts';
import { percentile } from '../load/arrivals.ts';

const commits = 500;

/**
 * What one durable commit costs on this disk, in milliseconds: a small row, in the write-ahead log and
 * through an fsync (`synchronous=FULL`), while nothing else writes.
 */
export function oneCommit(): { readonly p50: number; readonly p99: number } {
  const folder = mkdtempSync(path.join(tmpdir(), 'reportback-commit-'));
  const database = openDatabase(folder, { as: 'server', synchronous: 'FULL' });
  database.exec('CREATE TABLE typed (data BLOB NOT NULL) STRICT');
  const insert = database.prepare('INSERT INTO typed (data) VALUES (?)');
  const row = Buffer.alloc(40);
  const took = Array.from({ length: commits }, () => {
    const began = performance.now();
    insert.run(row);
    return performance.now() - began;
  }).toSorted((a, b) => a - b);
  database.close();
  rmSync(folder, { recursive: true });
  return { p50: percentile(took, 0.5), p99: percentile(took, 0.99) };
}
