import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockDataDir } from './data-dir-lock.ts';
import { openDatabase } from './open-database.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reportback-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('keeps a second server out until the first lets go', () => {
  const lock = lockDataDir(folder);
  expect(() => lockDataDir(folder)).toThrow('Another Reportback server is running');
  lock.release();
  lockDataDir(folder).release();
});

it('lets commands work beside the server', () => {
  const lock = lockDataDir(folder);
  const server = openDatabase(folder, { as: 'server', synchronous: 'NORMAL' });
  const command = openDatabase(folder, { as: 'command', synchronous: 'FULL' });
  command.prepare("INSERT INTO fact VALUES ('a', 'b')").run();
  command.close();
  expect(server.prepare('SELECT value FROM fact').pluck().get()).toBe('b');
  server.close();
  lock.release();
});

it('keeps another process out, and is free once that was killed without a word', async () => {
  const module = new URL('./data-dir-lock.ts', import.meta.url).href;
  const holder = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `const { lockDataDir } = await import(${JSON.stringify(module)});
     globalThis.lock = lockDataDir(${JSON.stringify(folder)});
     console.log('locked');
     setInterval(() => {}, 1000);`,
  ]);
  await once(holder.stdout, 'data');
  expect(() => lockDataDir(folder)).toThrow('Another Reportback server is running');
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  lockDataDir(folder).release();
});
