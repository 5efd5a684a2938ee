import type {
  ApiProblem,
  LinksView,
  Session,
  TablesView,
  TicketView,
  WorkshopView,
} from '@reportback/domain';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { TableWriter } from '../testing/table-writer.ts';
import { agenda, TestServer } from '../testing/test-server.ts';

let server: TestServer;
let links: LinksView;
let organizer: Browser;
let home: string;
beforeAll(async () => {
  server = await TestServer.start();
});
beforeEach(async () => {
  links = await server.createWorkshop(3);
  organizer = await server.enter(links.links.organizer);
  home = `/api/workshops/${links.workshop}`;
});
afterAll(() => server.remove());

const session = () => links.sessions[0]?.id ?? '';
const table = (number: number) => links.sessions[0]?.groups[number - 1]?.id ?? '';
const set = (tables: object | null, more: object = {}, by = organizer) =>
  by.call('PATCH', `${home}/sessions/${session()}`, { tables, ...more });

it('an organizer leaves a table out and names one; others may not', async () => {
  const tables = { out: [table(2)], names: { [table(3)]: 'Harbour' } };
  for (const link of [links.links.facilitator, links.links.join, links.links.view])
    expect((await set(tables, {}, await server.enter(link))).status).toBe(403);
  expect((await set(tables)).as<Session>().tables).toEqual(tables);
  const view = (await organizer.get(home)).as<WorkshopView>();
  expect(view.sessions.map((each) => each.tables)).toEqual([
    tables,
    ...view.sessions.slice(1).map(() => undefined),
  ]);
  expect((await set(null, { was: { tables: null } })).status).toBe(409);
  expect((await set(null, { was: { tables } })).as<Session>().tables).toBeUndefined();
});

it('a workshop is made with other tables in a session, told by their numbers', async () => {
  const asked = { agenda, tables: 3, tableNames: ['Pier'], timeZone: 'America/Chicago' };
  const line = agenda.split('\n').findIndex((text) => text.startsWith('2:00')) + 1;
  const make = (tables: object) =>
    server.browser().post('/api/workshops', { ...asked, sessionTables: { [line]: tables } });
  const made = (
    await make({ out: ['2', '2'], names: { 1: 'Pier', 3: 'Harbour' } })
  ).as<LinksView>();
  const there = await server.enter(made.links.organizer);
  const view = (await there.get(`/api/workshops/${made.workshop}`)).as<WorkshopView>();
  const [, second, third] = view.groups;
  expect(view.sessions.map(({ tables }) => tables)).toEqual([
    undefined,
    { out: [second?.id], names: { [third?.id ?? '']: 'Harbour' } },
  ]);
  for (const [wrong, sentence] of [
    [{ out: ['1', '2', '3'], names: {} }, /at least one/],
    [{ out: ['4'], names: {} }, /does not have/],
  ] as const) {
    const refused = await make(wrong);
    expect([refused.status, refused.text]).toEqual([400, expect.stringMatching(sentence)]);
  }
});

it('what makes no sense is refused with a sentence', async () => {
  const all = [table(1), table(2), table(3)];
  for (const [wrong, sentence] of [
    [{ out: all, names: {} }, /at least one/],
    [{ out: ['another-table'], names: {} }, /does not have/],
    [{ out: [], names: { [table(1)]: ' ' } }, /empty/],
  ] as const) {
    const refused = await set(wrong);
    expect([refused.status, refused.text]).toEqual([400, expect.stringMatching(sentence)]);
  }
});

it('who sits at a table that is left out reads there, and may sit at another one for the session', async () => {
  const guest = await server.enter(links.links.join);
  await guest.call('PUT', `${home}/seat`, { name: 'Ana', group: table(2) });
  await set({ out: [table(2)], names: {} });
  const ticket = async (group: string) =>
    (await guest.post('/api/tickets', { session: session(), group })).as<TicketView>().access;
  expect(await ticket(table(2))).toEqual({ is: 'read', because: 'left-out' });
  const choose = (group: string) =>
    guest.call('PUT', `${home}/seat`, { name: 'Ana', group, session: session() });
  expect((await choose(table(2))).status).toBe(400);
  expect((await choose(table(3))).as()).toMatchObject({
    group: table(2),
    elsewhere: { [session()]: table(3) },
  });
  expect(await ticket(table(3))).toEqual({ is: 'write' });
});

it('links, tents and who sits where tell a session’s own tables', async () => {
  const guest = await server.enter(links.links.join);
  await guest.call('PUT', `${home}/seat`, { name: 'Ana', group: table(2) });
  await set({ out: [table(2)], names: { [table(3)]: 'Harbour' } });
  await guest.call('PUT', `${home}/seat`, { name: 'Ana', group: table(3), session: session() });
  const told = (await organizer.get(`${home}/links`)).as<LinksView>().sessions;
  expect(told.map(({ groups }) => groups.map(({ name }) => name)).slice(0, 2)).toEqual([
    ['Table 1', 'Table 3: Harbour'],
    ['Table 1', 'Table 2', 'Table 3'],
  ]);
  const seated = async (query: string) =>
    (await guest.get(`${home}/tables${query}`)).as<TablesView>().tables;
  expect(await seated(`?session=${session()}`)).toEqual([
    { group: table(1), people: [] },
    { group: table(3), people: ['Ana'] },
  ]);
  expect(await seated('')).toContainEqual({ group: table(2), people: ['Ana'] });
});

it('a table that has written is left out only when that is said', async () => {
  const writer = await TableWriter.sitDown(server.origin, links, 'Bo', 1);
  writer.write('Slow permits');
  await writer.allSaved();
  const out = { out: [table(2)], names: {} };
  const refused = await set(out);
  expect(refused.status).toBe(409);
  expect(refused.as<ApiProblem>()).toMatchObject({
    code: 'has-text',
    problem: expect.stringMatching(/Table 2 has written/),
  });
  expect((await set(out, { evenWritten: true })).status).toBe(200);
  // The open socket is asked anew for each message.
  writer.write('Too late');
  await vi.waitFor(() => expect(writer.refusedFor).not.toBeNull(), { timeout: 10_000 });
  writer.leave();
  const record = JSON.parse((await organizer.get(`${home}/record.json`)).text) as {
    sessions: readonly { groups: readonly { group: string }[] }[];
  };
  expect(record.sessions[0]?.groups.map(({ group }) => group)).toContain(table(2));
});

it('a workshop made like it leaves out its own tables', async () => {
  await set({ out: [table(2)], names: { [table(1)]: 'Harbour' } });
  const copy = (await organizer.post(`${home}/duplicate`, {})).as<LinksView>();
  const view = (await organizer.get(`/api/workshops/${copy.workshop}`)).as<WorkshopView>();
  const ids = view.groups.map(({ id }) => id);
  expect(view.sessions[0]?.tables).toEqual({ out: [ids[1]], names: { [ids[0] ?? '']: 'Harbour' } });
});
