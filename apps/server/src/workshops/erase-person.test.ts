import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Seat } from '@reportback/domain';
import { afterEach, expect, it, vi } from 'vitest';
import { newCommand, PlenaryRoom, pointOf } from '../testing/plenary-room.ts';

vi.setConfig({ testTimeout: 60_000 });

let room: PlenaryRoom;
afterEach(() => room.close());

const named = /Zora|Lund|Gone Institute/;

it('whoever is erased is named nowhere any more: not on the board, in no step, record, list or file', async () => {
  room = await PlenaryRoom.open(2);
  const home = `/api/workshops/${room.links.workshop}`;
  const organizer = await room.seated('organizer', 'Ola');
  const zora = await room.enter('join');
  const seat = (
    await zora.call('PUT', `${home}/seat`, {
      name: 'Zora Lund',
      affiliation: 'Gone Institute',
      citeAs: 'Z. Lund',
      consent: true,
      group: room.table(2),
    })
  ).as<Seat>();
  const bo = await room.seated('join', 'Bo', 2);
  for (const _phase of ['discuss', 'distil', 'report-back'])
    await room.post(organizer, '/phase', { command: 'next' });

  const point = pointOf(room.session(), 1, 'a');
  const question = { is: 'add', group: room.table(1), point, kind: 'question' };
  await room.post(zora, '/reactions', { ...question, text: 'Why, asks Zora Lund?' });
  await room.post(bo, '/reactions', { ...question, text: 'As zora lund said: why?' });
  await room.post(organizer, '/message', { id: newCommand(), text: 'Zora Lund reports', to: null });
  const made = { is: 'make-finding', finding: 'f-1', name: 'Lakes of Zora Lund', points: [point] };
  expect((await room.command(organizer, made)).status).toBe(200);
  // Also what is not shown any more.
  await room.command(organizer, { is: 'name-finding', finding: 'f-1', name: 'Lakes' });
  const action = { id: 'a-1', text: 'Call Z. Lund', owner: 'Zora Lund', due: '' };
  await room.command(organizer, { is: 'put-action', action });

  const wall = room.follow(organizer);
  await wall.sees('the action', (page) => page.plenary.plenary.actions.length === 1);
  expect(JSON.stringify(wall.plenary)).toMatch(named);
  expect((await organizer.get(room.path('/steps'))).text).toMatch(named);

  expect((await organizer.call('DELETE', `${home}/people/${seat.id}`)).status).toBe(204);
  await wall.sees('nobody’s name', (page) => !named.test(JSON.stringify(page.plenary)));
  expect(wall.plenary.plenary.actions).toMatchObject([{ text: 'Call somebody', owner: '' }]);
  for (const address of [
    ...['', '/people', '/audit', '/record.md', '/record.json', '/record.csv'].map(
      (at) => home + at,
    ),
    room.path('/steps'),
  ]) {
    const { status, text } = await organizer.get(address);
    expect([address, status]).toEqual([address, 200]);
    expect(text).not.toMatch(named);
  }
  wall.listener.socket.terminate();
  await room.server.stop();
  const left = readdirSync(room.server.dataDir, { recursive: true, withFileTypes: true });
  for (const file of left.filter((each) => each.isFile()))
    expect(readFileSync(path.join(file.parentPath, file.name), 'latin1')).not.toMatch(named);
});
