import type { LinksView, Seat, SeatCodeView, WorkshopView } from '@reportback/domain';
import { ManualClock } from '@reportback/sync/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { TestServer } from '../testing/test-server.ts';

let clock: ManualClock;
let server: TestServer;
let links: LinksView;

beforeAll(async () => {
  clock = new ManualClock();
  server = await TestServer.start({}, '/none', clock);
  links = await server.createWorkshop(2);
});
afterAll(() => server.remove());

const path = () => `/api/workshops/${links.workshop}`;

async function sits(name: string, link = links.links.join): Promise<Browser> {
  const browser = await server.enter(link);
  await browser.call('PUT', `${path()}/seat`, { name });
  return browser;
}
const codeOf = async (browser: Browser) =>
  (await browser.post(`${path()}/seat/code`, {})).as<SeatCodeView>();
const me = async (browser: Browser) =>
  (await browser.get(path())).as<WorkshopView>().me as { seat: Seat | null; role: string };
const problemOf = (answer: Awaited<ReturnType<Browser['post']>>) => [
  answer.status,
  answer.as<{ code: string }>().code,
];

describe('a code for another device', () => {
  it('lets it in as the same person, however it is typed, and is then used up', async () => {
    const phone = await sits('Ana');
    const { code } = await codeOf(phone);
    const laptop = server.browser();
    const typed = ` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`;
    expect((await laptop.post('/api/enter', { code: typed })).status).toBe(200);
    expect(await me(laptop)).toEqual(await me(phone));
    const third = server.browser();
    expect(problemOf(await third.post('/api/enter', { code }))).toEqual([404, 'code-unknown']);
  });

  it('is the only way: the same name is another person', async () => {
    const phone = await sits('Bo');
    const other = await sits('Bo');
    expect((await me(other)).seat?.id).not.toBe((await me(phone)).seat?.id);
  });

  it('is void once there is a newer one, and after ten minutes', async () => {
    const phone = await sits('Cy');
    const first = await codeOf(phone);
    const second = await codeOf(phone);
    expect(second.expires - clock.wallTime()).toBe(600_000);
    const laptop = server.browser();
    expect((await laptop.post('/api/enter', { code: first.code })).status).toBe(404);
    clock.pass(600_001);
    expect((await laptop.post('/api/enter', { code: second.code })).status).toBe(404);
  });

  it('does not take a seat from who has one without saying so', async () => {
    const ana = await sits('Di');
    const { code } = await codeOf(ana);
    const ben = await sits('Ed');
    const answer = await ben.post('/api/enter', { code });
    expect(problemOf(answer)).toEqual([409, 'other-seat']);
    expect(answer.text).toContain('This browser is here as Ed, and the code is for Di.');
    expect((await me(ben)).seat?.name).toBe('Ed');
    expect((await ben.post('/api/enter', { code, instead: true })).status).toBe(200);
    expect((await me(ben)).seat).toEqual((await me(ana)).seat);
  });

  it('of who leads lets the other device take part, not lead', async () => {
    const organizer = await sits('Flo', links.links.organizer);
    const laptop = server.browser();
    await laptop.post('/api/enter', { code: (await codeOf(organizer)).code });
    expect(await me(laptop)).toMatchObject({ role: 'participant', seat: { name: 'Flo' } });
    const facilitator = await server.enter(links.links.facilitator);
    await facilitator.post('/api/enter', { code: (await codeOf(organizer)).code });
    expect(await me(facilitator)).toMatchObject({ role: 'facilitator', seat: { name: 'Flo' } });
  });

  it('is given to nobody without a seat, and to no link that takes none', async () => {
    const newcomer = await server.enter(links.links.join);
    expect(problemOf(await newcomer.post(`${path()}/seat/code`, {}))).toEqual([409, 'not-now']);
    const screen = await server.enter(links.links.screen);
    expect(problemOf(await screen.post(`${path()}/seat/code`, {}))).toEqual([403, 'no-access']);
  });

  it('dies with the link that it was made by', async () => {
    const table = links.sessions[0]?.groups[0];
    const gil = await sits('Gil', table?.url);
    const { code } = await codeOf(gil);
    const organizer = await server.enter(links.links.organizer);
    await organizer.post(`${path()}/links/${table?.id}/replace`, {});
    const answer = await server.browser().post('/api/enter', { code });
    expect(problemOf(answer)).toEqual([403, 'link-revoked']);
  });

  it('goes with a person who is erased', async () => {
    const hal = await sits('Hal');
    const { code } = await codeOf(hal);
    const organizer = await server.enter(links.links.organizer);
    await organizer.call('DELETE', `${path()}/people/${(await me(hal)).seat?.id}`);
    expect((await server.browser().post('/api/enter', { code })).status).toBe(404);
  });
});
