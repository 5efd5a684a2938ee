import { type Verification, verifyFolder } from '@reportback/storage-sqlite';
import { readConfig } from '../config.ts';
import { fromPerson } from './files.ts';
import { hashOfState } from './hash-of-state.ts';
import { result, say } from './output.ts';
import { countsInWords } from './verification-in-words.ts';

/**
 * `reportback verify [FOLDER]`: reads the data folder, or a backup, from end to end; a server may be running.
 * Exit code 1 where something is not as it was written.
 */
export function verifyCommand(folder: string | undefined): void {
  const where =
    folder === undefined ? readConfig(process.env, process.cwd()).dataDir : fromPerson(folder);
  const verification = verifyFolder(where, hashOfState);
  const verdict = verification.findings.length === 0 ? 'Sound' : 'Not sound';
  result(`${verdict}: ${countsInWords(verification)} in ${where}`);
  sayFindings(verification);
}

/** Says what is not as it was written, a line each, and has the command end with 1 then. */
export function sayFindings({ findings }: Verification): void {
  for (const finding of findings) say(finding);
  if (findings.length > 0) process.exitCode = 1;
}
