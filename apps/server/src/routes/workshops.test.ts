import type { EnterView, LinksView, StartView, WorkshopView } from '@reportback/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agenda, TestServer } from '../testing/test-server.ts';

let server: TestServer;
let links: LinksView;

beforeAll(async () => {
  server = await TestServer.start();
  links = await server.createWorkshop();
});
afterAll(() => server.remove());

describe('a workshop is made of an agenda', () => {
  it('with a session of each breakout, numbered tables and a link for each', async () => {
    const organizer = await server.enter(links.links.organizer);
    const view = (await organizer.get(`/api/workshops/${links.workshop}`)).as<WorkshopView>();
    expect(view.workshop.title).toBe('Workshop on Harmonizing Python Workflows');
    expect(view.sessions.map(({ start, reportBack, end }) => [start, reportBack, end])).toEqual([
      ['11:00', '12:00', '12:30'],
      ['14:00', '15:00', '15:30'],
    ]);
    expect(view.groups.map(({ number }) => number)).toEqual([1, 2]);
    expect(new Set(links.sessions[0]?.groups.map(({ url }) => url)).size).toBe(2);
  });

  it('and whoever made it is its organizer', async () => {
    const browser = server.browser();
    const made = await browser.post('/api/workshops', {
      agenda,
      tables: 1,
      timeZone: 'America/Chicago',
    });
    const start = (await browser.get('/api/start')).as<StartView>();
    expect(start.mayCreate).toBe(true);
    expect(start.workshops).toContainEqual(
      expect.objectContaining({ id: made.as<LinksView>().workshop, role: 'organizer' }),
    );
  });

  it('or of rows that were corrected, with what the organizer chose for each session', async () => {
    const card = { headline: 'Problem', points: '', pointsAsked: 0, ask: 'Needs', dissent: '' };
    const row = (line: number, start: string, end: string, more: object) => ({
      line,
      start,
      end,
      title: `Row ${line}`,
      kind: 'plenary',
      reportBack: null,
      ...more,
    });
    const days = [
      {
        date: '2027-05-12',
        items: [
          row(1, '09:00', '09:30', {}),
          row(2, '09:30', '11:00', { kind: 'breakout', reportBack: '10:45' }),
          row(3, '11:00', '12:00', { kind: 'breakout' }),
        ],
      },
    ];
    const request = {
      agenda: '',
      days,
      title: 'Retreat',
      timeZone: 'Europe/Brussels',
      tables: 3,
      prompts: { 2: 'What gets in the way?' },
      cardTemplates: { 3: card },
      galleries: [2],
      organizers: 'Ana; Bo',
      funding: 'A grant',
      licence: 'CC BY 4.0',
    };
    const browser = server.browser();
    const made = (await browser.post('/api/workshops', request)).as<LinksView>();
    const home = `/api/workshops/${made.workshop}`;
    const view = (await browser.get(home)).as<WorkshopView>();
    expect(view.workshop).toMatchObject({ organizers: 'Ana; Bo', funding: 'A grant' });
    expect(view.sessions).toMatchObject([
      { title: 'Row 2', date: '2027-05-12', reportBack: '10:45', prompt: 'What gets in the way?' },
      { title: 'Row 3', reportBack: null, cardTemplate: card },
    ]);
    const steps = await browser.get(`${home}/sessions/${view.sessions[0]?.id}/steps`);
    expect(steps.text).toMatch(/gallery/);
    const ends = days.map(({ items }) => ({
      items: [...items, row(4, '14:00', '13:00', { kind: 'breakout' })],
    }));
    const refused = await browser.post('/api/workshops', { ...request, days: ends });
    expect([refused.status, refused.text]).toEqual([
      400,
      expect.stringMatching(/before it starts/),
    ]);
  });

  it.each([
    ['no table', { agenda, tables: 0, timeZone: 'UTC' }, /tables.*from 1 to 60/],
    ['61 tables', { agenda, tables: 61, timeZone: 'UTC' }, /tables.*from 1 to 60/],
    ['an unknown time zone', { agenda, tables: 1, timeZone: 'Mars/Base' }, /timeZone.*IANA/],
    ['an empty agenda', { agenda: ' ', tables: 1, timeZone: 'UTC' }, /empty/],
    [
      'no breakout',
      { agenda: 'Day\n9:00 Talk\n10:00 Lunch', tables: 1, timeZone: 'UTC' },
      /breakout/,
    ],
    ['no agenda', { tables: 1 }, /agenda/],
    ['something unknown', { agenda, tables: 1, colour: 'red' }, /colour/],
  ])('not with %s, and a sentence says why [H1]', async (_what, request, sentence) => {
    const answer = await server.browser().post('/api/workshops', request);
    expect(answer.status).toBe(400);
    expect(answer.as<{ problem: string }>().problem).toMatch(sentence);
  });

  it.each([1.2, 5, 7])('nor of %d MB', async (megabytes) => {
    const huge = '9:00 Small groups\n'.repeat((megabytes * 1_000_000) / 18);
    const answer = await server.browser().post('/api/workshops', { agenda: huge, tables: 1 });
    expect(answer.status).toBe(413);
  });

  it('nor of a body that is no JSON', async () => {
    expect((await server.browser().call('POST', '/api/workshops', '{"agenda')).status).toBe(400);
  });
});

describe('links', () => {
  it.each([
    ['organizer', 'organizer', true],
    ['facilitator', 'facilitator', true],
    ['join', 'participant', false],
    ['screen', 'screen', true],
    ['view', 'viewer', false],
  ] as const)('%s: lets in as %s', async (name, role, seesCode) => {
    const browser = await server.enter(links.links[name]);
    const view = (await browser.get(`/api/workshops/${links.workshop}`)).as<WorkshopView>();
    expect(view.me).toEqual({ role, seat: null, invitedTo: null });
    expect(view.workshop.joinCode !== null).toBe(seesCode);
  });

  it('of a table lead to that table', async () => {
    const [group] = links.sessions[0]?.groups ?? [];
    const browser = server.browser();
    const token = new URL(group?.url ?? '').hash.slice(1);
    const entered = (await browser.post('/api/enter', { token })).as<EnterView>();
    expect(entered).toEqual({ workshop: links.workshop, role: 'participant', group: group?.id });
  });

  it('take no role away from a browser that has a stronger one', async () => {
    const browser = await server.enter(links.links.organizer);
    const token = new URL(links.links.join).hash.slice(1);
    const entered = (await browser.post('/api/enter', { token })).as<EnterView>();
    expect(entered.role).toBe('organizer');
    expect((await browser.get(`/api/workshops/${links.workshop}/links`)).status).toBe(200);
  });

  it('that are altered open nothing', async () => {
    const token = new URL(links.links.view).hash.slice(1);
    const [id, generation, signature = ''] = token.split('.');
    const other = signature.startsWith('A') ? 'B' : 'A';
    for (const wrong of [
      `${id}.2.${signature}`,
      `${id}.${generation}.${other}${signature.slice(1)}`,
      `${id}.${generation}`,
      'x',
      '',
    ]) {
      const answer = await server.browser().post('/api/enter', { token: wrong });
      expect(answer.status).toBe(404);
      expect(answer.as<{ problem: string }>().problem).toMatch(/link/);
    }
  });

  it('that were replaced are void, with the cookies they gave', async () => {
    const made = await server.createWorkshop();
    const viewer = await server.enter(made.links.view);
    const organizer = await server.enter(made.links.organizer);
    const path = `/api/workshops/${made.workshop}`;
    const replaced = (await organizer.post(`${path}/links/view/replace`, {})).as<LinksView>();
    expect(replaced.links.view).not.toBe(made.links.view);
    expect(replaced.links.screen).toBe(made.links.screen);
    const refused = await viewer.get(path);
    expect([refused.status, refused.as<{ code: string }>().code]).toEqual([403, 'link-revoked']);
    await expect(server.enter(made.links.view)).rejects.toThrow(/withdrawn or replaced/);
    expect((await (await server.enter(replaced.links.view)).get(path)).status).toBe(200);
  });

  it('whose replacer came in by them keep the replacer in', async () => {
    const made = await server.createWorkshop();
    const organizer = await server.enter(made.links.organizer);
    const path = `/api/workshops/${made.workshop}`;
    expect((await organizer.post(`${path}/links/organizer/replace`, {})).status).toBe(200);
    expect((await organizer.get(path)).status).toBe(200);
  });
});
