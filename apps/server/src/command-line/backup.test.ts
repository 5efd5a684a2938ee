import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LinksView } from '@reportback/domain';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runReportback, ServingProcess } from '../testing/command.ts';
import { TableWriter } from '../testing/table-writer.ts';

// Processes start slowly where the machine has much else to do.
vi.setConfig({ testTimeout: 90_000 });

const agenda = path.resolve(import.meta.dirname, '../example/harmony-2025.txt');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'reportback-backup-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const reportback = (args: readonly string[], data = 'data') =>
  runReportback(args, { DATA_DIR: path.join(folder, data), INIT_CWD: folder });

async function workshop(): Promise<LinksView> {
  const made = await reportback(['create', '--agenda', agenda, '--tables', '2', '--json']);
  return JSON.parse(made.stdout) as LinksView;
}

it('a backup beside a server that people write to holds all that was saved before it, and comes back elsewhere', async () => {
  const server = await ServingProcess.start({ DATA_DIR: path.join(folder, 'data') });
  const links = await workshop();
  const writer = await TableWriter.sitDown(server.origin, links, 'Ana');
  writer.write('written before the backup');
  await writer.allSaved();
  let written = 0;
  const writing = setInterval(() => writer.write(`line ${(written += 1)}`), 5);
  const backup = await reportback(['backup', '--out', 'copy']);
  clearInterval(writing);
  expect(backup).toMatchObject({ code: 0, stderr: '' });
  expect(backup.stdout).toMatch(/^Backed up 2 workshops, \d+ documents, \d+ rows/);
  expect(written).toBeGreaterThan(10);
  await writer.allSaved();
  expect((await reportback(['verify'])).stdout).toMatch(/^Sound: /);
  const refused = await reportback(['restore', 'copy', '--force']);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/Another Reportback server is running/);
  writer.leave();
  await server.stop();

  expect((await reportback(['verify', 'copy'])).stdout).toMatch(/^Sound: 2 workshops/);
  expect((await reportback(['restore', 'copy'], 'restored')).code).toBe(0);
  const args = ['export', links.workshop, '--format', 'md', '--out', '-'];
  expect((await reportback(args, 'restored')).stdout).toContain('written before the backup');
  const again = await reportback(['links', links.workshop, '--json'], 'restored');
  expect((JSON.parse(again.stdout) as LinksView).links).toEqual(links.links);
});

it('a restore over data asks for --force, and then keeps them aside', async () => {
  const server = await ServingProcess.start({ DATA_DIR: path.join(folder, 'data') });
  await server.stop();
  await reportback(['backup', '--out', 'copy']);
  const refused = await reportback(['restore', 'copy']);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/already holds data.*--force/);
  const forced = await reportback(['restore', 'copy', '--force']);
  expect(forced).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Restored 1 workshop,/) });
  expect(forced.stderr).toMatch(/What was there before is now in .*replaced-/);
  expect(readdirSync(path.join(folder, 'data'))).toContain('reportback.sqlite');
});

it.each([
  [['backup'], 2, /--out/],
  [['backup', '--out', 'copy'], 1, /no Reportback data/],
  [['verify'], 1, /no Reportback data/],
  [['verify', 'nowhere'], 1, /no Reportback data/],
  [['restore', 'nowhere'], 1, /no Reportback data/],
])('%j of what is not there is refused with a sentence', async (args, code, sentence) => {
  const outcome = await reportback(args);
  expect(outcome).toMatchObject({ code, stdout: '' });
  expect(outcome.stderr).toMatch(sentence);
  expect(outcome.stderr.trim().split('\n')).toHaveLength(1);
});

it('what is no database is said not to be one', async () => {
  writeFileSync(path.join(folder, 'reportback.sqlite'), 'nothing of the kind, '.repeat(500));
  const outcome = await reportback(['verify', '.']);
  expect(outcome.code).toBe(1);
  expect(outcome.stderr).toMatch(/reportback\.sqlite/);
});
