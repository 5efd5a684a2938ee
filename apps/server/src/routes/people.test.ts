import { once } from 'node:events';
import type {
  AuditView,
  LinksView,
  MovesView,
  PeopleView,
  RosterView,
  Seat,
  TicketView,
} from '@reportback/domain';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { Listener } from '../testing/listener.ts';
import { TestServer } from '../testing/test-server.ts';

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

const table = (index: number) => links.sessions[0]?.groups[index]?.id ?? null;
const people = async () => (await organizer.get(`${home}/people`)).as<PeopleView>().people;
const roster = async (text: string) =>
  (await organizer.post(`${home}/people`, { roster: text })).as<RosterView>();

it('a roster adds people at their tables, once, and says what it did not understand', async () => {
  const text = 'Name,Affiliation,Table\nAna,Lakemoor,1\nBo,,Table 3\nAna,Other place,\nCy,,9\n';
  const first = await roster(text);
  expect(first).toMatchObject({ added: 4, known: 0 });
  expect(first.problems).toEqual(['Line 5: there is no table “9”; Cy has none.']);
  expect(first.people.map(({ name, group, here }) => [name, group, here])).toEqual([
    ['Ana', table(0), false],
    ['Bo', table(2), false],
    ['Ana', null, false],
    ['Cy', null, false],
  ]);
  expect(await roster(text)).toMatchObject({ added: 0, known: 4 });
});

it('five thousand rows come in, and not one more', async () => {
  const rows = Array.from(
    { length: 5_000 },
    (_, index) => `Person ${index},Institute ${index % 9}`,
  );
  expect((await roster(rows.join('\n'))).added).toBe(5_000);
  const refused = await organizer.post(`${home}/people`, { roster: 'One More,Somewhere' });
  expect(refused.status).toBe(413);
  expect(await people()).toHaveLength(5_000);
});

it('somebody of the roster who comes in by name sits where they were placed', async () => {
  await roster('Name,Affiliation,Table\nAna Lucía,Lakemoor,2\nBo,Elsewhere,2');
  const ana = await server.enter(links.links.join);
  const seat = (await ana.call('PUT', `${home}/seat`, { name: 'ana lucía' })).as<Seat>();
  expect(seat).toMatchObject({ group: table(1), affiliation: 'Lakemoor' });
  // Of the record she is from now on, and who never came is not.
  const record = await organizer.get(`${home}/record.json`);
  expect(record.as<{ people: readonly { id: string }[] }>().people.map(({ id }) => id)).toEqual([
    seat.id,
  ]);
  // The next of that name is somebody else.
  const other = await server.enter(links.links.join);
  const second = (await other.call('PUT', `${home}/seat`, { name: 'Ana Lucía' })).as<Seat>();
  expect(second.id).not.toBe(seat.id);
  expect(await people()).toHaveLength(3);
});

it('moves are made together and can be turned round; who was moved meanwhile stays', async () => {
  await roster('Ana,,1\nBo,,1\nCy,,2');
  const [ana, bo, cy] = await people();
  const move = (seat: string | undefined, from: number | null, to: number | null) => ({
    seat,
    from: from === null ? null : table(from),
    to: to === null ? null : table(to),
  });
  const moves = [move(ana?.id, 0, 2), move(bo?.id, 0, null), move(cy?.id, 0, 2)];
  const made = (await organizer.post(`${home}/people/moves`, { moves })).as<MovesView>();
  expect(made.moved).toEqual(moves.slice(0, 2));
  expect(made.people.map(({ group }) => group)).toEqual([table(2), null, table(1)]);
  const back = made.moved.map(({ seat, from, to }) => ({ seat, from: to, to: from }));
  const undone = (await organizer.post(`${home}/people/moves`, { moves: back })).as<MovesView>();
  expect(undone.people.map(({ group }) => group)).toEqual([table(0), table(0), table(1)]);
  const wrong = { seat: ana?.id, from: table(0), to: 'elsewhere' };
  const refused = await organizer.post(`${home}/people/moves`, { moves: [moves[0], wrong] });
  expect(refused.status).toBe(400);
  expect((await people())[0]?.group).toBe(table(0));
});

it('a move is taken back by another organizer, the last one first, and the audit list says so', async () => {
  await roster('Ana,,1\nBo,,1');
  const [ana, bo] = await people();
  const move = (moves: readonly object[]) => organizer.post(`${home}/people/moves`, { moves });
  await move([
    { seat: ana?.id, from: table(0), to: table(1) },
    { seat: bo?.id, from: table(0), to: table(1) },
  ]);
  await move([{ seat: bo?.id, from: table(1), to: null }]);
  const other = await server.enter(links.links.organizer);
  const last = async () => (await other.get(`${home}/people`)).as<PeopleView>().lastMove;
  const undo = (number: number | undefined) => other.post(`${home}/people/moves/undo`, { number });
  const second = await last();
  expect(second).toMatchObject({ by: 'organizer', people: 1 });
  expect((await undo(second?.number)).status).toBe(200);
  // Two press it at once: one move goes back, not two.
  expect((await undo(second?.number)).status).toBe(409);
  const whole = await last();
  expect(whole).toMatchObject({ people: 2 });
  await organizer.call('DELETE', `${home}/people/${bo?.id}`);
  expect(await last()).toMatchObject({ people: 1 });
  const undone = (await undo(whole?.number)).as<MovesView>();
  expect(undone.people.map(({ group }) => group)).toEqual([table(0)]);
  expect(undone.lastMove).toBeNull();
  expect((await other.get(`${home}/audit`)).text).toMatch(/took a move of people back: 1/);
});

it('a move back to a table that sits there no more moves nobody, and the one before it can be taken back', async () => {
  await roster('Ana,,1');
  const [ana] = await people();
  const session = links.sessions[0]?.id;
  const move = async (from: number, to: number) =>
    organizer.post(`${home}/people/moves`, {
      moves: [{ seat: ana?.id, from: table(from), to: table(to) }],
      session,
    });
  const last = async () => (await organizer.get(`${home}/people`)).as<PeopleView>().lastMove;
  const undo = async () =>
    organizer.post(`${home}/people/moves/undo`, { number: (await last())?.number });
  await move(0, 2);
  await move(2, 1);
  const tables = { out: [table(2)], names: {} };
  await organizer.call('PATCH', `${home}/sessions/${session}`, { tables });
  const refused = await move(1, 2);
  expect([refused.status, refused.text]).toEqual([
    400,
    expect.stringMatching(/Table 3 does not sit/),
  ]);
  const nobody = await undo();
  expect([nobody.status, nobody.as<MovesView>().moved]).toEqual([200, []]);
  expect((await organizer.get(`${home}/audit`)).text).not.toMatch(/took a move of people back/);
  await organizer.call('PATCH', `${home}/sessions/${session}`, { tables: null });
  await move(1, 2);
  expect((await undo()).as<MovesView>().moved).toHaveLength(1);
  expect((await undo()).status).toBe(200);
  expect(await last()).toBeNull();
});

it('for one session people can sit elsewhere, write there and only there, and go back', async () => {
  const [first, second] = links.sessions;
  const tables = first?.groups.map(({ id }) => id) ?? [];
  const ana = await server.enter(links.links.join);
  const seat = (await ana.call('PUT', `${home}/seat`, { name: 'Ana', group: tables[0] })).as<{
    id: string;
  }>();
  const moves = [{ seat: seat.id, from: tables[0], to: tables[1] }];
  const moved = await organizer.post(`${home}/people/moves`, { moves, session: second?.id });
  expect(moved.as<MovesView>().moved).toEqual(moves);
  const access = async (session: string | undefined, group: string | undefined) =>
    (await ana.post('/api/tickets', { session, group })).as<TicketView>().access.is;
  expect(await access(first?.id, tables[0])).toBe('write');
  expect(await access(second?.id, tables[0])).toBe('read');
  expect(await access(second?.id, tables[1])).toBe('write');
  // A move of all sessions leaves what was planned for the one; turned round, everybody is back.
  const back = [{ seat: seat.id, from: tables[1], to: tables[0] }];
  await organizer.post(`${home}/people/moves`, { moves: back, session: second?.id });
  expect(await access(second?.id, tables[0])).toBe('write');
  const other = await server.createWorkshop();
  const foreign = { moves: [], session: other.sessions[0]?.id };
  expect((await organizer.post(`${home}/people/moves`, foreign)).status).toBe(404);
});

it('who stands twice on a roster is added once, and it is said', async () => {
  const roster = 'Name;Affiliation\nMax;Uni\nmax;UNI\nMax;Lab';
  const view = (await organizer.post(`${home}/people`, { roster })).as<RosterView>();
  expect(view).toMatchObject({ added: 2, known: 0 });
  expect(view.problems).toEqual(['Line 3: max stands in line 2 already; added once.']);
});

it('erasing a person takes their names away everywhere, and their devices out', async () => {
  const browser = await server.enter(links.links.join);
  const seat = (
    await browser.call('PUT', `${home}/seat`, {
      name: 'Zora Erasable',
      affiliation: 'Gone Institute',
      citeAs: 'Z. Erasable',
      consent: true,
      group: table(0),
    })
  ).as<Seat>();
  const [session] = links.sessions;
  const asked = await browser.post('/api/tickets', { session: session?.id, group: table(0) });
  const { url, document, protocols } = asked.as<TicketView>();
  const device = new Listener(`${url}/${document}`, protocols);
  await once(device.socket, 'message');
  const facilitator = await server.enter(links.links.facilitator);
  expect((await facilitator.call('DELETE', `${home}/people/${seat.id}`)).status).toBe(403);

  expect((await organizer.call('DELETE', `${home}/people/${seat.id}`)).status).toBe(204);
  expect(await device.closed()).toBe(4430);
  expect(await new Listener(`${url}/${document}`, protocols).closed()).toBe(4430);
  for (const path of ['/people', '/record.md', '/audit', ''])
    expect((await organizer.get(home + path)).text).not.toMatch(/Erasable|Gone Institute/);
  expect((await organizer.call('DELETE', `${home}/people/${seat.id}`)).status).toBe(404);
  const { entries } = (await organizer.get(`${home}/audit`)).as<AuditView>();
  expect(entries.map(({ did }) => did)).toContain('erased a person');
});

it('people may erase themselves, and come in again as somebody new', async () => {
  const browser = await server.enter(links.links.join);
  const seat = (await browser.call('PUT', `${home}/seat`, { name: 'Ana' })).as<Seat>();
  expect((await browser.call('DELETE', `${home}/people/${seat.id}`)).status).toBe(204);
  const again = (await browser.call('PUT', `${home}/seat`, { name: 'Bo' })).as<Seat>();
  expect(again.id).not.toBe(seat.id);
  const other = await server.enter(links.links.join);
  expect((await other.call('DELETE', `${home}/people/${again.id}`)).status).toBe(403);
});

it('a deleted workshop sends its writers away at once, for good', async () => {
  const [session] = links.sessions;
  const asked = await server.browser().post('/api/tickets', {
    session: session?.id,
    group: table(0),
    token: new URL(links.links.join).hash.slice(1),
    name: 'Ana',
  });
  const { url, document, protocols } = asked.as<TicketView>();
  const device = new Listener(`${url}/${document}`, protocols);
  await once(device.socket, 'message');
  expect((await organizer.call('DELETE', home)).status).toBe(204);
  expect(await device.closed()).toBe(4410);
  expect(await new Listener(`${url}/${document}`, protocols).closed()).toBe(4410);
});

it.each(['participant', 'viewer', 'screen'] as const)('a %s sees no roster', async (role) => {
  const link = role === 'participant' ? 'join' : role === 'viewer' ? 'view' : 'screen';
  const browser = await server.enter(links.links[link]);
  expect((await browser.get(`${home}/people`)).status).toBe(403);
  expect((await browser.post(`${home}/people`, { roster: 'Ana' })).status).toBe(403);
  expect((await browser.post(`${home}/people/moves`, { moves: [] })).status).toBe(403);
});
