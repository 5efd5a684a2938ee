import type { LinksView, Seat, WritersView } from '@reportback/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { TableWriter } from '../testing/table-writer.ts';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
let links: LinksView;
let organizer: Browser;
let atTable: Browser;
let elsewhere: Browser;

beforeAll(async () => {
  server = await TestServer.start();
  links = await server.createWorkshop(2);
  organizer = await server.enter(links.links.organizer);
  atTable = await sits('Ana', 0);
  elsewhere = await sits('Bo', 1);
  for (const name of ['Cy', 'Di']) {
    const writer = await TableWriter.sitDown(server.origin, links, name);
    writer.write(`${name} wrote this`);
    await writer.allSaved();
    writer.leave();
  }
  await agrees('Di', 'Diane Dee');
});
afterAll(() => server.remove());

const path = () => `/api/workshops/${links.workshop}`;

async function sits(name: string, table: number): Promise<Browser> {
  const browser = await server.enter(links.sessions[0]?.groups[table]?.url ?? '');
  await browser.call('PUT', `${path()}/seat`, { name });
  return browser;
}

async function agrees(name: string, citeAs: string): Promise<void> {
  const { store } = server.running.services;
  const seat = (await store.seats(links.workshop)).find((each: Seat) => each.name === name);
  if (seat !== undefined)
    await store.changeSeat(seat.id, (each) => ({ ...each, citeAs, consent: true }));
}

const asks = (browser: Browser) =>
  browser.get(
    `${path()}/sessions/${links.sessions[0]?.id}/groups/${links.sessions[0]?.groups[0]?.id}/writers`,
  );
async function names(browser: Browser): Promise<readonly (string | null)[] | null> {
  const { writers } = (await asks(browser)).as<WritersView>();
  return writers && writers.map(({ name }) => name).sort();
}

it('at the table, and to who leads, everybody is named who wrote', async () => {
  // The template is from nobody.
  expect(await names(atTable)).toEqual(['Cy', 'Di', null]);
  expect(await names(organizer)).toEqual(['Cy', 'Di', null]);
});

it('others are told who agreed to be named, as they wish to be cited', async () => {
  expect(await names(elsewhere)).toEqual(['Diane Dee', null, null]);
  expect(await names(await server.enter(links.links.view))).toEqual(['Diane Dee', null, null]);
});

it('who may not read the note is not told', async () => {
  expect((await asks(await server.enter(links.links.screen))).status).toBe(403);
  expect((await asks(server.browser())).status).toBe(403);
  await organizer.call('PATCH', path(), { othersReadable: false });
  expect((await asks(elsewhere)).status).toBe(403);
  await organizer.call('PATCH', path(), { othersReadable: true });
});

it('nobody is told in a workshop that does not say who said what', async () => {
  for (const attribution of ['by-table', 'none']) {
    await organizer.call('PATCH', path(), { attribution });
    expect(await names(atTable)).toBeNull();
  }
  await organizer.call('PATCH', path(), { attribution: 'by-name' });
});
