import type { WorkshopRecord } from '@reportback/record';
import { readRecordFile } from '@reportback/record/json';
import { Refusal } from '../refusal.ts';
import { readInput } from './files.ts';

/** The largest file of a record that is read, in bytes. */
const mostRead = 256_000_000;

/**
 * A record from a file that a person named.
 * @throws Refusal with a sentence for a file that holds none
 */
export async function readRecordInput(
  file: string,
): Promise<{ readonly record: WorkshopRecord; readonly intact: boolean }> {
  const read = readRecordFile(await readInput(file, mostRead));
  if (read.is === 'problem') throw new Refusal('bad-input', read.problem);
  return read;
}
