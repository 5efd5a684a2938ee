import {
  type FrozenStanding,
  mostKeptEditions,
  parseGroupId,
  parseSeatId,
  parseSessionId,
  parseWorkshopId,
  plenaryGroup,
  type RecordStore,
  usualTemplate,
} from '@reportback/domain';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openServerStorage, type Storage } from './open-storage.ts';
import { removeFolder, temporaryFolder } from './testing/folders.ts';
import { systemClock } from './testing/system-clock.ts';

const open = (at: string): Promise<Storage> =>
  openServerStorage(at, { clock: systemClock, sessionOf: () => null });

const workshop = parseWorkshopId('forest-day');
const session = parseSessionId('morning');
const group = parseGroupId('table-1');
const [ada, bob] = [parseSeatId('ada'), parseSeatId('bob')];
const person = {
  id: ada,
  workshop,
  name: 'Ada',
  affiliation: '',
  country: '',
  citeAs: '',
  consent: true,
  group,
};
const frozen = (edition: number): FrozenStanding => ({
  is: 'frozen',
  at: 40 + edition,
  edition,
  replaces: edition === 1 ? null : `hash ${edition - 1}`,
  note: '',
});
const words = (edition: number) => ({
  json: `words ${edition}`,
  hash: `hash ${edition}`,
  baseline: `baseline ${edition}`,
});

let folder: string;
let storage: Storage;
let records: RecordStore;
beforeEach(async () => {
  folder = temporaryFolder();
  storage = await open(folder);
  records = storage.records;
  await storage.workshops.create({
    workshop: {
      id: workshop,
      title: 'The forest’s “day”',
      place: '',
      timeZone: 'UTC',
      agenda: { days: [], problems: [] },
      organizers: '',
      funding: '',
      licence: '',
      disclaimer: null,
      othersReadable: true,
      attribution: 'by-name',
      joinCode: 'ABC-123',
      createdAt: 1,
    },
    sessions: [
      {
        id: session,
        workshop,
        position: 1,
        title: 'Morning',
        prompt: '',
        cardTemplate: usualTemplate,
        date: null,
        start: '11:00',
        reportBack: null,
        end: null,
        phase: 'amend',
      },
    ],
    groups: [{ id: group, workshop, number: 1, name: '' }],
    links: [],
    seats: [ada, bob].map((id) => ({ ...person, id, name: id })),
  });
});
afterEach(async () => {
  await storage.close();
  removeFolder(folder);
});

const correct = (until: number, baseline: string | null = 'as it was') =>
  records.correct(workshop, { since: 10, until }, baseline);

it('a record is open until somebody says otherwise, and comes back as it stands', async () => {
  expect(await records.standing(workshop)).toEqual({ is: 'open' });
  await correct(30);
  await storage.close();
  storage = await open(folder);
  records = storage.records;
  expect(await records.standing(workshop)).toEqual({ is: 'correcting', since: 10, until: 30 });
  expect(await records.baseline(workshop)).toBe('as it was');
});

it('is due at the end of its corrections, and once only', async () => {
  await correct(30);
  expect(await records.due(29)).toEqual([]);
  expect(await records.due(30)).toEqual([workshop]);
  await correct(50, null);
  expect(await records.due(30)).toEqual([]);
  expect(await records.baseline(workshop)).toBe('as it was');
  await records.freeze(workshop, frozen(1), words(1));
  expect(await records.due(100)).toEqual([]);
});

it('editions are kept word for word, until they are withdrawn; their hashes stay', async () => {
  await records.freeze(workshop, frozen(1), words(1));
  await records.freeze(workshop, frozen(2), words(2));
  expect(await records.kept(workshop, 1)).toEqual({ json: 'words 1', hash: 'hash 1' });
  expect(await records.baseline(workshop)).toBe('baseline 2');
  const { erasure } = storage;
  await erasure.erase(person, { baseline: 'without Ada', note: 'A person was erased.' });
  expect(await records.kept(workshop, 2)).toBeNull();
  expect(await records.baseline(workshop)).toBe('without Ada');
  expect(await erasure.owed()).toEqual([{ workshop, note: 'A person was erased.' }]);
  await records.freeze(workshop, frozen(3), words(3));
  expect(await erasure.owed()).toEqual([]);
  expect(await records.kept(workshop, 1)).toBeNull();
  expect(await records.kept(workshop, 3)).toEqual({ json: 'words 3', hash: 'hash 3' });
  expect(await records.editions(workshop)).toMatchObject([
    { edition: 1, hash: 'hash 1', isKept: false },
    { edition: 2, hash: 'hash 2', isKept: false },
    { edition: 3, hash: 'hash 3', isKept: true },
  ]);
  expect(await records.standing(workshop)).toEqual(frozen(3));
});

it('the words of the newest editions are kept; of older ones the hash stays', async () => {
  for (let edition = 1; edition <= mostKeptEditions + 2; edition++)
    await records.freeze(workshop, frozen(edition), words(edition));
  const kept = (await records.editions(workshop)).filter(({ isKept }) => isKept);
  expect(kept.map(({ edition }) => edition)).toEqual(
    Array.from({ length: mostKeptEditions }, (_, index) => index + 3),
  );
  expect(await records.editions(workshop)).toHaveLength(mostKeptEditions + 2);
  expect(await records.baseline(workshop)).toBe(`baseline ${mostKeptEditions + 2}`);
});

it('hands are noted while corrections are taken only, and go with their seat', async () => {
  const hand = { session, group, seat: ada, at: 11 };
  await records.putHand(hand);
  expect(await records.hands(workshop)).toEqual([]);
  await correct(30);
  await records.putHand(hand);
  await records.putHand({ ...hand, at: 12 });
  await records.putHand({ session, group: plenaryGroup, seat: bob, at: 13 });
  await records.putHand({ ...hand, seat: parseSeatId('server') });
  expect(await records.hands(workshop)).toEqual([
    { session, group: plenaryGroup, seat: bob, at: 13 },
    { session, group, seat: ada, at: 12 },
  ]);
  await storage.erasure.erase({ ...person, id: bob }, { baseline: null, note: '' });
  expect(await records.hands(workshop)).toHaveLength(1);
  await records.freeze(workshop, frozen(1), words(1));
  expect(await records.hands(workshop)).toEqual([]);
});

it('open forgets what corrections were compared with', async () => {
  await correct(30);
  await records.open(workshop);
  expect(await records.standing(workshop)).toEqual({ is: 'open' });
  expect(await records.baseline(workshop)).toBeNull();
  expect(await records.due(100)).toEqual([]);
});

it('goes with its workshop, and a late call brings nothing back', async () => {
  await correct(30);
  await storage.workshops.deleteWorkshop(workshop);
  expect(await records.due(100)).toEqual([]);
  await records.open(workshop);
  expect(await records.standing(workshop)).toEqual({ is: 'open' });
});
