import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LinksView } from '@reportback/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runReportback } from '../testing/command.ts';
import { agenda } from '../testing/test-server.ts';

let folder: string;
let links: LinksView;

const reportback = (data: string, args: readonly string[], stdin = '') =>
  runReportback(args, { DATA_DIR: path.join(folder, data), INIT_CWD: folder }, stdin);
const text = (file: string) => readFileSync(path.join(folder, file), 'utf8');

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'reportback-import-'));
  const args = ['create', '--agenda', '-', '--tables', '2', '--time-zone', 'America/Chicago'];
  const made = await reportback('there', [...args, '--json'], agenda);
  links = JSON.parse(made.stdout);
  for (const format of ['json', 'zip'])
    await reportback(
      'there',
      `export ${links.workshop} --format ${format} --out record.${format}`.split(' '),
    );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(['json', 'zip'])('says that a record is as it was exported, as %s', async (format) => {
  const { code, stdout } = await reportback('there', ['verify-record', `record.${format}`]);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^The record of “Workshop on .*” is intact: .*sha256:[0-9a-f]{64}\.\nIt was not frozen .*\.\n$/,
  );
});

it('says that a record was changed, and what is no record', async () => {
  const changed = text('record.json').replace('Harmonizing', 'Harmonising');
  expect(await reportback('there', ['verify-record', '-'], changed)).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/was changed after it was exported/),
  });
  writeFileSync(
    path.join(folder, 'cut.zip'),
    readFileSync(path.join(folder, 'record.zip')).subarray(0, 900),
  );
  for (const [args, stdin, sentence] of [
    [['verify-record', '-'], 'hello', /not JSON/],
    [['verify-record', 'cut.zip'], '', /holds no record\.json/],
    [['import', '-'], '{}', /not a record/],
    [['import', 'none.json'], '', /none\.json.*no such file/],
  ] as const) {
    const refused = await reportback('there', args, stdin);
    expect(refused.code).toBeGreaterThan(0);
    expect(refused.stderr.trim()).toMatch(sentence);
    expect(refused.stderr.trim()).not.toContain('\n');
  }
});

it('makes the same workshop elsewhere, once, with links of its own', async () => {
  const imported = await reportback('here', ['import', 'record.zip', '--json']);
  expect(imported).toMatchObject({ code: 0, stderr: '' });
  const made: LinksView = JSON.parse(imported.stdout);
  expect(made.workshop).toBe(links.workshop);
  expect(made.links.organizer).not.toBe(links.links.organizer);
  const args = ['export', made.workshop, '--format', 'json', '--out', 'again.json'];
  expect((await reportback('here', args)).code).toBe(0);
  expect(text('again.json')).toBe(text('record.json'));

  const twice = await reportback('here', ['import', 'record.json']);
  expect(twice).toMatchObject({ code: 1, stdout: '' });
  expect(twice.stderr).toMatch(/is on this server already/);
});
