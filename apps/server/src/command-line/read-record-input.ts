import type { WorkshopRecord } from '@reportback/record';
import { readRecordFile, readRecordImages } from '@reportback/record/json';
import { Refusal } from '../refusal.ts';
import { readInput } from './files.ts';

/** The largest file of a record that is read, in bytes. */
const mostRead = 1_000_000_000;

/**
 * A record from a file that a person named, with the images that came with it.
 * @throws Refusal with a sentence for a file that holds none
 */
export async function readRecordInput(file: string): Promise<{
  readonly record: WorkshopRecord;
  readonly intact: boolean;
  readonly images: ReadonlyMap<string, Uint8Array>;
}> {
  const bytes = await readInput(file, mostRead);
  const read = readRecordFile(bytes);
  if (read.is === 'problem') throw new Refusal('bad-input', read.problem);
  return { ...read, images: readRecordImages(bytes) };
}
