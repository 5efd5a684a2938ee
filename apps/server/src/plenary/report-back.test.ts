import type { FindingId, OwnVoices, StepView } from '@reportback/domain';
import { parseFindingId, samePoints } from '@reportback/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { type Follower, PlenaryRoom, pointOf } from '../testing/plenary-room.ts';

const minutes = (n: number) => n * 60_000;
const tables = [1, 2, 3, 4, 5, 6, 7, 8];

/** One session of eight tables from its beginning to its end; each test goes on where the last one ended. */
let room: PlenaryRoom;
let fay: Browser;
let omar: Browser;
let people: readonly Browser[];
let projector: Follower;
let phone: Follower;
let console: Follower;

beforeAll(async () => {
  room = await PlenaryRoom.open(8);
  fay = await room.seated('facilitator', 'Fay');
  omar = await room.seated('organizer', 'Omar');
  people = await Promise.all(tables.map((table) => room.seated('join', `Person ${table}`, table)));
  projector = room.follow(await room.enter('screen'));
  phone = room.follow(person(3));
  console = room.follow(fay);
  for (const page of [projector, phone, console]) await page.sees('anything', () => true);
});
afterAll(() => room.close());

function person(table: number): Browser {
  const browser = people[table - 1];
  if (browser === undefined) throw new Error(`Nobody sits at table ${table}.`);
  return browser;
}
const point = (table: number, letter: 'a' | 'b' = 'a') => pointOf(room.session(), table, letter);
const ok = async (call: Promise<{ status: number; text: string }>) => {
  const { status, text } = await call;
  if (status >= 300) throw new Error(text);
};
const allSee = async (what: string, is: (page: Follower) => boolean) => {
  for (const page of [projector, phone, console]) await page.sees(what, is);
};

it('nothing moves by itself before the agenda’s clock is switched on', async () => {
  await room.pass(minutes(1));
  expect(console.session.phase).toBe('gathering');
  await ok(room.post(fay, '/clock', { id: 'follow', command: { is: 'follow' } }));
  await console.sees('that the agenda leads', ({ session }) => session.clock.follows);
});

it('the agenda’s clock announces each phase a minute before, and then begins it', async () => {
  await room.pass(minutes(7.5));
  expect(console.session.clock.announced).toBeNull();
  await room.pass(minutes(1));
  await allSee('of the discussion', ({ session }) => session.clock.announced?.phase === 'discuss');
  expect(console.session.phase).toBe('gathering');
  await room.pass(minutes(1));
  await allSee('that it began', ({ session }) => session.phase === 'discuss');
  await room.pass(minutes(20));
  await allSee('of the report-back', ({ session }) => session.phase === 'report-back');
  expect(room.clock.wallTime()).toBeGreaterThanOrEqual(Date.UTC(2025, 5, 1, 11, 30));
});

it('from then on, people who follow the session are with their table, wherever they do', async () => {
  const here = (table: number) => console.people(table);
  await console.sees('the one who follows', () => here(3) === 1);
  expect(here(2)).toBe(0);
  const second = room.follow(person(3));
  const other = room.follow(person(2));
  await console.sees('another', () => here(2) === 1);
  expect(here(3)).toBe(1);
  other.listener.socket.close();
  await console.sees('that they left', () => here(2) === 0);
  expect(here(3)).toBe(1);
  second.listener.socket.close();
});

it('each table gets a fair share, so that all eight are heard in fifteen minutes', async () => {
  const shares: number[] = [];
  for (const table of tables) {
    await ok(room.command(fay, { is: 'present', group: room.table(table) }));
    await allSee(
      `that table ${table} speaks`,
      ({ plenary }) => plenary.plenary.presentation.spotlight?.group === room.table(table),
    );
    const { spotlight } = projector.plenary.plenary.presentation;
    expect(spotlight?.since).toBeLessThanOrEqual(room.clock.wallTime());
    expect(spotlight?.since).toBeGreaterThan(room.clock.wallTime() - 2_000);
    const share = spotlight?.share ?? Number.NaN;
    shares.push(share);
    await ok(room.command(fay, { is: 'show-points', shown: 2 }));
    if (table === 2) await saysThatItIsDone();
    if (table === 4) await cutAndComeBack();
    await room.pass(share + 39_000);
  }
  for (const share of shares) expect(Math.abs(share - 72_500)).toBeLessThan(5_000);
  const { heard } = console.plenary.plenary.presentation;
  expect(heard).toEqual(tables.slice(0, 7).map((table) => room.table(table)));
  expect(console.session.phase).toBe('report-back');
});

/** Table 2 is on the screen: its own people say that it is done, and take it back; nobody else does. */
async function saysThatItIsDone(): Promise<void> {
  const group = room.table(2);
  const say = (who: Browser, id: string, done: boolean) =>
    room.post(who, '/done', { id, group, done });
  const isDone = ({ plenary }: Follower) => plenary.plenary.presentation.spotlight?.done === true;
  expect((await say(person(3), 'done-by-other', true)).status).toBe(403);
  await ok(say(person(2), 'done-once', true));
  await console.sees('that table 2 is done', isDone);
  await ok(say(person(2), 'done-not', false));
  await console.sees('that it is not', (page) => !isDone(page));
  const late = { id: 'done-late', group: room.table(3), done: true };
  expect((await room.post(person(3), '/done', late)).status).toBe(409);
}

/** In the middle of it the projector loses its connection, and comes back to what it missed, and no more. */
async function cutAndComeBack(): Promise<void> {
  const last = projector.at;
  projector.listener.socket.terminate();
  await ok(react(5, 4, 'question', 'How long?'));
  await console.sees('the question', ({ plenary }) => plenary.voices.length > 0);
  const back = room.follow(await room.enter('screen'), last);
  await back.listener.hears(({ is }) => is !== 'ended');
  const [first] = back.listener.heard;
  expect(first).toMatchObject({ is: 'changes' });
  expect(first).not.toHaveProperty('cards');
  expect(first?.is === 'changes' && first.plenary?.voices).toMatchObject([
    { point: point(4), questions: [{ text: 'How long?' }] },
  ]);
  back.listener.socket.close();
  projector = room.follow(await room.enter('screen'));
  await projector.sees('everything', ({ plenary }) => plenary.voices.length === 1);
}

const react = (by: number, table: number, kind: string, text = '') =>
  room.post(person(by), '/reactions', {
    is: 'add',
    group: room.table(table),
    point: point(table),
    kind,
    text,
  });

it('people add “us too”, questions and objections: one of each kind a seat, and take them back', async () => {
  for (const table of [2, 3, 4]) await ok(react(table, 1, 'us-too'));
  await ok(react(2, 1, 'us-too'));
  await ok(react(2, 1, 'objection', 'Not everywhere.'));
  const taken = await room.post(person(4), '/reactions', {
    is: 'take-back',
    point: point(1),
    kind: 'us-too',
  });
  expect(taken.as<OwnVoices>().reactions).toEqual([]);
  await allSee('what the room says', ({ plenary }) => {
    const said = plenary.voices.find((one) => one.point === point(1));
    return said?.usToo === 2 && said.objections.length === 1;
  });
  const own = (await person(2).get(room.path('/voices'))).as<OwnVoices>();
  expect(own.reactions.map(({ kind }) => kind).toSorted()).toEqual(['objection', 'us-too']);
  expect(console.plenary.coverage.find(({ group }) => group === room.table(1))).toMatchObject({
    speakers: 2,
  });
  expect(JSON.stringify(projector.plenary)).not.toContain('Person');
});

it('a point that is not on a card takes nothing', async () => {
  const answer = await room.post(person(2), '/reactions', {
    is: 'add',
    group: room.table(1),
    point: point(2),
    kind: 'us-too',
    text: '',
  });
  expect(answer.status).toBe(409);
});

it('in the gallery the console sees which cards have been looked at', async () => {
  await ok(room.command(omar, { is: 'set-mode', mode: 'gallery' }));
  for (const table of [1, 2, 3])
    for (const other of [2, 3])
      await ok(room.post(person(table), '/visits', { group: room.table(other) }));
  await console.sees('two visitors each', ({ plenary }) =>
    [2, 3].every(
      (table) => plenary.coverage.find(({ group }) => group === room.table(table))?.visitors === 2,
    ),
  );
});

it('the agenda ends the report-back, and freezes nothing', async () => {
  await room.pass(minutes(1));
  await allSee('the end', ({ session }) => session.phase === 'amend');
  await room.pass(minutes(30));
  expect(console.session.phase).toBe('amend');
});

const access = parseFindingId('access');
const data = parseFindingId('data');

it('“same as” joins points, keeps both texts, and counts tables', async () => {
  await ok(room.command(fay, { is: 'join-point', point: point(5), same: point(2) }));
  await ok(room.command(fay, { is: 'join-point', point: point(7), same: point(5) }));
  await allSee('that they stand together', ({ plenary }) =>
    [2, 5, 7].every((table) => samePoints(plenary.plenary, point(table)).length === 3),
  );
});

it('two facilitators sort at once, and neither loses anything of the other’s', async () => {
  await ok(room.command(fay, { is: 'make-finding', finding: access, name: 'Access', points: [] }));
  await ok(room.command(omar, { is: 'make-finding', finding: data, name: 'Data', points: [] }));
  const sort = (by: Browser, table: number, letter: 'a' | 'b', finding: FindingId) =>
    ok(room.command(by, { is: 'sort-point', point: point(table, letter), finding, before: null }));
  await Promise.all(
    tables.flatMap((table) => [
      sort(fay, table, 'a', access),
      sort(omar, table, 'b', data),
      sort(table % 2 === 0 ? fay : omar, table, 'a', table % 2 === 0 ? data : access),
    ]),
  );
  await allSee('every point sorted', ({ plenary }) => {
    const sorted = plenary.plenary.findings.flatMap(({ points }) => points);
    return sorted.length === 16 && new Set(sorted).size === 16;
  });
});

it('a command that is sent again is carried out once', async () => {
  const twice = {
    id: 'merge-once',
    command: { is: 'merge-findings', from: data, into: access },
  };
  const [first, second] = [
    await room.post(fay, '/plenary', twice),
    await room.post(fay, '/plenary', twice),
  ];
  expect(second?.as<StepView>()).toEqual(first?.as<StepView>());
  expect(first?.as<StepView>().plenary.findings).toHaveLength(1);
});

it('“undo” takes back one’s own last step where one stands, and “redo” brings it again', async () => {
  const rename = (by: Browser, name: string) =>
    ok(room.command(by, { is: 'name-finding', finding: access, name }));
  await rename(omar, 'Getting in');
  // What was last done to the presentation is not what an undo among the findings means.
  await ok(room.command(fay, { is: 'set-heard', group: room.table(1), heard: false }));
  const asked = { id: 'undo-1', step: null, of: 'findings' };
  const undone = (await room.post(fay, '/undo', asked)).as<StepView>();
  expect(undone.plenary.presentation.heard).not.toContain(room.table(1));
  expect(undone.plenary.findings.map(({ name }) => name)).toEqual(['Getting in', 'Data']);
  const resent = (await room.post(fay, '/undo', asked)).as<StepView>();
  expect(resent).toEqual(undone);
  const { step } = undone;
  const redone = (await room.post(omar, '/redo', { id: 'redo-1', step })).as<StepView>();
  expect(redone.plenary.findings.map(({ name }) => name)).toEqual(['Getting in']);
  const other = (await room.post(omar, '/undo', { id: 'undo-2', step })).as<StepView>();
  expect(other.plenary.findings).toHaveLength(2);
});

it('votes are hidden until they are closed, and no seat gives more than it has', async () => {
  await ok(room.command(fay, { is: 'open-vote', perSeat: 3, live: false }));
  const vote = (table: number, finding: FindingId, votes: number) =>
    room.post(person(table), '/votes', { finding, votes });
  const own = (await vote(1, access, 2)).as<OwnVoices>();
  expect(own).toMatchObject({ votes: [{ finding: access, votes: 2 }], votesLeft: 1 });
  const refused = await vote(1, data, 2);
  expect([refused.status, refused.text]).toEqual([400, expect.stringMatching(/have 1 for it/)]);
  await ok(vote(2, data, 3));
  await ok(vote(2, data, 1));
  await ok(vote(3, access, 1));
  await ok(vote(3, access, 0));
  await console.sees('who voted, not what', ({ plenary }) => plenary.voters === 2);
  expect(projector.plenary.votes).toBeNull();
  await ok(room.command(omar, { is: 'close-vote' }));
  await allSee('the outcome', ({ plenary }) => plenary.votes !== null);
  expect(phone.plenary.votes).toEqual([
    { finding: access, votes: 2 },
    { finding: data, votes: 1 },
  ]);
  expect((await vote(4, access, 1)).status).toBe(409);
});

it('only a person freezes; then nothing changes any more, until a person reopens', async () => {
  await ok(room.post(fay, '/phase', { command: 'freeze' }));
  await allSee('that it is frozen', ({ session }) => session.phase === 'frozen');
  expect((await room.command(fay, { is: 'remove-finding', finding: access })).status).toBe(409);
  expect((await react(1, 2, 'us-too')).status).toBe(409);
  await ok(room.post(fay, '/phase', { command: 'reopen' }));
  await ok(room.command(fay, { is: 'state-finding', finding: access, statement: 'It is hard.' }));
  await console.sees('the statement', ({ plenary }) =>
    plenary.plenary.findings.some(({ statement }) => statement !== ''),
  );
});

it('everything that was done stands in the history, with who and when', async () => {
  const { steps } = (await fay.get(room.path('/steps'))).as<{
    steps: readonly { number: number; by: string; at: number; did: { is: string } }[];
  }>();
  expect(steps.map(({ number }) => number)).toEqual(steps.map((_, index) => index + 1));
  expect(new Set(steps.map(({ by }) => by))).toEqual(
    new Set(['Fay', 'Omar', 'Person 2', 'agenda']),
  );
  expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).toSorted((a, b) => a - b));
  const moved = steps.filter(({ did }) => did.is === 'phase');
  expect(moved.map(({ by }) => by)).toEqual(['agenda', 'agenda', 'agenda', 'agenda', 'Fay', 'Fay']);
});

it('a server that comes back has all of it, and tells followers everything anew', async () => {
  const told = ({ plenary, session }: Follower) => ({
    ...plenary,
    coverage: plenary.coverage.toSorted((a, b) => a.group.localeCompare(b.group)),
    clock: session.clock,
  });
  const before = told(console);
  const since = console.at;
  await room.server.stop();
  await room.server.run();
  const back = room.follow(fay, since);
  await back.sees('everything', () => true);
  expect(back.listener.heard[0]?.is).toBe('snapshot');
  expect(told(back)).toEqual(before);
});
