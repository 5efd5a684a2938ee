import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { type Follower, newCommand, PlenaryRoom } from '../testing/plenary-room.ts';

const minutes = (n: number) => n * 60_000;

/** The first session is to begin at 11:10 and to report back at 11:30; it is 11:00. */
let room: PlenaryRoom;
let fay: Browser;
let page: Follower;

beforeEach(async () => {
  room = await PlenaryRoom.open(1);
  fay = await room.seated('facilitator', 'Fay');
  page = room.follow(fay);
  await page.sees('anything', () => true);
});
afterEach(() => room.close());

async function clock(is: string, more: object = {}): Promise<void> {
  const answer = await room.post(fay, '/clock', { id: newCommand(), command: { is, ...more } });
  expect(answer.status).toBe(200);
}
const phase = (command: string, from?: string) =>
  room.post(fay, '/phase', { command, ...(from !== undefined && { from }) });
const seesPhase = (name: string) =>
  page.sees(`phase ${name}`, ({ session }) => session.phase === name);

it('waits while it is held, and everything is later by that much', async () => {
  await clock('follow');
  await room.pass(minutes(9.5));
  await clock('hold');
  await page.sees('that it is held', ({ session }) => session.clock.held);
  expect(page.session.clock.countdown).toMatchObject({ is: 'held', phase: 'discuss' });
  expect(page.session.clock.announced).toBeNull();
  await room.pass(minutes(10));
  expect(page.session.phase).toBe('gathering');
  await clock('release');
  await room.pass(minutes(0.5));
  await seesPhase('discuss');
});

it('gives everybody five minutes more, and takes the announcement back', async () => {
  await clock('follow');
  await room.pass(minutes(9.5));
  await page.sees('what comes', ({ session }) => session.clock.announced !== null);
  await clock('add', { minutes: 5 });
  await page.sees('that it comes later', ({ session }) => session.clock.announced === null);
  await room.pass(minutes(5));
  expect(page.session.phase).toBe('gathering');
  await room.pass(minutes(1));
  await seesPhase('discuss');
});

it('takes back what was added and no more, and not so late that nobody could be told', async () => {
  await clock('follow');
  await room.pass(minutes(8));
  await clock('add', { minutes: 5 });
  await page.sees('five minutes more', ({ session }) => session.clock.added === minutes(5));
  await clock('take-back', { minutes: 1 });
  await page.sees('four minutes more', ({ session }) => session.clock.added === minutes(4));
  await room.pass(minutes(2));
  const late = { id: newCommand(), command: { is: 'take-back', minutes: 5 } };
  const answer = await room.post(fay, '/clock', late);
  expect(answer.status).toBe(409);
  expect(answer.text).toContain('before they could be told');
  expect(page.session.clock.added).toBe(minutes(4));

  await clock('stop-following');
  await clock('take-back', { minutes: 5 });
  await page.sees('no minute more', ({ session }) => session.clock.added === 0);
  await clock('take-back', { minutes: 1 });
  expect(page.session.clock.added).toBe(0);
});

it('gives five minutes once for a call that is sent twice', async () => {
  const call = { id: newCommand(), command: { is: 'add', minutes: 5 } };
  const [first, again] = [
    await room.post(fay, '/clock', call),
    await room.post(fay, '/clock', call),
  ];
  expect(again?.text).toBe(first?.text);
});

it('does not do again at once what a person took back', async () => {
  await clock('follow');
  await room.pass(minutes(10.1));
  await seesPhase('discuss');
  await phase('back');
  await room.pass(minutes(2));
  await seesPhase('gathering');
  // The next thing on the agenda still comes.
  await room.pass(minutes(12));
  await seesPhase('distil');
});

it('takes back what it did, as far as it went, and not what a person did since', async () => {
  await clock('follow');
  room.clock.pass(minutes(31));
  await seesPhase('report-back');
  expect(page.session.clock.moved).toMatchObject({ from: 'gathering', to: 'report-back' });
  await phase('undo', 'discuss');
  await phase('undo', 'report-back');
  await seesPhase('gathering');
  expect(page.session.clock.moved).toBeNull();
  await room.pass(minutes(2));
  expect(page.session.phase).toBe('gathering');
  await phase('next');
  await phase('undo');
  await page.sees('the discussion', ({ session }) => session.phase === 'discuss');
});

it('catches up after a sleep, with the last thing that came due', async () => {
  await clock('follow');
  await page.sees('that the agenda leads', ({ session }) => session.clock.follows);
  // All timers fire late and at once, as on a laptop that was closed.
  room.clock.pass(minutes(31));
  await seesPhase('report-back');
});

it('goes on after a restart of the server, without anybody looking', async () => {
  await clock('follow');
  page.listener.socket.close();
  await room.server.stop();
  room.clock.pass(minutes(10));
  await room.server.run();
  await room.pass(2_000);
  page = room.follow(fay);
  await seesPhase('discuss');
});

it('moves nothing once it is switched off again', async () => {
  await clock('follow');
  await clock('stop-following');
  await room.pass(minutes(15));
  expect(page.session.phase).toBe('gathering');
  expect(page.session.clock.follows).toBe(false);
});

it('leaves a session whose day is past where it is', async () => {
  room.clock.pass(24 * 60 * minutes(1));
  await clock('follow');
  await room.pass(minutes(60));
  expect(page.session).toMatchObject({
    phase: 'gathering',
    clock: { countdown: { is: 'none' }, announced: null },
  });
});

it('ends with its workshop', async () => {
  await clock('follow');
  const organizer = await room.enter('organizer');
  const { status } = await organizer.call('DELETE', `/api/workshops/${room.links.workshop}`);
  expect(status).toBe(204);
  await room.pass(minutes(11));
  expect(room.server.logged).not.toContain('Something failed');
});
