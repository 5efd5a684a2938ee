import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RecordState, Seat, WorkshopView } from '@reportback/domain';
import { afterEach, expect, it, vi } from 'vitest';
import { PlenaryRoom } from '../testing/plenary-room.ts';
import { TestServer } from '../testing/test-server.ts';

vi.setConfig({ testTimeout: 60_000 });

const named = /Zora|Lund|Gone Institute/;

let room: PlenaryRoom;
const folders: string[] = [];
afterEach(async () => {
  await room.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/**
 * What a server that is killed now leaves behind. Copied by another process: closing a file of an open database drops its
 * locks here.
 */
function leftBehind(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'reportback-killed-'));
  folders.push(folder);
  execFileSync('cp', ['-r', `${room.server.dataDir}/.`, folder]);
  return folder;
}

/** The bytes of all files of a folder, as text. */
function onDisk(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'latin1'))
    .join('\n');
}

/** Takes an image of the disk before and after each call of a method that writes. */
function imagesAround<Part extends object>(
  part: Part,
  method: keyof Part & string,
  images: string[],
): void {
  const write = (part[method] as (...args: unknown[]) => Promise<unknown>).bind(part);
  vi.spyOn(part as Record<string, (...args: unknown[]) => unknown>, method).mockImplementation(
    async (...args) => {
      images.push(leftBehind());
      const answer = await write(...args);
      images.push(leftBehind());
      return answer;
    },
  );
}

const home = () => `/api/workshops/${room.links.workshop}`;

/** Starts a server on what another left, and looks at what is told of the workshop. */
async function afterwards(folder: string) {
  const server = await TestServer.start({ DATA_DIR: folder });
  const organizer = await server.enter(room.links.links.organizer);
  const [view, record, people, steps] = await Promise.all(
    ['', '/record.json', '/people', room.path('/steps').slice(home().length)].map((at) =>
      organizer.get(home() + at),
    ),
  );
  const editions = await server.running.services.kept.editions(room.links.workshop);
  await server.remove();
  return {
    state: view?.as<WorkshopView>().record,
    told: [view, record, people, steps].map((answer) => answer?.text).join('\n'),
    files: onDisk(folder),
    editions,
  };
}

it('a server killed while it erases somebody has erased nothing, or goes on with it at its start', async () => {
  room = await PlenaryRoom.open(1);
  const organizer = await room.seated('organizer', 'Ola');
  const zora = await room.enter('join');
  const about = { name: 'Zora Lund', affiliation: 'Gone Institute', consent: true };
  const seat = (
    await zora.call('PUT', `${home()}/seat`, { ...about, group: room.table(1) })
  ).as<Seat>();
  await room.post(organizer, '/message', { id: 'm-1', text: 'Zora Lund reports', to: null });
  const frozen = await organizer.post(`${home()}/record-standing`, { is: 'freeze' });
  const images: string[] = [];
  const { erasure, kept } = room.server.running.services;
  imagesAround(erasure, 'erase', images);
  imagesAround(kept, 'freeze', images);
  expect((await organizer.call('DELETE', `${home()}/people/${seat.id}`)).status).toBe(204);

  const [before = '', ...later] = images;
  expect(later).toHaveLength(3);
  const untouched = await afterwards(before);
  expect(untouched.told).toMatch(named);
  expect(untouched.state?.hash).toBe(frozen.as<RecordState>().hash);
  for (const folder of later) {
    const { told, files, state, editions } = await afterwards(folder);
    expect(told).not.toMatch(named);
    expect(files).not.toMatch(named);
    expect(state?.standing).toMatchObject({ edition: 2, note: 'A person was erased.' });
    expect(editions.map(({ isKept }) => isKept)).toEqual([false, true]);
  }
});

it('a server killed while it deletes a workshop has deleted nothing of it, or all', async () => {
  room = await PlenaryRoom.open(2);
  const organizer = await room.seated('organizer', 'Zora Lund');
  const images: string[] = [];
  imagesAround(room.server.running.services.store, 'deleteWorkshop', images);
  expect((await organizer.call('DELETE', home())).status).toBe(204);

  const [before = '', after = ''] = images;
  expect((await afterwards(before)).told).toMatch(named);
  const server = await TestServer.start({ DATA_DIR: after });
  const { workshop } = room.links;
  expect(await server.running.services.store.workshop(workshop)).toBeNull();
  await server.remove();
  expect(onDisk(after)).not.toMatch(/Zora|Headline 1|Point 2a/);
});
