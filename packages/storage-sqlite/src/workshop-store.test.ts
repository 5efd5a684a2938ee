import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import {
  type Group,
  type Link,
  type NewWorkshop,
  type Pass,
  parseCommandId,
  parseGroupId,
  parseLinkId,
  parseSeatId,
  parseSessionId,
  parseWorkshopId,
  type Seat,
  type Session,
  type SessionMark,
  usualTemplate,
  type Workshop,
} from '@reportback/domain';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { verifyFolder } from './backup.ts';
import { openServerStorage, type Storage } from './open-storage.ts';
import { imageOf, removeFolder, temporaryFolder } from './testing/folders.ts';
import { systemClock } from './testing/system-clock.ts';

let folder: string;
let storage: Storage;
const open = (at = folder): Promise<Storage> =>
  openServerStorage(at, {
    clock: systemClock,
    sessionOf: (document) => document.split('.')[0] ?? null,
  });
beforeEach(async () => {
  folder = temporaryFolder();
  storage = await open();
});
afterEach(async () => {
  await storage.close();
  removeFolder(folder);
});

const id = parseWorkshopId('forest-day');
const [first, second] = [parseSessionId('session-1'), parseSessionId('session-2')];
const [table1, table2] = [parseGroupId('table-1'), parseGroupId('table-2')];
const [ada, bob] = [parseSeatId('ada'), parseSeatId('bob')];
const join = parseLinkId('join');

const workshop: Workshop = {
  id,
  title: 'The forest’s “day”',
  place: '',
  timeZone: 'America/Chicago',
  agenda: { days: [], problems: [] },
  organizers: 'A; B',
  funding: '',
  licence: 'CC BY 4.0',
  disclaimer: 'Invented.',
  othersReadable: true,
  attribution: 'by-name',
  joinCode: 'ABC-123',
  createdAt: 1_732_000_000_000,
};
const session = (position: number): Session => ({
  id: position === 1 ? first : second,
  workshop: id,
  position,
  title: `Round ${position}`,
  prompt: 'What is in the way?',
  cardTemplate: usualTemplate,
  date: position === 1 ? '2025-05-01' : null,
  start: '11:00',
  reportBack: position === 1 ? '12:00' : null,
  end: position === 1 ? '12:30' : null,
  phase: 'gathering',
});
const group = (number: number): Group => ({
  id: number === 1 ? table1 : table2,
  workshop: id,
  number,
  name: number === 1 ? 'Lakefront' : '',
});
const seat: Seat = {
  id: ada,
  workshop: id,
  name: 'Ada',
  affiliation: 'Uni',
  country: 'UK',
  citeAs: 'A. Lovelace',
  consent: true,
  group: table1,
};
const link: Link = {
  id: join,
  workshop: id,
  role: 'participant',
  group: table1,
  generation: 1,
  revokedAt: null,
};
const pass: Pass = { secretHash: 'f00d', link: join, generation: 1, seat: null, createdAt: 5 };
const all: NewWorkshop = {
  workshop,
  sessions: [session(2), session(1)],
  groups: [group(2), group(1)],
  links: [link, { ...link, id: parseLinkId('organizer'), role: 'organizer', group: null }],
  seats: [seat],
};

it('gives back a workshop with all that was made with it, in the order people read it', async () => {
  const { workshops } = storage;
  await workshops.create(all);
  expect(await workshops.workshop(id)).toEqual(workshop);
  expect(await workshops.workshopByCode('ABC-123')).toEqual(workshop);
  expect(await workshops.workshops()).toEqual([workshop]);
  expect(await workshops.sessions(id)).toEqual([session(1), session(2)]);
  expect(await workshops.session(second)).toEqual(session(2));
  expect(await workshops.groups(id)).toEqual([group(1), group(2)]);
  expect(await workshops.seats(id)).toEqual([seat]);
  expect(await workshops.seat(ada)).toEqual(seat);
  expect(await workshops.links(id)).toEqual(all.links);
  expect(await workshops.link(join)).toEqual(link);
});

it('answers null, or nothing, for what it does not know', async () => {
  const { workshops } = storage;
  expect(await workshops.workshop(id)).toBeNull();
  expect(await workshops.workshopByCode('ABC-123')).toBeNull();
  expect(await workshops.session(first)).toBeNull();
  expect(await workshops.seat(ada)).toBeNull();
  expect(await workshops.link(join)).toBeNull();
  expect(await workshops.pass('f00d')).toBeNull();
  expect(await workshops.fact('example-offered')).toBeNull();
  expect(await workshops.groups(id)).toEqual([]);
});

it('makes a workshop whole or not at all', async () => {
  await expect(
    storage.workshops.create({ ...all, seats: [{ ...seat, workshop: parseWorkshopId('other') }] }),
  ).rejects.toThrow('FOREIGN KEY');
  expect(await storage.workshops.workshops()).toEqual([]);
});

it('replaces a seat and keeps its place in the list and in passes', async () => {
  const { workshops } = storage;
  await workshops.create(all);
  await workshops.addSeats([{ ...seat, id: bob, name: 'Bob', group: null }]);
  await workshops.putPass(pass);
  await workshops.seatPass('f00d', ada);
  const moved = { ...seat, name: 'Ada L.', consent: false, group: table2 };
  expect(await workshops.changeSeat(ada, () => moved)).toEqual(moved);
  expect((await workshops.seats(id)).map(({ name }) => name)).toEqual(['Ada L.', 'Bob']);
  expect(await workshops.seat(ada)).toEqual(moved);
  expect(await workshops.pass('f00d')).toEqual({ ...pass, seat: ada });
});

it('changes a workshop, a session and a table, with all that hangs below', async () => {
  const { workshops } = storage;
  await workshops.create(all);
  const changed = { ...workshop, title: 'Forests', joinCode: 'XYZ-789', disclaimer: null };
  await workshops.putWorkshop(changed);
  await workshops.setPhase(second, 'discuss');
  const days = [{ items: [] }];
  const changes = [{ ...session(1), prompt: 'What next?', end: '12:45' }, session(2)];
  await workshops.putProgramme(id, { days, sessions: changes });
  await workshops.putGroup({ ...group(2), name: 'Hillside' });
  // Neither takes back what the other changed.
  await workshops.putWorkshop(changed);
  expect(await workshops.workshopByCode('XYZ-789')).toEqual({
    ...changed,
    agenda: { days, problems: [] },
  });
  expect(await workshops.workshopByCode('ABC-123')).toBeNull();
  expect(await workshops.sessions(id)).toEqual([
    { ...session(1), prompt: 'What next?', end: '12:45' },
    { ...session(2), phase: 'discuss' },
  ]);
  expect(await workshops.groups(id)).toEqual([group(1), { ...group(2), name: 'Hillside' }]);
  expect(await workshops.seats(id)).toEqual([seat]);
  expect(await workshops.links(id)).toEqual(all.links);

  await workshops.deleteWorkshop(id);
  await workshops.putWorkshop(changed);
  await workshops.putProgramme(id, { days, sessions: [session(1)] });
  await workshops.putGroup(group(1));
  expect(await workshops.workshops()).toEqual([]);
  expect(await workshops.sessions(id)).toEqual([]);
});

it('keeps phases, rotated and revoked links, and facts over a restart', async () => {
  await storage.workshops.create(all);
  await storage.workshops.setPhase(first, 'report-back');
  await storage.workshops.rotateLink(join);
  await storage.workshops.revokeLink(join, 70);
  await storage.workshops.revokeLink(join, 80);
  await storage.workshops.setFact('example-offered', 'once');
  await storage.workshops.setFact('example-offered', 'twice');
  await storage.close();
  storage = await open();
  expect((await storage.workshops.session(first))?.phase).toBe('report-back');
  expect((await storage.workshops.session(second))?.phase).toBe('gathering');
  expect(await storage.workshops.link(join)).toEqual({ ...link, generation: 2, revokedAt: 70 });
  expect(await storage.workshops.fact('example-offered')).toBe('twice');
});

it('switches links and the code off and on, and keeps who did what', async () => {
  const { workshops, audit } = storage;
  await workshops.create(all);
  await workshops.revokeLink(join, 70);
  await workshops.restoreLink(join);
  expect((await workshops.link(join))?.revokedAt).toBeNull();
  for (const off of [true, true, false, false]) {
    await workshops.setCodeOff(id, off);
    expect(await workshops.isCodeOff(id)).toBe(off);
  }
  const entry = { at: 5, by: 'ada', did: 'link-off', about: 'the join code' } as const;
  await audit.add(id, entry);
  await audit.add(parseWorkshopId('elsewhere'), entry);
  expect(await audit.entries(id)).toEqual([entry]);
  await workshops.setCodeOff(id, true);
  await workshops.deleteWorkshop(id);
  await audit.add(id, entry);
  expect(await audit.entries(id)).toEqual([]);
});

it('waits for people of a roster until they have come, and for nobody else', async () => {
  const { workshops } = storage;
  await workshops.create(all);
  await workshops.expectSeats([{ ...seat, id: bob, name: 'Bob', group: null }]);
  expect(await workshops.awaitedSeats(id)).toEqual(new Set([bob]));
  await workshops.changeSeat(bob, (each) => ({ ...each, name: 'Bob B.' }));
  expect(await workshops.awaitedSeats(id)).toEqual(new Set([bob]));
  await workshops.putPass({ ...pass, seat: bob });
  expect(await workshops.awaitedSeats(id)).toEqual(new Set());
  // Somebody else sits down at the same device; what Bob wrote stays his, and he has come.
  await workshops.seatPass(pass.secretHash, ada);
  expect(await workshops.awaitedSeats(id)).toEqual(new Set());
});

it('knows which seats are taken, adds several in one, adds a table, and erases a person for good', async () => {
  const { workshops } = storage;
  await workshops.create(all);
  await workshops.putPass({ ...pass, seat: ada });
  expect(await workshops.takenSeats(id)).toEqual(new Set([ada]));
  const third = parseGroupId('table-3');
  const its: Link = { ...link, id: parseLinkId('join-3'), group: third };
  await workshops.addGroup({ ...group(2), id: third, number: 3 }, its);
  expect((await workshops.groups(id)).map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(await workshops.link(its.id)).toEqual(its);
  const elsewhere = { ...seat, id: bob, group: parseGroupId('nowhere') };
  await expect(workshops.addSeats([{ ...elsewhere, group: null }, elsewhere])).rejects.toThrow();
  expect(await workshops.seats(id)).toEqual([seat]);
  await workshops.changeSeat(ada, (each) => ({ ...each, group: third }));
  expect((await workshops.seat(ada))?.group).toBe(third);
  await storage.erasure.erase(seat, { baseline: null, note: '' });
  expect(await workshops.seat(ada)).toBeNull();
  expect((await workshops.pass(pass.secretHash))?.seat).toBeNull();
  await workshops.seatPass(pass.secretHash, ada);
  expect((await workshops.pass(pass.secretHash))?.seat).toBeNull();
});

it('changes and moves people as they are by then: consent stays withdrawn, and who is erased stays gone', async () => {
  const { workshops, moves, erasure } = storage;
  await workshops.create({ ...all, seats: [seat, { ...seat, id: bob, name: 'Bob' }] });
  const words = { baseline: null, note: '' };
  const move = (person: typeof ada, from: typeof table1) => ({ seat: person, from, to: table2 });
  const asked = { at: 5, by: 'organizer-1', session: null };
  // All are asked for at once, each after what it must not take back.
  const [, , made, changed] = await Promise.all([
    erasure.unname(ada, (each) => ({ ...each, consent: false }), words),
    erasure.erase({ ...seat, id: bob, name: 'Bob' }, words),
    moves.make(id, { ...asked, moves: [move(bob, table1), move(ada, table1)] }),
    workshops.changeSeat(bob, (each) => ({ ...each, name: 'Bobby' })),
  ]);
  expect(made).toEqual([move(ada, table1)]);
  expect(changed).toBeNull();
  expect(await workshops.seats(id)).toEqual([{ ...seat, consent: false, group: table2 }]);
  expect((await moves.last(id))?.moves).toEqual(made);
  // Who is elsewhere by now stays there, and nothing is kept of it.
  expect(await moves.make(id, { ...asked, moves: [move(ada, table1)] })).toEqual([]);
  const last = await moves.last(id);
  expect(last?.moves).toEqual(made);
  if (last === null) return;
  const back = [{ seat: ada, from: table2, to: table1 }];
  expect(await moves.takeBack(id, last, back)).toEqual(back);
  expect(await workshops.seats(id)).toEqual([{ ...seat, consent: false }]);
  expect(await moves.last(id)).toBeNull();
});

it('deletes a workshop with its people, links and documents, and lets nothing of it come back', async () => {
  const { workshops, updates } = storage;
  await workshops.create(all);
  await workshops.putPass({ ...pass, seat: ada });
  const name = 'session-1.table-1';
  const first = { update: new Uint8Array([1, 2]), author: 'ada', claims: [7] };
  const birth = { incarnation: 'life-1', schemaVersion: 1, at: 1, first };
  await updates.create(name, birth);
  await updates.append([{ document: name, incarnation: 'life-1', rows: [first] }], 2);
  const point = { incarnation: 'life-1', at: 3, through: 2, state: first.update, contentHash: 'h' };
  await updates.writeSnapshot(name, point);
  await updates.writeVersion(name, { ...point, cause: 'phase', authors: ['ada'] });

  await workshops.deleteWorkshop(id);

  expect(await workshops.workshops()).toEqual([]);
  expect(await workshops.seat(ada)).toBeNull();
  expect(await workshops.pass('f00d')).toBeNull();
  expect(await updates.load(name)).toEqual({ is: 'absent' });
  const refused = { is: 'refused', reason: 'deleted' };
  expect(
    await updates.append([{ document: name, incarnation: 'life-1', rows: [first] }], 4),
  ).toEqual([refused]);
  expect(await updates.create(name, birth)).toEqual(refused);
  await expect(workshops.addSeats([seat])).rejects.toThrow('FOREIGN KEY');
});

it('removes a session only as far as it had come when it was looked at', async () => {
  const { workshops, plenaries, updates } = storage;
  await workshops.create(all);
  const row = { update: new Uint8Array([1]), author: 'ada', claims: [] };
  const name = 'session-1.table-1';
  const birth = { incarnation: 'life-1', schemaVersion: 1, at: 1, first: row };
  await updates.create(name, birth);
  const command = { id: parseCommandId('c-1'), at: 2, by: ada };
  await plenaries.append(first, {
    ...command,
    did: { is: 'phase', from: 'gathering', to: 'discuss' },
  });
  const programme = { days: [], sessions: [{ ...session(2), position: 1 }] };
  const seen: SessionMark[] = [];
  const remove = (goes: boolean) =>
    workshops.removeSession(session(1), programme, (now) => {
      seen.push(now);
      return goes;
    });
  expect(await remove(false)).toBe(false);
  const mark = await workshops.sessionMark(first);
  expect(mark).toEqual({ lastStep: 1, documents: new Map([[name, 1]]) });
  await updates.append([{ document: name, incarnation: 'life-1', rows: [row] }], 2);
  expect(await remove(true)).toBe(true);
  expect(seen).toEqual([mark, { ...mark, documents: new Map([[name, 2]]) }]);
  expect(await workshops.sessions(id)).toEqual(programme.sessions);
  expect(await workshops.sessionMark(first)).toBeNull();
  expect(await updates.load(name)).toEqual({ is: 'absent' });
  expect(await remove(true)).toBe(false);
});

it.each([
  ['workshop', () => storage.workshops.deleteWorkshop(id)],
  [
    'session',
    () => storage.workshops.removeSession(session(1), { days: [], sessions: [] }, () => true),
  ],
])(
  'a deletion of a %s in whose middle the process is killed is finished by the next one',
  async (_what, remove) => {
    const { workshops, updates } = storage;
    await workshops.create(all);
    const words = Buffer.from('what a table wrote');
    const written = { update: words, author: 'ada', claims: [] };
    for (const table of ['table-1', 'table-2', 'table-3'])
      await updates.create(`session-1.${table}`, {
        incarnation: 'life-1',
        schemaVersion: 1,
        at: 1,
        first: written,
      });
    await remove();
    const finishing = workshops.finishDeletions();
    // After the first of three.
    await setImmediate();
    await setImmediate();
    const image = imageOf(folder);
    await finishing;

    const after = await open(image);
    expect(await after.workshops.session(first)).toBeNull();
    const left = () => readFileSync(path.join(image, 'reportback.sqlite')).includes(words);
    expect(left()).toBe(true);
    expect(verifyFolder(image, () => 'h')).toMatchObject({ findings: [] });
    await after.workshops.finishDeletions();
    await after.close();
    expect(left()).toBe(false);
    expect(verifyFolder(image, () => 'h')).toMatchObject({ documents: 0, rows: 0, findings: [] });
    removeFolder(image);
  },
);
