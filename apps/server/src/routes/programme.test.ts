import type { ApiProblem, LinksView, Session, WorkshopView } from '@reportback/domain';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { TableWriter } from '../testing/table-writer.ts';
import { TestServer } from '../testing/test-server.ts';
import { readDocumentAddress } from '../workshops/document-address.ts';
import { documentName } from '../workshops/group-documents.ts';

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

const view = async () => (await organizer.get(home)).as<WorkshopView>();
const rows = async () => (await view()).workshop.agenda.days.flatMap(({ items }) => items);
const titles = async () => (await view()).sessions.map(({ title }) => title);
const remove = (body: object = {}, by = organizer) =>
  by.call('DELETE', `${home}/sessions/${links.sessions[0]?.id}`, body);
const write = async (text: string) => {
  const writer = await TableWriter.sitDown(server.origin, links, 'Bo', 1);
  writer.write(text);
  await writer.allSaved();
  return writer;
};
const post = async (at: string, body: object) =>
  expect((await organizer.post(at, body)).status).toBe(200);
const audit = async () => (await organizer.get(`${home}/audit`)).text;

it('a session can be added, with its row in the agenda, and its tables can write at once', async () => {
  const before = await titles();
  const late = { title: 'Late ideas', start: '22:00', end: '22:45', date: '2025-09-15' };
  const added = await organizer.post(`${home}/sessions`, late);
  expect(added.status).toBe(201);
  const session = added.as<Session>();
  expect(session).toMatchObject({ ...late, position: before.length + 1, phase: 'gathering' });
  expect(await titles()).toEqual([...before, 'Late ideas']);
  expect(await rows()).toContainEqual(
    expect.objectContaining({ title: 'Late ideas', kind: 'breakout', start: '22:00' }),
  );
  const guest = await server.enter(links.links.join);
  await guest.call('PUT', `${home}/seat`, { name: 'Ana' });
  const ticket = { session: session.id, group: links.sessions[0]?.groups[0]?.id };
  expect((await guest.post('/api/tickets', ticket)).status).toBe(200);
  for (const [wrong, sentence] of [
    [{ ...late, end: '21:00' }, /before it starts/],
    [{ ...late, title: ' ' }, /empty/],
    [{ title: 'No time' }, /start/],
  ] as const) {
    const refused = await organizer.post(`${home}/sessions`, wrong);
    expect([refused.status, refused.text]).toEqual([400, expect.stringMatching(sentence)]);
  }
  expect(await audit()).toMatch(/added a session: “Late ideas”/);
});

it('an empty session goes at once; the last one stays', async () => {
  const [, ...others] = await titles();
  expect((await remove()).status).toBe(204);
  expect(await titles()).toEqual(others);
  expect((await view()).sessions.map(({ position }) => position)).toEqual(
    others.map((_, index) => index + 1),
  );
  expect((await rows()).filter(({ kind }) => kind === 'breakout')).toHaveLength(others.length);
  for (const { id } of (await view()).sessions.slice(1))
    expect((await organizer.call('DELETE', `${home}/sessions/${id}`, {})).status).toBe(204);
  const [last] = (await view()).sessions;
  const refused = await organizer.call('DELETE', `${home}/sessions/${last?.id}`, {});
  expect([refused.status, refused.text]).toEqual([409, expect.stringMatching(/needs a session/)]);
});

it('a session with text goes only when that is said, and whoever writes there is told', async () => {
  const writer = await write('Slow permits');
  const refused = await remove();
  expect(refused.status).toBe(409);
  expect(refused.as<ApiProblem>()).toMatchObject({
    code: 'has-text',
    problem: expect.stringMatching(/the text of Table 2/),
  });
  const { problem } = refused.as<ApiProblem>();
  const facilitator = await server.enter(links.links.facilitator);
  expect((await remove({ told: problem }, facilitator)).status).toBe(403);
  // Who has something else in it than what was told is asked again.
  const other = await TableWriter.sitDown(server.origin, links, 'Cy', 0);
  other.write('Fast permits');
  await other.allSaved();
  const again = await remove({ told: problem });
  expect([again.status, again.text]).toEqual([409, expect.stringMatching(/Table 1 and Table 2/)]);
  const { store } = server.running.services;
  const order: string[] = [];
  vi.spyOn(store, 'finishDeletions').mockImplementationOnce(async () => {
    // Others are served meanwhile.
    await titles();
    order.push('finished');
  });
  vi.spyOn(server.running.services, 'durable').mockImplementationOnce(async () => {
    order.push('durable');
  });
  expect((await remove({ told: again.as<ApiProblem>().problem })).status).toBe(204);
  expect(order).toEqual(['finished', 'durable']);
  await vi.waitFor(() => expect(writer.isClosed).toBe(true), { timeout: 10_000 });
  expect(await audit()).toMatch(/removed a session: “.*”, with the text of Table 1 and Table 2/);
  expect((await organizer.get(`${home}/record-check`)).status).toBe(200);
});

it('text that may only be on a device is told as something that would go', async () => {
  const writer = await TableWriter.sitDown(server.origin, links, 'Bo', 1);
  writer.leave();
  const { activities } = server.running.services;
  const { session, group } = readDocumentAddress(writer.ticket.document) ?? {};
  if (session === undefined || group === undefined) throw new Error('No document');
  await vi.waitFor(
    () => expect(activities.of(documentName(session, group)).away).toHaveLength(1),
    10_000,
  );
  expect((await remove()).text).toMatch(/perhaps text on a device that is out of reach, of Bo/);
});

it.each([
  ['a table begins to write', () => write('Slow permits'), /the text of Table 2/],
  [
    'the plenary makes a finding',
    () =>
      post(`${home}/sessions/${links.sessions[0]?.id}/plenary`, {
        id: 'step-1',
        command: { is: 'make-finding', finding: 'finding-1', name: 'Permits', points: [] },
      }),
    /there is 1 finding/,
  ],
  [
    'it is frozen',
    () => post(`${home}/sessions/${links.sessions[0]?.id}/phase`, { command: 'freeze' }),
    /is frozen/,
  ],
  [
    'the record comes to take corrections',
    () => post(`${home}/record-standing`, { is: 'correct', days: 7 }),
    /takes corrections/,
  ],
])('a session does not go where %s in the same moment', async (_what, meanwhile, sentence) => {
  const { turns } = server.running.services;
  const take = turns.take.bind(turns);
  // By then the session has been looked through.
  vi.spyOn(turns, 'take').mockImplementationOnce(async (workshop, work) => {
    await meanwhile();
    return take(workshop, work);
  });
  const refused = await remove();
  expect([refused.status, refused.text]).toEqual([409, expect.stringMatching(sentence)]);
  expect(await titles()).toHaveLength(2);
});

it('while the record takes corrections no session comes or goes', async () => {
  await organizer.post(`${home}/record-standing`, { is: 'correct', days: 7 });
  expect((await remove()).text).toMatch(/takes corrections/);
  expect((await organizer.post(`${home}/sessions`, { title: 'A', start: '20:00' })).status).toBe(
    409,
  );
});

it('nothing is changed beside a freeze of the record: what is asked for meanwhile waits and is refused', async () => {
  const { kept } = server.running.services;
  const freeze = kept.freeze.bind(kept);
  const session = `${home}/sessions/${links.sessions[0]?.id}`;
  let meanwhile: readonly ReturnType<Browser['post']>[] = [];
  vi.spyOn(kept, 'freeze').mockImplementationOnce(async (...asked) => {
    meanwhile = [
      organizer.call('PATCH', session, { title: 'Barriers' }),
      organizer.call('PATCH', home, { place: 'Ghent' }),
      organizer.post(`${home}/agenda`, {
        title: 'Tea',
        kind: 'break',
        date: null,
        start: '16:00',
        end: null,
      }),
      organizer.post(`${home}/groups`, { name: 'Pier' }),
      organizer.post(`${session}/phase`, { command: 'reopen' }),
      organizer.call('DELETE', session, {}),
    ];
    // Time enough for all of them, had they not to wait.
    for (let calls = 0; calls < 10; calls++) await titles();
    return freeze(...asked);
  });
  await post(`${home}/record-standing`, { is: 'freeze' });
  for (const answer of await Promise.all(meanwhile))
    expect([answer.status, answer.text]).toEqual([409, expect.stringMatching(/is frozen/)]);
});

it('a session’s new time stands in the agenda, also when somebody saves the workshop meanwhile', async () => {
  await Promise.all([
    organizer.call('PATCH', home, { place: 'Ghent' }),
    organizer.call('PATCH', `${home}/sessions/${links.sessions[0]?.id}`, {
      title: 'Barriers',
      start: '10:55',
    }),
    organizer.call('PATCH', home, { funding: 'A grant' }),
  ]);
  expect(await rows()).toContainEqual(
    expect.objectContaining({ title: 'Barriers', start: '10:55' }),
  );
  const { under } = await server.running.services.records.read(links.workshop);
  expect(JSON.stringify(under('by-name').agenda)).toContain('"Barriers"');
});

it('rows that are no sessions come, change and go; of two organizers the second is told', async () => {
  const lunch = { title: 'Lunch', kind: 'break', date: null, start: '12:45', end: '13:30' };
  const added = await organizer.post(`${home}/agenda`, lunch);
  expect(added.status).toBe(201);
  const line = (await rows()).find(({ title }) => title === 'Lunch')?.line;
  const at = `${home}/agenda/${line}`;
  const other = await server.enter(links.links.organizer);
  const theirs = { start: '13:00', was: { start: '12:45' } };
  expect((await organizer.call('PATCH', at, theirs)).status).toBe(200);
  const late = await other.call('PATCH', at, { start: '12:30', was: { start: '12:45' } });
  expect([late.status, late.text]).toEqual([409, expect.stringMatching(/changed-meanwhile/)]);
  expect((await other.call('DELETE', at, { was: lunch })).status).toBe(409);
  expect((await other.call('PATCH', at, { title: 'Buffet' })).status).toBe(200);
  expect(await rows()).toContainEqual(
    expect.objectContaining({ title: 'Buffet', start: '13:00', end: '13:30' }),
  );
  const breakout = (await rows()).find(({ kind }) => kind === 'breakout')?.line;
  expect(
    (await organizer.call('PATCH', `${home}/agenda/${breakout}`, { title: 'X' })).text,
  ).toMatch(/is a session/);
  expect((await organizer.call('DELETE', at, {})).status).toBe(200);
  expect((await organizer.call('DELETE', at, {})).status).toBe(404);
  const facilitator = await server.enter(links.links.facilitator);
  expect((await facilitator.post(`${home}/agenda`, lunch)).status).toBe(403);
});
