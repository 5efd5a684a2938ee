import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new empty folder for a test's files. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'reportback-storage-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * The database and its log as they stand in the file system, in a new folder: what a process that is
 * killed now leaves behind. (Not a way to back up: between the two copies nothing may be written.)
 */
export function imageOf(folder: string): string {
  const image = temporaryFolder();
  for (const file of ['reportback.sqlite', 'reportback.sqlite-wal'])
    if (existsSync(join(folder, file))) copyFileSync(join(folder, file), join(image, file));
  return image;
}
