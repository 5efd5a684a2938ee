import type { LinksView, StartView, WorkshopView } from '@reportback/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { announcement } from '../announce.ts';
import { Listener } from '../testing/listener.ts';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.remove());

async function example() {
  const start = (await server.browser().get('/api/start')).as<StartView>();
  return start.workshops.find((workshop) => workshop.example);
}

it('a first start offers a whole day to look around in, marked as invented', async () => {
  const offered = await example();
  expect(offered).toMatchObject({ date: '2025-09-15', place: 'Chicago, IL, USA', role: null });
  const browser = server.browser();
  const view = (await browser.get(`/api/workshops/${offered?.id}`)).as<WorkshopView>();
  expect(view.me.role).toBe('organizer');
  expect(view.workshop.title).toContain('sample data');
  expect(view.workshop.disclaimer).toMatch(/^Invented sample data\./);
  expect(
    view.sessions.map(({ title, start, reportBack, end, phase }) => [
      title,
      start,
      reportBack,
      end,
      phase,
    ]),
  ).toEqual([
    ['Inherent Challenges', '11:00', '12:00', '12:30', 'report-back'],
    ['OSE Activities', '14:00', '15:00', '15:30', 'gathering'],
    ['OSE Structure', '16:00', '16:30', '16:45', 'gathering'],
  ]);
  expect(view.sessions.every(({ prompt }) => prompt.length > 20)).toBe(true);
  expect(view.groups.map(({ name }) => name)).toHaveLength(8);
  expect(view.groups[3]?.name).toBe('Lakefront');
});

it('its board has every table’s card, and its record the notes', async () => {
  const offered = await example();
  const browser = server.browser();
  const path = `/api/workshops/${offered?.id}`;
  const view = (await browser.get(path)).as<WorkshopView>();
  const [first, , third] = view.sessions;
  const address = `${server.origin.replace('http', 'ws')}/feed/${offered?.id}`;
  const headers = { cookie: browser.cookie, origin: server.origin };
  const board = new Listener(`${address}/${first?.id}`, [], { headers });
  const cards = await board.hears(({ is }) => is === 'snapshot');
  const [card] = cards.is === 'snapshot' ? cards.cards : [];
  expect(card).toMatchObject({
    number: 1,
    name: 'Cottonwood',
    headline: 'The step from laptop to machine is where Python workflows break',
    reporter: 'Amara Okwuosa',
    state: 'ready',
    people: 0,
  });
  expect(card?.points).toHaveLength(4);
  const empty = new Listener(`${address}/${third?.id}`, [], { headers });
  const last = await empty.hears(({ is }) => is === 'snapshot');
  expect(last.is === 'snapshot' && last.cards[4]).toMatchObject({ number: 5, state: 'empty' });
  board.socket.close();
  empty.socket.close();

  const record = await browser.get(`${path}/record.md`);
  expect(record.headers.get('content-disposition')).toMatch(
    /filename="Workshop on Harmonizing[^"]*\.md"/,
  );
  expect(record.text).toContain('Invented sample data.');
  expect(record.text).toContain('8,000 workers all import the same conda env');
  expect(record.text).toContain('A. Okwuosa');
  expect(record.text).not.toContain('Ravindra Sooklalsingh');
  expect(record.text).toContain('Starting Python at scale overloads shared storage');
  expect(record.text).toContain('How many workers before you saw it?');
  const findings = await browser.get(`${path}/record.findings.csv?session=${first?.id}`);
  expect(findings.text).toMatch(/Starting Python at scale.*,"21",/);
});

it('only a terminal is told its links', async () => {
  const { services } = server.running;
  const offered = await example();
  const browser = server.browser();
  await browser.get(`/api/workshops/${offered?.id}`);
  const links = (await browser.get(`/api/workshops/${offered?.id}/links`)).as<LinksView>();
  const onTerminal = await announcement(services, true);
  expect(onTerminal).toContain(links.links.organizer);
  expect(onTerminal).toMatch(/code [2-9A-HJKMNP-TV-Z]{3} [2-9A-HJKMNP-TV-Z]{3}/);
  const elsewhere = await announcement(services, false);
  expect(elsewhere).toContain(server.origin);
  expect(elsewhere).not.toMatch(/#|code/);
});

it('what people change in it stays over a restart; once removed it never comes back', async () => {
  const offered = await example();
  const path = `/api/workshops/${offered?.id}`;
  const organizer = server.browser();
  await organizer.get(path);
  await organizer.call('PATCH', path, { title: 'Our rehearsal' });
  const { cookie } = organizer;
  await server.stop();
  await server.run();
  const again = server.browser();
  const view = await again.call('GET', path, undefined, { cookie });
  expect(view.as<WorkshopView>().workshop.title).toBe('Our rehearsal');
  const removed = await again.call('DELETE', path, undefined, { cookie, origin: server.origin });
  expect(removed.status).toBe(204);
  expect(await example()).toBeUndefined();
  await server.stop();
  await server.run();
  expect(await example()).toBeUndefined();
});
