import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ImageFile,
  type ImagePlace,
  type NewWorkshop,
  parseGroupId,
  parseImageId,
  parseSessionId,
  parseWorkshopId,
  usualTemplate,
} from '@reportback/domain';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backUp, verifyFolder } from './backup.ts';
import { openServerStorage, type Storage } from './open-storage.ts';
import { restore } from './restore.ts';
import { removeFolder, temporaryFolder } from './testing/folders.ts';
import { systemClock } from './testing/system-clock.ts';

let root: string;
let data: string;
let storage: Storage;
const open = (folder: string): Promise<Storage> =>
  openServerStorage(folder, { clock: systemClock, sessionOf: () => null });
beforeEach(async () => {
  root = temporaryFolder();
  data = join(root, 'data');
  storage = await open(data);
  await storage.workshops.create(workshop('day'));
  await storage.workshops.create(workshop('other'));
});
afterEach(async () => {
  await storage.close();
  removeFolder(root);
});

const hashOf = () => '';
const plenty = 1_000_000;
const [chart, sketch] = [parseImageId('chart'), parseImageId('sketch')];
const place = (name: string, group = 'one'): ImagePlace => ({
  workshop: parseWorkshopId(name),
  session: parseSessionId(`${name}-1`),
  group: parseGroupId(group),
});
const file = (text: string): ImageFile => ({
  mediaType: 'image/png',
  width: 4,
  height: 3,
  bytes: Buffer.from(text),
});

function workshop(name: string): NewWorkshop {
  const id = parseWorkshopId(name);
  const { session } = place(name);
  return {
    workshop: {
      id,
      title: name,
      place: '',
      timeZone: 'Europe/Rome',
      agenda: { days: [], problems: [] },
      organizers: '',
      funding: '',
      licence: '',
      disclaimer: null,
      othersReadable: true,
      attribution: 'by-name',
      joinCode: name,
      createdAt: 1,
    },
    sessions: [
      {
        id: session,
        workshop: id,
        position: 1,
        title: 'One',
        prompt: '',
        cardTemplate: usualTemplate,
        date: null,
        start: '10:00',
        reportBack: null,
        end: null,
        phase: 'discuss',
      },
    ],
    groups: [],
    links: [],
    seats: [],
  };
}

function filesOnDisk(): number {
  const database = new Database(join(data, 'reportback.sqlite'), { readonly: true });
  const count = Number(database.prepare('SELECT count(*) FROM image_file').pluck().get());
  database.close();
  return count;
}

it('keeps an image by its id, and never another under the same', async () => {
  const { images } = storage;
  expect(await images.add(chart, place('day'), file('a'), plenty)).toBe('added');
  expect(await images.add(chart, place('day'), file('b'), plenty)).toBe('there');
  expect(await images.add(chart, place('day', 'two'), file('b'), plenty)).toBe('elsewhere');
  expect(await images.file(place('day').workshop, chart)).toMatchObject(file('a'));
  expect(await images.place(place('day').workshop, chart)).toEqual(place('day'));
});

it('the same bytes are there once in a workshop, and never shared between workshops', async () => {
  const { images } = storage;
  await images.add(chart, place('day'), file('a'), plenty);
  await images.add(sketch, place('day', 'two'), file('a'), plenty);
  expect(filesOnDisk()).toBe(1);
  expect(await images.place(place('other').workshop, chart)).toBeNull();
  expect(await images.file(place('other').workshop, chart)).toBeNull();
  expect(await images.add(chart, place('other'), file('a'), plenty)).toBe('added');
  expect(filesOnDisk()).toBe(2);
});

it('takes no more bytes than a workshop may have, and leaves nothing of what it refuses', async () => {
  const { images } = storage;
  expect(await images.add(chart, place('day'), file('1234'), 6)).toBe('added');
  expect(await images.add(sketch, place('day'), file('567'), 6)).toBe('no-room');
  expect(await images.file(place('day').workshop, sketch)).toBeNull();
  expect(filesOnDisk()).toBe(1);
  // What is there already takes no more room.
  expect(await images.add(sketch, place('day'), file('1234'), 6)).toBe('added');
  expect(await images.add(chart, place('other'), file('567'), 6)).toBe('added');
});

it('goes with its workshop, and a late one cannot bring it back', async () => {
  const { images, workshops } = storage;
  await images.add(chart, place('day'), file('a'), plenty);
  await images.add(sketch, place('day'), file('a'), plenty);
  await images.add(chart, place('other'), file('a'), plenty);
  await workshops.deleteWorkshop(place('day').workshop);
  expect(filesOnDisk()).toBe(1);
  expect(await images.add(chart, place('day'), file('a'), plenty)).toBe('deleted');
  expect(filesOnDisk()).toBe(1);
  await workshops.deleteWorkshop(place('other').workshop);
  expect(filesOnDisk()).toBe(0);
});

it('goes with its session: nobody is told of it, and its file goes unless another one shows it', async () => {
  const { images, workshops } = storage;
  await images.add(chart, place('day'), file('a'), plenty);
  await images.add(sketch, place('day'), file('b'), plenty);
  const [session] = await workshops.sessions(place('day').workshop);
  if (session === undefined) throw new Error('No session');
  await workshops.removeSession(session, { days: [], sessions: [] }, () => true);
  expect(await images.file(place('day').workshop, chart)).toBeNull();
  await images.add(chart, place('other'), file('a'), plenty);
  expect(filesOnDisk()).toBe(3);
  await workshops.finishDeletions();
  expect(filesOnDisk()).toBe(1);
  expect(await images.file(place('other').workshop, chart)).toMatchObject(file('a'));
});

it('is in a backup and comes back from it; a damaged one is found', async () => {
  await storage.images.add(chart, place('day'), file('a picture'), plenty);
  const [backup, restored] = [join(root, 'backup'), join(root, 'restored')];
  expect(backUp(data, backup, hashOf)).toMatchObject({ images: 1, findings: [] });
  restore(backup, restored, { hashOf, force: false, at: 0 });
  const again = await open(restored);
  expect(await again.images.file(place('day').workshop, chart)).toMatchObject(file('a picture'));
  await again.close();
  expect(existsSync(join(restored, 'reportback.sqlite'))).toBe(true);

  const database = new Database(join(restored, 'reportback.sqlite'));
  database.exec("UPDATE image_file SET data = x'00'");
  database.close();
  expect(verifyFolder(restored, hashOf).findings).toEqual([
    'Image file 1 does not match its hash.',
  ]);
});
