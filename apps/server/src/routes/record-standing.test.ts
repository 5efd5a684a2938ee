import {
  type PeopleView,
  parseWorkshopId,
  type RecordCheck,
  type RecordState,
  type Seat,
  type WorkshopView,
} from '@reportback/domain';
import {
  type ExportFormat,
  exportFormats,
  formatFacts,
  type WorkshopRecord,
} from '@reportback/record';
import { readRecord, recordHash } from '@reportback/record/json';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { newCommand, PlenaryRoom } from '../testing/plenary-room.ts';
import { TableWriter } from '../testing/table-writer.ts';

let room: PlenaryRoom;
let organizer: Browser;
let path: string;

beforeEach(async () => {
  room = await PlenaryRoom.open(3);
  organizer = await room.seated('organizer', 'Olga');
  path = `/api/workshops/${room.links.workshop}`;
});
afterEach(() => room.close());

const stand = (command: unknown, browser = organizer) =>
  browser.post(`${path}/record-standing`, command);
const state = async () => (await organizer.get(path)).as<WorkshopView>().record;
const json = async () => (await organizer.get(`${path}/record.json`)).text;
const record = async (): Promise<WorkshopRecord> => {
  const read = readRecord(await json());
  if (read.is === 'problem') throw new Error(read.problem);
  return read.record;
};

async function writes(text: string, name = 'Ana', table = 0): Promise<void> {
  // The rooms' turns end by the room's clock.
  const goesOn = setInterval(() => room.clock.pass(1), 2);
  const writer = await TableWriter.sitDown(room.server.origin, room.links, name, table);
  writer.write(text);
  await writer.allSaved();
  writer.leave();
  clearInterval(goesOn);
}

it('what is changed while corrections are taken is marked: where, what, who and when', async () => {
  await writes('Before the end');
  expect((await record()).corrections).toEqual([]);
  await stand({ is: 'correct', days: 3 });
  room.clock.pass(5_000);
  await writes('Put right later', 'Ben', 1);
  const hands = () => room.server.running.services.kept.hands(room.links.workshop);
  await vi.waitFor(async () => expect(await hands()).toHaveLength(1));
  const [hand] = await hands();

  const { corrections, standing, people } = await record();
  const ben = (await organizer.get(`${path}/people`)).as<{
    people: { id: string; name: string }[];
  }>();
  expect(corrections).toEqual([
    {
      session: room.session(),
      group: room.table(2),
      part: 'note',
      before: [],
      after: ['Put right later'],
      by: [ben.people.find(({ name }) => name === 'Ben')?.id],
      at: hand?.at,
    },
  ]);
  expect(standing).toMatchObject({ is: 'correcting' });
  expect(people.length).toBeGreaterThan(0);
  const text = (await organizer.get(`${path}/record.md`)).text;
  expect(text).toContain('## <a id="corrections"></a>Corrections');
  expect(text).toContain('Now: Put right later');
  expect(text).toContain('Corrected after the event: [note](#correction-1)');
});

it('freezes by itself at the end of corrections, and not before', async () => {
  const begun = (await stand({ is: 'correct', days: 1 })).as<RecordState>().standing;
  const now = room.clock.wallTime();
  expect(begun).toEqual({ is: 'correcting', since: now, until: now + 86_400_000 });
  // A day of seconds would take the test minutes.
  const { kept } = room.server.running.services;
  await kept.correct(room.links.workshop, { since: now, until: now + 60_000 }, null);
  await room.pass(50_000);
  expect((await state()).standing.is).toBe('correcting');
  await room.pass(20_000);
  await vi.waitFor(
    async () => {
      expect((await state()).standing.is).toBe('frozen');
    },
    { timeout: 20_000 },
  );
  const { sessions } = (await organizer.get(path)).as<WorkshopView>();
  expect(sessions.map(({ phase }) => phase)).toEqual(['frozen', 'frozen']);
});

it('one that cannot be frozen keeps no other from it', async () => {
  const { kept } = room.server.running.services;
  const other = await room.server.createWorkshop(1);
  const olga = await room.server.enter(other.links.organizer);
  const address = `/api/workshops/${other.workshop}`;
  const since = room.clock.wallTime();
  await kept.correct(room.links.workshop, { since, until: since + 50_000 }, 'no record');
  await kept.correct(parseWorkshopId(other.workshop), { since, until: since + 60_000 }, null);
  await room.pass(70_000);
  await vi.waitFor(
    async () => {
      await room.pass(1_000);
      const { record } = (await olga.get(address)).as<WorkshopView>();
      expect(record.standing.is).toBe('frozen');
    },
    { timeout: 20_000 },
  );
  expect((await state()).standing.is).toBe('correcting');
  expect(room.server.logged).toContain('Something failed');
});

it('a frozen record is downloaded byte for byte, carries its hash, and nothing changes it', async () => {
  await writes('As it stands');
  const frozen = (await stand({ is: 'freeze' })).as<RecordState>();
  const first = await json();
  const read = readRecord(first);
  expect(read).toMatchObject({ is: 'record', intact: true });
  expect(read.is === 'record' && recordHash(read.record)).toBe(frozen.hash);
  room.clock.pass(60_000);

  const asked = [
    ['PATCH', path, { title: 'Another title' }],
    ['PATCH', path, { attribution: 'none' }],
    ['PATCH', `${path}/sessions/${room.session()}`, { prompt: 'Why?' }],
    ['PATCH', `${path}/groups/${room.table(1)}`, { name: 'Pier' }],
    ['POST', `${path}/groups`, { name: 'Pier' }],
    ['POST', room.path('/phase'), { command: 'reopen' }],
    ['POST', room.path('/sign-off'), { id: newCommand(), group: room.table(1), signed: true }],
  ] as const;
  for (const [method, address, body] of asked)
    expect([address, (await organizer.call(method, address, body)).status]).toEqual([address, 409]);
  expect((await stand({ is: 'freeze' })).status).toBe(409);
  expect((await stand({ is: 'correct', days: 1 })).status).toBe(409);
  expect(await json()).toBe(first);
  expect((await organizer.get(`${path}/record-editions/1`)).text).toBe(first);
});

it('a frozen record is the same file each time, in every format', async () => {
  await stand({ is: 'freeze' });
  const { hash } = await state();
  const file = async (format: ExportFormat) => {
    const address = `${path}/record.${formatFacts[format].ending}`;
    const answer = await fetch(new URL(address, room.server.origin), {
      headers: { cookie: organizer.cookie },
    });
    return Buffer.from(await answer.arrayBuffer());
  };
  for (const format of exportFormats) {
    const first = await file(format);
    room.clock.pass(4_000);
    expect([format, (await file(format)).equals(first)]).toEqual([format, true]);
    if (['md', 'html', 'tex', 'csv', 'json'].includes(format))
      expect(first.toString()).toContain(hash);
  }
}, 120_000);

it('is reopened, and the next edition names the hash of the one it replaces', async () => {
  const first = (await stand({ is: 'freeze' })).as<RecordState>();
  const kept = await json();
  expect((await stand({ is: 'open' })).status).toBe(409);
  await stand({ is: 'reopen', days: 2 });
  await writes('Found missing');
  expect((await stand({ is: 'open' })).text).toContain('frozen before');
  const second = (await stand({ is: 'freeze' })).as<RecordState>();
  expect(second.standing).toMatchObject({ edition: 2, replaces: first.hash });
  expect(second.hash).not.toBe(first.hash);
  expect((await record()).corrections).toMatchObject([{ part: 'note', after: ['Found missing'] }]);
  expect((await organizer.get(`${path}/record-editions/1`)).text).toBe(kept);
  const check = (await organizer.get(`${path}/record-check`)).as<RecordCheck>();
  expect(check.editions?.map(({ hash }) => hash)).toEqual([first.hash, second.hash]);

  // A third edition still tells what was corrected before the second.
  await stand({ is: 'reopen', days: 2 });
  await writes('And another line');
  await stand({ is: 'freeze' });
  expect((await record()).corrections).toMatchObject([
    { after: ['Found missing'] },
    { after: ['And another line'] },
  ]);
});

/** Somebody whom the record names. @returns how to erase them */
async function namedPerson(): Promise<() => Promise<void>> {
  const zora = await room.enter('join');
  const answer = await zora.call('PUT', `${path}/seat`, {
    name: 'Zora Lund',
    affiliation: 'Gone Institute',
    consent: true,
    group: room.table(1),
  });
  const { id } = answer.as<Seat>();
  return async () => {
    expect((await organizer.call('DELETE', `${path}/people/${id}`)).status).toBe(204);
  };
}
const named = /Zora|Gone Institute/;

it('is frozen anew when a person is erased, and says so; the words of former editions are gone', async () => {
  const erase = await namedPerson();
  const first = (await stand({ is: 'freeze' })).as<RecordState>();
  expect(await json()).toMatch(named);
  await erase();
  const now = await state();
  expect(now?.standing).toMatchObject({
    edition: 2,
    replaces: first.hash,
    note: 'A person was erased.',
  });
  expect(now?.hash).not.toBe(first.hash);
  expect(await json()).not.toMatch(named);
  expect(now?.hash).toBe(recordHash(await record()));
  expect((await organizer.get(`${path}/record-editions/1`)).status).toBe(404);
});

it('is told to nobody between an erasure and the edition that it owes', async () => {
  await namedPerson();
  await stand({ is: 'freeze' });
  const { store, standings, erasure } = room.server.running.services;
  const zora = (await store.seats(room.links.workshop)).find(({ name }) => name === 'Zora Lund');
  if (zora === undefined) throw new Error('Zora has no seat');
  await standings.takeOut(zora, 'A person was erased.', (seat, words) =>
    erasure.erase(seat, words),
  );
  const refused = await organizer.get(`${path}/record.json`);
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('A new edition of this record is being made');
  await standings.payOwed();
  expect((await record()).standing).toMatchObject({ edition: 2, note: 'A person was erased.' });
});

it('is frozen anew when a person withdraws their consent; how a frozen record names people is refused to change', async () => {
  const zora = await room.enter('join');
  const seat = (change: object) =>
    zora.call('PUT', `${path}/seat`, { name: 'Zora Lund', group: room.table(1), ...change });
  await seat({ affiliation: 'Gone Institute', consent: true });
  const first = (await stand({ is: 'freeze' })).as<RecordState>();
  const kept = await json();
  expect(kept).toMatch(named);
  for (const change of [{ name: 'Zora Berg' }, { citeAs: 'Z. Lund' }, { country: 'Norway' }]) {
    const refused = await seat(change);
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('is frozen')]);
  }
  // Sitting down again as before, or elsewhere, changes nothing in it.
  expect((await seat({ group: room.table(2) })).status).toBe(200);
  expect(await json()).toBe(kept);

  expect((await seat({ consent: false })).status).toBe(200);
  const now = await state();
  expect(now.standing).toMatchObject({
    edition: 2,
    replaces: first.hash,
    note: 'A person withdrew their consent.',
  });
  expect(await json()).not.toMatch(named);
  expect((await organizer.get(`${path}/record-editions/1`)).status).toBe(404);
  expect((await seat({ consent: true })).status).toBe(409);
});

it('while it takes corrections, an erased person goes from former editions and from what it is compared with', async () => {
  const erase = await namedPerson();
  await stand({ is: 'freeze' });
  await stand({ is: 'reopen', days: 3 });
  room.clock.pass(5_000);
  await writes('Put right later', 'Ben', 1);
  const { kept } = room.server.running.services;
  await vi.waitFor(async () => expect(await kept.hands(room.links.workshop)).toHaveLength(1));
  expect(await kept.baseline(room.links.workshop)).toMatch(named);
  await erase();
  expect(await kept.baseline(room.links.workshop)).not.toMatch(named);
  expect((await organizer.get(`${path}/record-editions/1`)).status).toBe(404);
  expect(await json()).not.toMatch(named);
  // Whose corrections they are, and that they are, stays.
  expect((await record()).corrections).toMatchObject([{ after: ['Put right later'] }]);
  expect(await kept.hands(room.links.workshop)).toHaveLength(1);
});

it('goes back to open, where nothing is marked', async () => {
  await stand({ is: 'correct', days: 3 });
  await writes('Too early');
  expect((await record()).corrections).toHaveLength(1);
  await stand({ is: 'open' });
  expect(await record()).toMatchObject({ standing: { is: 'open' }, corrections: [] });
});

it('refuses what is no command, with a sentence', async () => {
  for (const body of [{ is: 'correct', days: 0 }, { is: 'correct', days: 1.5 }, { is: 'melt' }, {}])
    expect((await stand(body)).status).toBe(400);
  expect((await stand({ is: 'reopen', days: 2 })).text).toContain('not frozen');
});

it('a table signs its card off, takes it back, and signs a changed card anew', async () => {
  const ana = await room.seated('join', 'Ana', 1);
  const other = await room.seated('join', 'Ben', 2);
  const sign = (browser: Browser, signed: boolean) =>
    room.post(browser, '/sign-off', { id: newCommand(), group: room.table(1), signed });
  const work = async () =>
    (await record()).sessions[0]?.groups.find(({ group }) => group === room.table(1));
  expect((await sign(other, true)).status).toBe(403);
  expect((await sign(ana, true)).status).toBe(204);
  const follower = room.follow(organizer);
  expect((await work())?.signedOff?.at).toBe(room.clock.wallTime());
  const card = () =>
    follower.listener.heard
      .flatMap((message) => (message.is === 'ended' ? [] : (message.cards ?? [])))
      .findLast(({ group }) => group === room.table(1));
  await follower.sees('the sign-off', () => card()?.signedOff === 'yes');
  await sign(ana, false);
  await follower.sees('that it was taken back', () => card()?.signedOff === 'no');
  expect((await work())?.signedOff).toBeNull();
});

it('whoever sits elsewhere for one session signs off there, and not at their usual table', async () => {
  const ana = await room.seated('join', 'Ana', 1);
  const { people } = (await organizer.get(`${path}/people`)).as<PeopleView>();
  const moves = [
    { seat: people.find(({ name }) => name === 'Ana')?.id, from: room.table(1), to: room.table(2) },
  ];
  await organizer.post(`${path}/people/moves`, { moves, session: room.session() });
  const sign = async (table: number, session = room.session()) => {
    const asked = { id: newCommand(), group: room.table(table), signed: true };
    return (await room.post(ana, '/sign-off', asked, session)).status;
  };
  expect([await sign(1), await sign(2)]).toEqual([403, 204]);
  expect([await sign(1, room.session(2)), await sign(2, room.session(2))]).toEqual([204, 403]);
});
