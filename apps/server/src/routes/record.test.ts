import {
  parseLinkId,
  parseWorkshopId,
  type RecordCheck,
  type StartView,
  type WorkshopView,
} from '@reportback/domain';
import { formatFacts } from '@reportback/record';
import { readRecord } from '@reportback/record/json';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
let organizer: Browser;
let path: string;
let view: WorkshopView;

beforeAll(async () => {
  server = await TestServer.start();
  organizer = server.browser();
  const { workshops } = (await organizer.get('/api/start')).as<StartView>();
  path = `/api/workshops/${workshops.find(({ example }) => example)?.id}`;
  view = (await organizer.get(path)).as<WorkshopView>();
});
afterAll(() => server.remove());

const first = () => view.sessions[0]?.id ?? '';
const table = () => view.groups[0]?.id ?? '';

describe('the record', () => {
  it.each([
    ['md', /^---\n/],
    ['html', /^<!doctype html>/i],
    ['docx', /^PK/],
    ['pdf', /^%PDF-/],
    ['tex', /\\documentclass/],
    ['csv', /Cottonwood/],
    ['csv-findings', /Finding/i],
    ['json', /^\{/],
    ['zip', /^PK/],
  ] as const)(
    'comes as %s, with a safe name, to be kept and not to be run',
    async (format, start) => {
      const { ending, mediaType } = formatFacts[format];
      const file = await organizer.get(`${path}/record.${ending}`);
      expect(file.status).toBe(200);
      expect(file.headers.get('content-type')).toBe(mediaType);
      expect(file.headers.get('x-content-type-options')).toBe('nosniff');
      expect(file.headers.get('content-disposition')).toBe(
        `attachment; filename="Workshop on Harmonizing Python Workflows (sample data).${ending}"`,
      );
      expect(file.text).toMatch(start);
    },
  );

  it('waits on the disk for a few only, and the next is asked to come again', async () => {
    const { recordExports } = server.running.services;
    const wanted = { format: 'csv', scope: { session: null, group: null } } as const;
    const ask = (link: string) =>
      recordExports.file(parseWorkshopId(path.split('/').at(-1) ?? ''), wanted, parseLinkId(link));
    const waiting = [await ask('view'), await ask('view')];
    // Those who share a link wait for each other, and keep nobody else waiting.
    await expect(ask('view')).rejects.toThrow(/with the same link as yours/);
    expect((await organizer.get(`${path}/record.csv`)).status).toBe(200);
    waiting.push(await ask('other'), await ask('other'));
    const refused = await organizer.get(`${path}/record.csv`);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30']);
    expect(refused.text).toContain('Too many exports are being downloaded');
    await waiting[0]?.[Symbol.asyncDispose]();
    expect((await organizer.get(`${path}/record.csv`)).status).toBe(200);
    for (const file of waiting) await file[Symbol.asyncDispose]();
  });

  it('comes of one session, or one table, named after it', async () => {
    const session = await organizer.get(`${path}/record.md?session=${first()}`);
    expect(session.text).toContain('Inherent Challenges');
    expect(session.text).not.toContain('OSE Structure');
    const one = await organizer.get(`${path}/record.md?session=${first()}&group=${table()}`);
    expect(one.headers.get('content-disposition')).toMatch(/filename="Table 1[^"]*Inherent/);
    expect(one.text).toContain('Cottonwood');
    expect(one.text).not.toContain('Lakefront');
  });

  it.each([
    ['record.xls', 404, /no “record\.xls”.*record\.md/],
    ['record.md?session=nowhere', 404, /no session “nowhere”/],
    ['record.md?group=nowhere', 404, /no table “nowhere”/],
    ['record.md?group=No/Id', 404, /not the id of a table/],
    ['record.md?group=a&group=b', 400, /one session and one table/],
  ])('refuses %s with a sentence', async (below, status, sentence) => {
    const answer = await organizer.get(`${path}/${below}`);
    expect(answer.status).toBe(status);
    expect(answer.as<{ problem: string }>().problem).toMatch(sentence);
  });

  it('names whom its attribution lets be named, which only organizers change', async () => {
    await organizer.call('PATCH', path, { attribution: 'by-table' });
    const byTable = await organizer.get(`${path}/record.json`);
    const read = readRecord(byTable.text);
    expect(read).toMatchObject({ is: 'record', intact: true, record: { attribution: 'by-table' } });
    expect(read.is === 'record' && read.record.people.every(({ name }) => name === null)).toBe(
      true,
    );

    await organizer.call('PATCH', path, { attribution: 'none' });
    const apart = await organizer.get(`${path}/record.md?group=${table()}`);
    expect(apart).toMatchObject({ status: 404 });
    expect(apart.text).toContain('one table cannot be exported alone');
    const wrong = await organizer.call('PATCH', path, { attribution: 'some' });
    expect(wrong.status).toBe(400);
    await organizer.call('PATCH', path, { attribution: 'by-name' });
  });

  it('says what each table still lacks, and to organizers which names stand in texts', async () => {
    const check = (await organizer.get(`${path}/record-check`)).as<RecordCheck>();
    expect(check.cards).toHaveLength(24);
    expect(check.cards.some(({ state }) => state === 'empty')).toBe(true);
    expect(check.problems).toEqual([]);
    const found = check.names?.find(({ attribution }) => attribution === 'by-table')?.found ?? [];
    expect(found.find(({ name }) => name === 'Amara')).toMatchObject({ part: 'note' });

    const links = (await organizer.get(`${path}/links`)).as<{ links: Record<string, string> }>();
    const viewer = await server.enter(links.links['view'] ?? '');
    const forViewer = (await viewer.get(`${path}/record-check`)).as<RecordCheck>();
    expect(forViewer.names).toBeNull();
    const participant = await server.enter(links.links['join'] ?? '');
    expect((await participant.get(`${path}/record-check`)).status).toBe(403);
    expect((await participant.get(`${path}/record.zip`)).status).toBe(403);
  });
});
