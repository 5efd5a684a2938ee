import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { isDamage, isFull, isOutcomeUnknown } from './storage-problem.ts';

it('tells apart what has no space, what is damaged, and what leaves the outcome unknown', () => {
  const kinds = (code: string) => {
    const error = new Database.SqliteError('', code);
    return [isFull(error), isDamage(error), isOutcomeUnknown(error)];
  };
  expect(kinds('SQLITE_FULL')).toEqual([true, false, false]);
  expect(kinds('SQLITE_IOERR_SHMSIZE')).toEqual([true, false, false]);
  expect(kinds('SQLITE_IOERR_FSYNC')).toEqual([false, false, true]);
  expect(kinds('SQLITE_BUSY')).toEqual([false, false, true]);
  expect(kinds('SQLITE_CORRUPT_VTAB')).toEqual([false, true, true]);
  expect(kinds('SQLITE_NOTADB')).toEqual([false, true, true]);
  expect(kinds('SQLITE_CONSTRAINT_UNIQUE')).toEqual([false, false, false]);
  expect([isFull, isDamage, isOutcomeUnknown].map((is) => is(new Error('else')))).toEqual([
    false,
    false,
    false,
  ]);
});
