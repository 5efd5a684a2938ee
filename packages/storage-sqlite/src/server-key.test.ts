import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readKey, serverKey } from './server-key.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reportback-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('is made on first use, for its owner only, and stays', () => {
  expect(readKey(folder)).toBeNull();
  const key = serverKey(folder);
  expect(key).toHaveLength(32);
  expect(serverKey(folder)).toEqual(key);
  expect(readKey(folder)).toEqual(key);
  expect(statSync(join(folder, 'server.key')).mode & 0o777).toBe(0o600);
});

it('differs from folder to folder', () => {
  expect(serverKey(join(folder))).not.toEqual(serverKey(mkdtempSync(join(folder, 'other-'))));
});

it('is not used, nor replaced, when it was cut short', () => {
  writeFileSync(join(folder, 'server.key'), 'short');
  expect(() => serverKey(folder)).toThrow(/has 5 bytes instead of 32.*Restore it/);
});
