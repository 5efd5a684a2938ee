import { recordHash } from '@reportback/record/json';
import { Refusal } from '../refusal.ts';
import { result } from './output.ts';
import { readRecordInput } from './read-record-input.ts';

/** `reportback verify-record FILE`: ends with 0 for a record that is as it was exported, else with 1. */
export async function verifyRecordCommand(file: string): Promise<void> {
  const { record, intact } = await readRecordInput(file);
  const { title } = record.workshop;
  if (!intact)
    throw new Refusal(
      'bad-input',
      `The record of “${title}” was changed after it was exported: its content does not have the hash that it carries.`,
    );
  result(`The record of “${title}” is intact: it is as it was exported, ${recordHash(record)}.`);
}
