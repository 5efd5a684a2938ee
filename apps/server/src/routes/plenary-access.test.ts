import type { StepView } from '@reportback/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { newCommand, PlenaryRoom, pointOf } from '../testing/plenary-room.ts';

let room: PlenaryRoom;
type Asker =
  | 'organizer'
  | 'facilitator'
  | 'participant'
  | 'nameless participant'
  | 'screen'
  | 'viewer'
  | 'stranger';
const askers = new Map<Asker, Browser>();
const everybody: readonly Asker[] = [
  'organizer',
  'facilitator',
  'participant',
  'nameless participant',
  'screen',
  'viewer',
  'stranger',
];

beforeAll(async () => {
  room = await PlenaryRoom.open(2);
  askers.set('organizer', await room.seated('organizer', 'Olga'));
  askers.set('facilitator', await room.seated('facilitator', 'Fay'));
  askers.set('participant', await room.seated('join', 'Paul', 1));
  askers.set('nameless participant', await room.enter('join'));
  askers.set('screen', await room.enter('screen'));
  askers.set('viewer', await room.enter('view'));
  const elsewhere = await room.server.createWorkshop();
  askers.set('stranger', await room.server.enter(elsewhere.links.organizer));
  const organizer = asker('organizer');
  for (let step = 0; step < 3; step++)
    await room.post(organizer, '/phase', { command: 'next' }, room.session(1));
  await room.command(organizer, { is: 'make-finding', finding: 'access', name: '', points: [] });
  await room.command(organizer, { is: 'open-vote', perSeat: 3, live: true });
});
afterAll(() => room.close());

function asker(who: Asker): Browser {
  const browser = askers.get(who);
  if (browser === undefined) throw new Error(`Nobody is the ${who}.`);
  return browser;
}

const leaders: readonly Asker[] = ['organizer', 'facilitator'];
const seated: readonly Asker[] = ['organizer', 'facilitator', 'participant'];
const holders = everybody.filter((who) => who !== 'stranger');
const command = (command: unknown) => ({ id: newCommand(), command });

const calls: readonly {
  readonly call: string;
  readonly make: (browser: Browser) => Promise<{ readonly status: number }>;
  readonly may: readonly Asker[];
}[] = [
  {
    call: 'POST phase',
    make: (browser) => room.post(browser, '/phase', { command: 'next', from: 'frozen' }),
    may: leaders,
  },
  {
    call: 'POST clock',
    make: (browser) => room.post(browser, '/clock', command({ is: 'add', minutes: 1 })),
    may: leaders,
  },
  {
    call: 'POST message',
    make: (browser) =>
      room.post(browser, '/message', { id: newCommand(), text: 'Five minutes', to: null }),
    may: leaders,
  },
  ...[
    { is: 'set-mode', mode: 'gallery' },
    { is: 'set-order', order: [] },
    { is: 'set-fair-clock', clock: { changeover: 30_000, reserve: 60_000 } },
    { is: 'show-points', shown: 1 },
    { is: 'end-presentation' },
    { is: 'join-point', point: 'a', same: 'b' },
    { is: 'part-point', point: 'a' },
    { is: 'make-finding', finding: 'f', name: 'F', points: [] },
    { is: 'name-finding', finding: 'f', name: 'G' },
    { is: 'state-finding', finding: 'f', statement: 'It is so.' },
    { is: 'sort-point', point: 'a', finding: 'f', before: null },
    { is: 'place-finding', finding: 'f', before: null },
    { is: 'order-findings', order: ['f'] },
    { is: 'split-finding', finding: 'f', points: ['a'], made: 'g', name: 'G' },
    { is: 'merge-findings', from: 'g', into: 'f' },
    { is: 'remove-finding', finding: 'f' },
    { is: 'open-vote', perSeat: 3, live: true },
    { is: 'put-action', action: { id: 'x', text: 'Ask', owner: 'Ana', due: '2025-10-01' } },
    { is: 'remove-action', action: 'x' },
  ].map((given) => ({
    call: `POST plenary ${given.is}`,
    make: (browser: Browser) => room.command(browser, given),
    may: leaders,
  })),
  {
    call: 'POST plenary present',
    make: (browser) => room.command(browser, { is: 'present', group: room.table(1) }),
    may: leaders,
  },
  {
    call: 'POST undo',
    make: (browser) => room.post(browser, '/undo', { id: newCommand(), step: 4 }),
    may: leaders,
  },
  {
    call: 'POST redo',
    make: (browser) => room.post(browser, '/redo', { id: newCommand(), step: 4 }),
    may: leaders,
  },
  { call: 'GET steps', make: (browser) => browser.get(room.path('/steps')), may: leaders },
  {
    call: 'POST reactions',
    make: (browser) =>
      room.post(browser, '/reactions', {
        is: 'add',
        group: room.table(2),
        point: pointOf(room.session(), 2, 'a'),
        kind: 'us-too',
        text: '',
      }),
    may: seated,
  },
  {
    call: 'POST reactions, back',
    make: (browser) =>
      room.post(browser, '/reactions', { is: 'take-back', point: 'a', kind: 'question' }),
    may: seated,
  },
  {
    call: 'POST visits',
    make: async (browser) => {
      const { status } = await room.post(browser, '/visits', { group: room.table(2) });
      return { status: status === 204 ? 200 : status };
    },
    may: seated,
  },
  { call: 'GET voices', make: (browser) => browser.get(room.path('/voices')), may: seated },
  {
    call: 'GET earlier findings',
    make: (browser) => browser.get(room.path('/earlier-findings', room.session(2))),
    may: holders,
  },
];

describe.each(calls)('$call', ({ make, may }) => {
  it.each(everybody)('%s', async (who) => {
    const { status } = await make(asker(who));
    expect(status).toBe(may.includes(who) ? 200 : 403);
  });
});

describe('POST votes', () => {
  it.each(everybody)('%s', async (who) => {
    await room.command(asker('organizer'), {
      is: 'make-finding',
      finding: 'access',
      name: 'Access',
      points: [],
    });
    const answer = await room.post(asker(who), '/votes', { finding: 'access', votes: 1 });
    expect(answer.status).toBe(seated.includes(who) ? 200 : 403);
  });
});

describe('POST citations', () => {
  const cite = (who: Asker, table: number) =>
    room.post(
      asker(who),
      '/citations',
      {
        id: newCommand(),
        group: room.table(table),
        point: pointOf(room.session(2), table, 'a'),
        finding: 'access',
        cited: true,
        why: '',
      },
      room.session(2),
    );
  it.each(everybody)('%s, at table 1, which is the participant’s', async (who) => {
    expect((await cite(who, 1)).status).toBe(seated.includes(who) ? 200 : 403);
  });
  it.each(everybody)('%s, at table 2', async (who) => {
    expect((await cite(who, 2)).status).toBe(leaders.includes(who) ? 200 : 403);
  });
});

describe('POST same', () => {
  const same = (who: Asker, table: number, more: object = {}) =>
    room.post(asker(who), '/same', {
      id: newCommand(),
      group: room.table(table),
      point: pointOf(room.session(1), table, 'a'),
      other: { group: room.table(3 - table), point: pointOf(room.session(1), 3 - table, 'a') },
      same: true,
      ...more,
    });
  it.each(everybody)('%s, at table 1, which is the participant’s', async (who) => {
    expect((await same(who, 1)).status).toBe(seated.includes(who) ? 200 : 403);
  });
  it.each(everybody)('%s, at table 2', async (who) => {
    expect((await same(who, 2)).status).toBe(leaders.includes(who) ? 200 : 403);
  });
  it('joins points that are on cards, of two tables, once the tables report back', async () => {
    const [one, two] = [1, 2].map((table) => pointOf(room.session(1), table, 'a'));
    const parted = (await same('participant', 1, { same: false })).as<StepView>();
    expect(parted.plenary.sameAs).toEqual([]);
    const joined = (await same('participant', 1)).as<StepView>();
    expect(joined.plenary.sameAs).toEqual([{ point: one, same: two }]);
    expect((await same('participant', 1, { point: 'gone' })).status).toBe(409);
    // A table does not take a point out of the finding that the plenary put it into.
    await same('participant', 1, { same: false });
    for (const [finding, point] of [
      ['mine', one],
      ['theirs', two],
    ])
      await room.command(asker('facilitator'), {
        is: 'make-finding',
        finding,
        name: finding,
        points: [point],
      });
    const sorted = await same('participant', 1);
    expect([sorted.status, sorted.text]).toEqual([
      409,
      expect.stringMatching(/“mine” and “theirs”/),
    ]);
    await room.command(asker('facilitator'), { is: 'remove-finding', finding: 'theirs' });
    expect((await same('participant', 1)).status).toBe(200);
    // Points that came along with one of the two are in findings as well.
    const said = (table: number) => pointOf(room.session(1), table, 'b');
    for (const led of [
      { is: 'join-point', point: said(2), same: said(1) },
      { is: 'make-finding', finding: 'others', name: 'others', points: [said(2)] },
    ])
      await room.command(asker('facilitator'), led);
    const along = await same('participant', 1, { point: said(1) });
    expect([along.status, along.text]).toEqual([409, expect.stringMatching(/“mine” and “others”/)]);
    // Nor does it part what other tables said, by calling a point of theirs its own.
    const foreign = await same('participant', 1, {
      same: false,
      point: two,
      other: { group: room.table(2), point: one },
    });
    expect([foreign.status, foreign.text]).toEqual([409, expect.stringMatching(/your table/)]);
    const own = { group: room.table(1), point: pointOf(room.session(1), 1, 'b') };
    expect((await same('participant', 1, { other: own })).status).toBe(400);
    const early = await room.post(
      asker('facilitator'),
      '/same',
      {
        id: newCommand(),
        group: room.table(1),
        point: pointOf(room.session(2), 1, 'a'),
        other: { group: room.table(2), point: pointOf(room.session(2), 2, 'a') },
        same: true,
      },
      room.session(2),
    );
    expect(early.status).toBe(409);
  });
});

describe('a call that cannot be carried out', () => {
  it.each([
    ['an unknown command', '/plenary', command({ is: 'dance' }), /one of the plenary’s commands/],
    ['a share of one’s own', '/plenary', command({ is: 'present', group: 'x', share: 9 }), /share/],
    ['an unknown table', '/plenary', command({ is: 'present', group: 'x' }), /no such table/],
    ['an id of another shape', '/plenary', { id: 'A B', command: { is: 'close-vote' } }, /“A B”/],
    ['no id', '/plenary', { command: { is: 'close-vote' } }, /“id”/],
    ['two minutes', '/clock', command({ is: 'add', minutes: 2 }), /1 or 5/],
    ['a step that there is not', '/undo', { id: newCommand(), step: 9999 }, /no step 9999/],
    ['half a vote', '/votes', { finding: 'access', votes: 0.5 }, /whole number/],
    [
      'words with “us too”',
      '/reactions',
      { is: 'add', group: 'x', point: 'a', kind: 'us-too', text: 'Hear, hear' },
      /“text”: .*has none/,
    ],
  ])('%s: a sentence says why', async (_what, rest, body, sentence) => {
    const answer = await room.post(asker('organizer'), rest, body);
    expect(answer.as<{ problem: string }>().problem).toMatch(sentence);
    expect(answer.status).toBe(400);
  });

  it('is refused about a session of another workshop', async () => {
    const elsewhere = await room.server.createWorkshop();
    const path = `/api/workshops/${elsewhere.workshop}/sessions/${room.session()}/steps`;
    const organizer = await room.server.enter(elsewhere.links.organizer);
    expect((await organizer.get(path)).status).toBe(404);
  });
});
