import type { Group, LinksView, Session, WorkshopView } from '@reportback/domain';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
let links: LinksView;
let organizer: Browser;
let home: string;
beforeAll(async () => {
  server = await TestServer.start();
});
beforeEach(async () => {
  links = await server.createWorkshop();
  organizer = await server.enter(links.links.organizer);
  home = `/api/workshops/${links.workshop}`;
});
afterAll(() => server.remove());

const view = async (path = home) => (await organizer.get(path)).as<WorkshopView>();
const changeSession = (change: object) =>
  organizer.call('PATCH', `${home}/sessions/${links.sessions[0]?.id}`, change);

it('a session’s words and times can be changed, and stay in order', async () => {
  const change = {
    title: 'Hindrances',
    prompt: 'What?\nWhy?',
    date: '2025-09-16',
    start: '11:15',
    reportBack: null,
    end: '12:45',
  };
  expect((await changeSession(change)).as<Session>()).toMatchObject(change);
  for (const [wrong, sentence] of [
    [{ end: '11:00' }, /end at 11:00, before it starts at 11:15/],
    [{ reportBack: '13:00' }, /report-back at 13:00/],
    [{ reportBack: '11:15' }, /report-back/],
    [{ start: '24:00' }, /time such as/],
    [{ date: '2025-02-30' }, /day such as/],
    [{ title: ' ' }, /empty/],
  ] as const) {
    const refused = await changeSession(wrong);
    expect([refused.status, refused.text]).toEqual([400, expect.stringMatching(sentence)]);
  }
  // It is the last one now: sessions stand in the order of their times.
  expect((await view()).sessions.at(-1)).toMatchObject(change);
});

it('a table can be added while the workshop runs, with a link that leads to it', async () => {
  const added = await organizer.post(`${home}/groups`, { name: 'Lakefront' });
  expect(added.status).toBe(201);
  const group = added.as<Group>();
  expect(group).toMatchObject({ number: 3, name: 'Lakefront' });
  const all = (await organizer.get(`${home}/links`)).as<LinksView>();
  const guest = await server.enter(all.sessions[0]?.groups[2]?.url ?? '');
  expect((await guest.get(home)).as<WorkshopView>().me.invitedTo).toBe(group.id);
  await guest.call('PUT', `${home}/seat`, { name: 'Ana' });
  const ticket = { session: links.sessions[0]?.id, group: group.id };
  expect((await guest.post('/api/tickets', ticket)).status).toBe(200);
});

it('no more tables than sixty', async () => {
  for (let number = 3; number <= 60; number += 1)
    expect((await organizer.post(`${home}/groups`, { name: '' })).status).toBe(201);
  expect((await organizer.post(`${home}/groups`, { name: '' })).status).toBe(409);
});

it('a workshop can be made like another, without its people, phases and links', async () => {
  await organizer.call('PATCH', home, { funding: 'A grant', organizers: 'Ana; Bo' });
  await changeSession({ prompt: 'Why?' });
  await organizer.call('PUT', `${home}/seat`, { name: 'Ana' });
  await organizer.post(`${home}/sessions/${links.sessions[0]?.id}/phase`, { command: 'next' });
  const made = await organizer.post(`${home}/duplicate`, {});
  expect(made.status).toBe(201);
  const copy = made.as<LinksView>();
  const [before, after] = [await view(), await view(`/api/workshops/${copy.workshop}`)];
  expect(after.workshop).toMatchObject({
    title: 'Workshop on Harmonizing Python Workflows (copy)',
    funding: 'A grant',
    organizers: 'Ana; Bo',
  });
  expect(after.workshop.joinCode).not.toBe(before.workshop.joinCode);
  expect(after.sessions.map(({ prompt, phase }) => [prompt, phase])).toEqual([
    ['Why?', 'gathering'],
    ['', 'gathering'],
  ]);
  expect(after.groups).toHaveLength(2);
  expect(after.me.seat).toBeNull();
  const facilitator = await server.enter(links.links.facilitator);
  expect((await facilitator.post(`${home}/duplicate`, {})).status).toBe(403);
});

it('of two organizers who change one field, the second is told, and nothing is lost', async () => {
  const other = await server.enter(links.links.organizer);
  const session = `${home}/sessions/${links.sessions[0]?.id}`;
  const { title } = (await view()).sessions[0] ?? { title: '' };
  const theirs = { title: 'Hindrances', was: { title } };
  expect((await organizer.call('PATCH', session, theirs)).status).toBe(200);
  const late = await other.call('PATCH', session, { title: 'Barriers', was: { title } });
  expect([late.status, late.text]).toEqual([409, expect.stringMatching(/changed-meanwhile/)]);
  expect((await view()).sessions[0]?.title).toBe('Hindrances');
  // Another field of the same row is nobody's conflict.
  const prompt = { prompt: 'Why?', was: { prompt: '' } };
  expect((await other.call('PATCH', session, prompt)).status).toBe(200);
  const seen = { title: 'Barriers', was: { title: 'Hindrances' } };
  expect((await other.call('PATCH', session, seen)).status).toBe(200);
  expect((await view()).sessions[0]).toMatchObject({ title: 'Barriers', prompt: 'Why?' });
});

it('of many changes at once each is kept or refused', async () => {
  const answers = await Promise.all(
    ['A', 'B', 'C', 'D'].map((place) =>
      organizer.call('PATCH', home, { place, was: { place: '' } }),
    ),
  );
  const found = (await view()).workshop.place;
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(['A', 'B', 'C', 'D']).toContain(found);
});

it('a settings save does not take a phase back', async () => {
  const session = `${home}/sessions/${links.sessions[0]?.id}`;
  await Promise.all([
    changeSession({ prompt: 'Why?' }),
    organizer.post(`${session}/phase`, { command: 'next' }),
    changeSession({ prompt: 'Why not?' }),
  ]);
  expect((await view()).sessions[0]?.phase).toBe('discuss');
});

it('the card of a session can ask for something else', async () => {
  const cardTemplate = {
    headline: 'Problem',
    points: 'Solutions',
    pointsAsked: 2,
    ask: 'Needs',
    dissent: '',
  };
  expect((await changeSession({ cardTemplate })).as<Session>().cardTemplate).toEqual(cardTemplate);
  const headless = await changeSession({ cardTemplate: { ...cardTemplate, headline: ' ' } });
  expect([headless.status, headless.text]).toEqual([400, expect.stringMatching(/screen shows/)]);
});

it('table tents are a PDF for organizers alone', async () => {
  const tents = await organizer.get(`${home}/tents.pdf?paper=letter&ink=save`);
  expect([tents.status, tents.text.slice(0, 5)]).toEqual([200, '%PDF-']);
  expect((await organizer.get(`${home}/tents.pdf?paper=a3`)).status).toBe(400);
  const facilitator = await server.enter(links.links.facilitator);
  expect((await facilitator.get(`${home}/tents.pdf`)).status).toBe(403);
});
