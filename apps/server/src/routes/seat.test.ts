import type { LinksView, Seat, TablesView, TicketView, WorkshopView } from '@reportback/domain';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
let links: LinksView;

beforeAll(async () => {
  server = await TestServer.start();
  links = await server.createWorkshop(3);
});
afterAll(() => server.remove());

const path = () => `/api/workshops/${links.workshop}`;
const group = (index: number) => links.sessions[0]?.groups[index]?.id ?? '';

async function codeOfScreen(): Promise<string> {
  const screen = await server.enter(links.links.screen);
  return (await screen.get(path())).as<WorkshopView>().workshop.joinCode ?? '';
}

describe('a seat', () => {
  it('is taken with a name at the table whose link was opened, and kept over other links', async () => {
    const browser = await server.enter(links.sessions[0]?.groups[1]?.url ?? '');
    const taken = (
      await browser.call('PUT', `${path()}/seat`, { name: '  Ana  Lucía ' })
    ).as<Seat>();
    expect(taken).toMatchObject({ name: 'Ana Lucía', group: group(1), consent: false });
    const token = new URL(links.links.join).hash.slice(1);
    await browser.post('/api/enter', { token });
    const view = (await browser.get(path())).as<WorkshopView>();
    expect(view.me.seat).toEqual(taken);
  });

  it('is changed by its own person, who stays who they are', async () => {
    const browser = await server.enter(links.links.join);
    const seat = (await browser.call('PUT', `${path()}/seat`, { name: 'Bo' })).as<Seat>();
    expect(seat.group).toBeNull();
    const change = { name: 'Bo', affiliation: 'Lakemoor', consent: true, group: group(2) };
    const changed = (await browser.call('PUT', `${path()}/seat`, change)).as<Seat>();
    expect(changed).toEqual({ ...seat, ...change });
    const other = await server.enter(links.links.join);
    await other.call('PUT', `${path()}/seat`, { name: 'Bo' });
    expect((await browser.get(path())).as<WorkshopView>().me.seat).toEqual(changed);
  });

  it('is shown at its table to those who look for theirs, and to no screen', async () => {
    const ed = await server.enter(links.links.join);
    await ed.call('PUT', `${path()}/seat`, { name: 'Ed', group: group(0) });
    await ed.call('PUT', `${path()}/seat`, { name: 'Ed Wu', group: group(2) });
    const newcomer = await server.enter(links.links.join);
    const { tables } = (await newcomer.get(`${path()}/tables`)).as<TablesView>();
    expect(tables.map((table) => table.group)).toEqual([group(0), group(1), group(2)]);
    expect(tables[0]?.people).not.toContain('Ed');
    expect(tables[2]?.people).toContain('Ed Wu');
    const screen = await server.enter(links.links.screen);
    expect((await screen.get(`${path()}/tables`)).status).toBe(403);
  });

  it('writes nothing but its own change over what happened while it was under way', async () => {
    const browser = await server.enter(links.links.join);
    const consenting = { name: 'Zora', consent: true, group: group(0) };
    const seat = (await browser.call('PUT', `${path()}/seat`, consenting)).as<Seat>();
    const organizer = await server.enter(links.links.organizer);
    const { erasure, store } = server.running.services;
    const unname = erasure.unname.bind(erasure);
    const withdrawing = (meanwhile: () => Promise<unknown>) => {
      vi.spyOn(erasure, 'unname').mockImplementationOnce(async (...asked) => {
        await meanwhile();
        return unname(...asked);
      });
      return browser.call('PUT', `${path()}/seat`, { name: 'Zora', consent: false });
    };
    const moves = [{ seat: seat.id, from: group(0), to: group(2) }];
    const changed = await withdrawing(() =>
      organizer
        .post(`${path()}/people/moves`, { moves })
        .then(({ status }) => expect(status).toBe(200)),
    );
    expect(changed.as<Seat>()).toEqual({ ...seat, consent: false, group: group(2) });

    await browser.call('PUT', `${path()}/seat`, { name: 'Zora', consent: true });
    const words = { baseline: null, note: '' };
    const refused = await withdrawing(() => erasure.erase(seat, words));
    expect([refused.status, refused.text]).toEqual([404, expect.stringMatching(/erased/)]);
    expect(await store.seat(seat.id)).toBeNull();
  });

  it.each([
    ['no name', { name: ' ' }, /“name”: Say a name/],
    ['a name of a thousand letters', { name: 'x'.repeat(1000) }, /80 characters/],
    ['a table of another workshop', { name: 'Cy', group: 'elsewhere' }, /no such table/],
    ['a table that is no id', { name: 'Cy', group: '../x' }, /not the id of a table/],
    ['somebody else’s id', { name: 'Cy', id: 'x' }, /id/],
  ])('is not taken with %s', async (_what, request, sentence) => {
    const browser = await server.enter(links.links.join);
    const answer = await browser.call('PUT', `${path()}/seat`, request);
    expect([answer.status, answer.as<{ problem: string }>().problem]).toEqual([
      400,
      expect.stringMatching(sentence),
    ]);
  });
});

describe('a typed code', () => {
  it('lets in as participant, however it is typed', async () => {
    const code = await codeOfScreen();
    for (const typed of [code, ` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`]) {
      const answer = await server.browser().post('/api/enter', { code: typed });
      expect(answer.as<unknown>()).toEqual({
        workshop: links.workshop,
        role: 'participant',
        group: null,
      });
    }
  });

  it('that no workshop has is told so', async () => {
    const answer = await server.browser().post('/api/enter', { code: '222 222' });
    expect([answer.status, answer.as<{ code: string }>().code]).toEqual([404, 'code-unknown']);
  });
});

describe('a ticket', () => {
  const ask = (more: object) =>
    server.browser().post('/api/tickets', {
      session: links.sessions[0]?.id,
      group: group(0),
      token: new URL(links.links.join).hash.slice(1),
      ...more,
    });

  it('is given for a link’s token and a name, which takes a seat at the table [T1]', async () => {
    const ticket = (await ask({ name: 'Script' })).as<TicketView>();
    expect(ticket.access).toEqual({ is: 'write' });
    expect(ticket.url).toBe(`${server.origin.replace('http', 'ws')}/sync`);
    const seats = await server.running.services.store.seats(links.workshop);
    expect(seats).toContainEqual(expect.objectContaining({ id: ticket.seat, name: 'Script' }));
  });

  it.each([
    ['without a name', {}, 400],
    ['for a session that is not there', { name: 'X', session: 'none' }, 404],
    ['for a table that is not there', { name: 'X', group: 'none' }, 400],
    ['for a token that is none', { name: 'X', token: 'none' }, 404],
  ])('is not given %s', async (_what, more, status) => {
    expect((await ask(more)).status).toBe(status);
  });

  it('of another workshop’s link is not given', async () => {
    const other = await server.createWorkshop();
    const token = new URL(other.links.join).hash.slice(1);
    expect((await ask({ name: 'X', token })).status).toBe(403);
  });

  it('for another table is to read, and none where tables do not read each other', async () => {
    const organizer = await server.enter(links.links.organizer);
    const browser = await server.enter(links.links.join);
    await browser.call('PUT', `${path()}/seat`, { name: 'Di', group: group(1) });
    const request = { session: links.sessions[0]?.id, group: group(0) };
    const read = (await browser.post('/api/tickets', request)).as<TicketView>();
    expect(read.access).toEqual({ is: 'read', because: 'other-table' });
    await organizer.call('PATCH', path(), { othersReadable: false });
    expect((await browser.post('/api/tickets', request)).status).toBe(403);
    await organizer.call('PATCH', path(), { othersReadable: true });
  });
});
