import { backUp } from '@reportback/storage-sqlite';
import { readConfig } from '../config.ts';
import { fromPerson } from './files.ts';
import { hashOfState } from './hash-of-state.ts';
import { result } from './output.ts';
import { countsInWords } from './verification-in-words.ts';
import { sayFindings } from './verify.ts';

/**
 * `reportback backup --out FOLDER`: copies all data as of one moment into a new folder and reads the copy from
 * end to end; beside a running server or without one. Exit code 1 where the copy has damage that the data have.
 */
export function backupCommand({ out }: { readonly out: string }): void {
  const { dataDir } = readConfig(process.env, process.cwd());
  const folder = fromPerson(out);
  const verification = backUp(dataDir, folder, hashOfState);
  result(`Backed up ${countsInWords(verification)} to ${folder}`);
  sayFindings(verification);
}
