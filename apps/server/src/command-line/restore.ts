import { restore } from '@reportback/storage-sqlite';
import { systemClock } from '@reportback/sync';
import { readConfig } from '../config.ts';
import { fromPerson } from './files.ts';
import { hashOfState } from './hash-of-state.ts';
import { result, say } from './output.ts';
import { countsInWords } from './verification-in-words.ts';

/**
 * `reportback restore FOLDER [--force]`: brings a backup into the data folder, on which no server may run. What
 * was there is kept aside.
 */
export function restoreCommand(backup: string, options: { readonly force?: true }): void {
  const { dataDir } = readConfig(process.env, process.cwd());
  const { verification, keptAside } = restore(fromPerson(backup), dataDir, {
    hashOf: hashOfState,
    force: options.force === true,
    at: systemClock.wallTime(),
  });
  result(`Restored ${countsInWords(verification)} to ${dataDir}`);
  if (keptAside !== null) say(`What was there before is now in ${keptAside}`);
  for (const finding of verification.findings) say(finding);
}
