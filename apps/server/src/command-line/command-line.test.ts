import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Agenda, LinksView } from '@reportback/domain';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Outcome, runReportback, ServingProcess } from '../testing/command.ts';

// Processes start slowly where the machine has much else to do.
vi.setConfig({ testTimeout: 90_000 });

const agenda = path.resolve(import.meta.dirname, '../example/harmony-2025.txt');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'reportback-command-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the real command on a data folder of this test's own. */
function reportback(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  stdin: string | Buffer = '',
): Promise<Outcome> {
  const own = { DATA_DIR: path.join(folder, 'data'), INIT_CWD: folder, ...environment };
  return runReportback(args, own, stdin);
}

/** One sentence to show, and no trace of the code that said it. */
function expectSentence({ code, stdout, stderr }: Outcome, sentence: RegExp): void {
  expect(stderr).toMatch(sentence);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).not.toMatch(/^\s+at |node_modules/m);
  expect(stdout).toBe('');
  expect(code).not.toBe(0);
}

describe('parse-agenda', () => {
  it('prints what it understood as JSON, from a file that lies where the person stands, or from stdin', async () => {
    writeFileSync(path.join(folder, 'day.txt'), readFileSync(agenda));
    const fromFile = await reportback(['parse-agenda', 'day.txt', '--json']);
    expect(fromFile).toMatchObject({ code: 0, stderr: '' });
    const read = JSON.parse(fromFile.stdout) as Agenda;
    expect(read).toMatchObject({ timeZone: 'CDT', problems: [] });
    expect(read.days[0]?.items).toContainEqual({
      line: 28,
      start: '11:00',
      end: '12:30',
      title: 'Small Groups: Discuss Inherent Challenges',
      kind: 'breakout',
      reportBack: '12:00',
    });
    const piped = await reportback(['parse-agenda', '-', '--json'], {}, readFileSync(agenda));
    expect(piped.stdout).toBe(fromFile.stdout);
  });

  it.each([
    ['empty', '', /empty/],
    ['binary', Buffer.from([0, 1, 2, 3, 255, 0, 7]), /not text/],
    ['5 MB', Buffer.alloc(5_000_000, '9:00 Talk\n'), /1 MB/],
  ])('refuses an agenda that is %s with a sentence', async (_what, content, sentence) => {
    expectSentence(await reportback(['parse-agenda', '-', '--json'], {}, content), sentence);
  });

  it('refuses a file that is not there, or is a folder, with a sentence', async () => {
    expectSentence(await reportback(['parse-agenda', 'none.txt']), /no such file/);
    expectSentence(await reportback(['parse-agenda', '.']), /is a folder/);
  });
});

describe('create, links and export', () => {
  it('make a workshop, show its links again, replace one, and write its record', async () => {
    const made = await reportback(['create', '--agenda', agenda, '--tables', '3', '--json']);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    const links = JSON.parse(made.stdout) as LinksView;
    // Other programs read this: nothing more, nothing less.
    expect(Object.keys(links)).toEqual(['workshop', 'links', 'sessions']);
    expect(Object.keys(links.links)).toEqual([
      'organizer',
      'facilitator',
      'join',
      'screen',
      'view',
    ]);
    expect(links.sessions.map(({ groups }) => groups.length)).toEqual([3, 3, 3]);
    expect(Object.keys(links.sessions[0] ?? {})).toEqual(['id', 'title', 'groups']);
    expect(links.sessions[0]?.groups[0]).toEqual({
      id: expect.any(String),
      name: 'Table 1',
      url: expect.stringMatching(/\/join#/),
    });

    const shown = await reportback(['links', links.workshop, '--json']);
    expect(JSON.parse(shown.stdout)).toEqual(links);
    const replaced = await reportback(['links', links.workshop, '--replace', 'join', '--json']);
    const after = JSON.parse(replaced.stdout) as LinksView;
    expect(after.links.join).not.toBe(links.links.join);
    expect({ ...after.links, join: '' }).toEqual({ ...links.links, join: '' });

    const words = await reportback(['links', links.workshop], {
      PUBLIC_URL: 'https://notes.example',
    });
    expect(words.stdout).toContain('https://notes.example/join#');

    const toFile = await reportback(['export', links.workshop, '--format', 'md', '--out', 'a.md']);
    expect(toFile).toEqual({ code: 0, stdout: '', stderr: '' });
    const toStdout = await reportback(['export', links.workshop, '--format', 'md', '--out', '-']);
    const record = readFileSync(path.join(folder, 'a.md'), 'utf8');
    expect(record).toContain('# Workshop on Harmonizing Python Workflows');
    const undated = (text: string) => text.replaceAll(/\d\d:\d\d(?::\d\d)?/g, '');
    expect(undated(toStdout.stdout)).toBe(undated(record));
  });

  it.each([
    [['create', '--agenda', agenda, '--tables', '0'], /--tables is “0”.*1 to 60/],
    [['create', '--agenda', agenda, '--tables', 'many'], /--tables is “many”/],
    [
      ['create', '--agenda', agenda, '--tables', '3', '--time-zone', 'Mars'],
      /--time-zone is “Mars”/,
    ],
    [['create', '--tables', '3'], /--agenda/],
    [['links', 'nowhere'], /no workshop “nowhere”/],
    [['links', 'Not/An/Id'], /not the id of a workshop/],
    [['export', 'nowhere', '--format', 'md', '--out', '-'], /no workshop “nowhere”/],
    [['export', 'nowhere', '--format', 'xls', '--out', '-'], /--format is “xls”/],
    [['fly'], /^Unknown command 'fly'\..*--help/],
    [['links', 'some', '--jsn'], /^Unknown option '--jsn'\. Did you mean --json\?/],
    [['links'], /^Missing required argument 'workshop'\./],
  ])('refuse %j with a sentence', async (args, sentence) => {
    expectSentence(await reportback(args), sentence);
  });

  it('ask for a time zone that the agenda does not tell', async () => {
    const without = 'Our day\n9:00-10:00 Small groups: Ideas\n10:00-10:30 Report back\n';
    const args = ['create', '--agenda', '-', '--tables', '1', '--title', 'Our day'];
    expectSentence(await reportback(args, {}, without), /--time-zone/);
    const given = await reportback(
      [...args, '--time-zone', 'Europe/Berlin', '--json'],
      {},
      without,
    );
    expect(given.code).toBe(0);
  });

  it('say that the database is damaged, where they meet it', async () => {
    const damaged = path.join(folder, 'damaged-inside');
    const args = ['create', '--agenda', agenda, '--tables', '1', '--json'];
    const made = await reportback(args, { DATA_DIR: damaged });
    const { workshop } = JSON.parse(made.stdout) as LinksView;
    const file = path.join(damaged, 'reportback.sqlite');
    const bytes = readFileSync(file);
    // Every page but those that say what tables there are.
    writeFileSync(
      file,
      Buffer.concat([bytes.subarray(0, 40_960), Buffer.alloc(bytes.length - 40_960, 7)]),
    );
    expectSentence(await reportback(['links', workshop], { DATA_DIR: damaged }), /is damaged/);
    expectSentence(await reportback(args, { DATA_DIR: damaged }), /is damaged/);
  });

  it('say where the result cannot be written', async () => {
    const made = await reportback(['create', '--agenda', agenda, '--tables', '1', '--json']);
    const { workshop } = JSON.parse(made.stdout) as LinksView;
    const args = ['export', workshop, '--format', 'md', '--out', 'no/such/folder.md'];
    expectSentence(await reportback(args), /no\/such\/folder\.md.*no such file or folder/);
  });
});

describe('serve', () => {
  it('refuses wrong settings with a sentence', async () => {
    expectSentence(await reportback(['serve'], { PORT: 'x' }), /^PORT is “x”/);
  });

  it('refuses a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = address !== null && typeof address !== 'string' ? address.port : 0;
    const refused = await reportback(['serve'], {
      PORT: String(port),
      DATA_DIR: path.join(folder, 'taken'),
    });
    expectSentence(refused, new RegExp(`Port ${port} .*taken`));
    other.close();
  });

  it.each([
    ['links', 'w-1'],
    ['creation-link'],
    ['export', 'w-1', '--format', 'md', '--out', '-'],
    ['backup', '--out', 'copy'],
    ['verify'],
  ])('finds nothing where there are no data, and makes nothing: %s', async (...args) => {
    const nowhere = path.join(folder, 'nowhere');
    const outcome = await reportback(args, { DATA_DIR: nowhere });
    expectSentence(outcome, /^There is no Reportback data at .*nowhere.*Check the name/);
    expect(outcome.code).toBe(1);
    expect(existsSync(nowhere)).toBe(false);
    expect(existsSync(path.join(folder, 'copy'))).toBe(false);
  });

  it('refuses a data folder that is a file, and a damaged database', async () => {
    writeFileSync(path.join(folder, 'file'), '');
    expectSentence(await reportback(['serve'], { DATA_DIR: path.join(folder, 'file') }), /file/);
    const damaged = path.join(folder, 'damaged');
    mkdirSync(damaged);
    writeFileSync(path.join(damaged, 'reportback.sqlite'), 'no database at all, '.repeat(1000));
    expectSentence(await reportback(['serve'], { DATA_DIR: damaged }), /reportback\.sqlite/);
  });

  it('serves until SIGTERM, beside commands, says no secret to what is no terminal, and ends with 0', async () => {
    const server = await ServingProcess.start({ DATA_DIR: path.join(folder, 'serving') });
    const address = server.origin;
    expect(await (await fetch(`${address}/healthz`)).text()).toBe('ok\n');
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    const made = await reportback(['create', '--agenda', agenda, '--tables', '1', '--json'], {
      DATA_DIR: path.join(folder, 'serving'),
    });
    const links = JSON.parse(made.stdout) as LinksView;
    expect(links.links.join.startsWith(address)).toBe(true);
    const creation = await reportback(['creation-link'], {
      DATA_DIR: path.join(folder, 'serving'),
    });
    expect(creation.stdout).toMatch(new RegExp(`^${address}/new#1\\.[\\w-]{24}\\n$`));
    const token = new URL(links.links.view).hash.slice(1);
    const entered = await fetch(`${address}/api/enter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    expect(entered.status).toBe(200);
    expect(server.said).not.toMatch(/#|code/);
    expect(await server.stop()).toEqual({ code: 0, signal: null });
  });
});

describe('creation-link', () => {
  it('says where organizers go instead, where they sign in: the link would be refused', async () => {
    const outcome = await reportback(['creation-link'], {
      PUBLIC_URL: 'https://notes.example.org',
      OIDC_ISSUER: 'https://id.example.org',
      OIDC_CLIENT_ID: 'reportback',
      OIDC_CLIENT_SECRET: 'of-the-client',
      OIDC_ALLOWED: 'example.org',
    });
    expectSentence(outcome, /no creation link\. They do so at https:\/\/notes\.example\.org\./);
  });
});
