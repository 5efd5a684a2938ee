import { unreachable } from '@reportback/domain';
import type { WorkshopRecord } from '@reportback/record';
import { recordHash } from '@reportback/record/json';
import { Refusal } from '../refusal.ts';
import { result } from './output.ts';
import { readRecordInput } from './read-record-input.ts';

/**
 * `reportback verify-record FILE`: says what hash a record has and whether it was frozen; ends with 0 for one that is as it
 * was exported, else with 1.
 */
export async function verifyRecordCommand(file: string): Promise<void> {
  const { record, intact } = await readRecordInput(file);
  const { title } = record.workshop;
  if (!intact)
    throw new Refusal(
      'bad-input',
      `The record of “${title}” was changed after it was exported: its content does not have the hash that it carries.`,
    );
  result(`The record of “${title}” is intact: it is as it was exported, ${recordHash(record)}.`);
  result(standingInWords(record));
}

function standingInWords({ standing }: WorkshopRecord): string {
  const day = (at: number): string => new Date(at).toISOString();
  switch (standing.is) {
    case 'open':
      return 'It was not frozen when it was exported: it may have changed since.';
    case 'correcting':
      return `It was open for corrections until ${day(standing.until)} when it was exported: it may have changed since.`;
    case 'frozen':
      return [
        `It was frozen on ${day(standing.at)}, as edition ${standing.edition}.`,
        ...(standing.replaces === null ? [] : [`It replaces ${standing.replaces}.`]),
        ...(standing.note === '' ? [] : [standing.note]),
      ].join(' ');
    default:
      return unreachable(standing);
  }
}
