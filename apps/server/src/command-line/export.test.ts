import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LinksView } from '@reportback/domain';
import { exportFormats } from '@reportback/record';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runReportback } from '../testing/command.ts';
import { agenda } from '../testing/test-server.ts';

let folder: string;
let links: LinksView;

const reportback = (args: readonly string[], stdin = '') =>
  runReportback(args, { DATA_DIR: path.join(folder, 'data'), INIT_CWD: folder }, stdin);
const exported = (...more: string[]) => reportback(['export', links.workshop, ...more]);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'reportback-export-'));
  const args = ['create', '--agenda', '-', '--tables', '2', '--time-zone', 'America/Chicago'];
  const made = await reportback([...args, '--json'], agenda);
  links = JSON.parse(made.stdout);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(exportFormats)('writes %s to a file where the person stands', async (format) => {
  const done = await exported('--format', format, '--out', `record.${format}`);
  expect(done).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(readFileSync(path.join(folder, `record.${format}`)).length).toBeGreaterThan(0);
});

it('writes one session, or one table, and to stdout only when asked', async () => {
  const [session] = links.sessions;
  const group = session?.groups[1]?.id ?? '';
  const one = ['--session', session?.id ?? '', '--group', group, '--format', 'md', '--out', '-'];
  const { stdout } = await exported(...one);
  expect(stdout).toContain('Table 2');
  expect(stdout).not.toContain('Table 1');
});

it.each([
  [['--format', 'xls'], 2, /--format is “xls”; it must be one of md, html/],
  [['--format', 'md', '--session', 'none'], 1, /no session “none”/],
  [['--format', 'md', '--group', 'none'], 1, /no table “none”/],
  [['--format', 'md', '--group', 'Table 2'], 1, /“Table 2” is not the id of a table/],
])('refuses %j with a sentence', async (args, code, sentence) => {
  const refused = await exported(...args, '--out', '-');
  expect(refused).toMatchObject({ code, stdout: '' });
  expect(refused.stderr.trim()).toMatch(sentence);
  expect(refused.stderr.trim()).not.toContain('\n');
});
