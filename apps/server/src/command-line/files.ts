import { createReadStream } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ConfigurationProblem } from '../configuration-problem.ts';

/** What stands for stdin and stdout in place of a file. */
const standardStream = '-';

/** More of a file is not read: an agenda of this size is refused anyway. */
const mostRead = 16_000_000;

/**
 * A file's bytes, the first of them where there are more than `most`.
 * @param file relative to where the person stands; `-` reads stdin
 * @throws ConfigurationProblem when it cannot be read
 */
export async function readInput(file: string, most = mostRead): Promise<Buffer> {
  try {
    const stream = file === standardStream ? process.stdin : createReadStream(fromPerson(file));
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of stream) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= most) break;
    }
    return Buffer.concat(chunks);
  } catch (cause) {
    throw problem(`“${file}” cannot be read`, cause);
  }
}

/**
 * Copies a file that was made to where the person wants it.
 * @param to relative to where the person stands; `-` writes to stdout
 * @throws ConfigurationProblem when it cannot be written
 */
export async function copyResult(from: string, to: string): Promise<void> {
  if (to === standardStream) {
    await pipeline(createReadStream(from), process.stdout, { end: false });
    return;
  }
  try {
    await copyFile(from, fromPerson(to));
  } catch (cause) {
    throw problem(`“${to}” cannot be written`, cause);
  }
}

/** A path that a person gave: npm runs scripts in the project's folder and says in INIT_CWD where it was called. */
export function fromPerson(file: string): string {
  return path.resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
}

function problem(what: string, cause: unknown): ConfigurationProblem {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return new ConfigurationProblem(`${what}: ${reasons[code] ?? String(cause)}.`, { cause });
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  EACCES: 'you may not (EACCES)',
  ENOTDIR: 'a part of its path is a file',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};
