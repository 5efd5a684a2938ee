import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { type TestFunction, test } from 'vitest';

const run = promisify(execFile);

/** Longer than any of these programs takes on a slow machine. */
const patience = 120_000;

/** Runs a program, and answers what it wrote. */
export async function output(program: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run(program, [...args], {
    timeout: patience,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

function isInstalled(program: string): boolean {
  return (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** A test that an independent program takes part in; without the program it is left out, and its name says so. */
export function testWith(program: string, sentence: string, body: TestFunction): void {
  if (isInstalled(program)) test(sentence, { timeout: patience }, body);
  else test.skip(`${sentence} (left out: ${program} is not installed)`, body);
}
