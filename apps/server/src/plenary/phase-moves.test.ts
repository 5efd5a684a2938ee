import type { FeedSession, Session } from '@reportback/domain';
import { plenaryGroup } from '@reportback/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { newCommand, PlenaryRoom } from '../testing/plenary-room.ts';
import { documentName } from '../workshops/group-documents.ts';

let room: PlenaryRoom;
let fay: Browser;
beforeAll(async () => {
  room = await PlenaryRoom.open(2);
  fay = await room.seated('facilitator', 'Fay');
});
afterAll(() => room.close());

const move = async (command: string, from?: string, session = room.session()) => {
  const body = { command, ...(from !== undefined && { from }) };
  return (await room.post(fay, '/phase', body, session)).as<Session>().phase;
};
const say = async (text: string, to: string | null = null, id: string = newCommand()) =>
  (await room.post(fay, '/message', { id, text, to })).as<FeedSession>().messages;

it('two facilitators who press “next” at once move one phase, not two', async () => {
  const phases = await Promise.all([move('next', 'gathering'), move('next', 'gathering')]);
  expect(phases).toEqual(['discuss', 'discuss']);
});

it('each session is in a phase of its own', async () => {
  expect(await move('next', undefined, room.session(2))).toBe('discuss');
  expect(await move('back', undefined, room.session(2))).toBe('gathering');
  expect(await move('back', 'distil')).toBe('discuss');
});

it('freezing locks the session’s documents, and reopening unlocks them', async () => {
  const { rooms } = room.server.running.services;
  const name = documentName(room.session(), room.table(1));
  const isLocked = async () => {
    const read = await rooms.read(name, (_doc, facts) => facts.isLocked);
    return read.is === 'read' && read.value;
  };
  expect(await move('freeze')).toBe('frozen');
  expect(await isLocked()).toBe(true);
  const late = await rooms.edit(name, 'ana', (doc) => {
    doc.getMap('card').set('ready', true);
  });
  expect(late).toMatchObject({ is: 'refused', reason: 'locked' });
  expect(await move('next')).toBe('frozen');
  expect(await move('reopen')).toBe('amend');
  expect(await isLocked()).toBe(false);
});

it('at the end of freezing and reopening in one breath the documents are open', async () => {
  const { rooms, plenary } = room.server.running.services;
  const [, reopened] = await Promise.all([
    plenary.phases.command(room.session(), { command: 'freeze' }, 'fay'),
    plenary.phases.command(room.session(), { command: 'reopen' }, 'omar'),
  ]);
  expect(reopened?.phase).toBe('amend');
  for (const group of [room.table(1), room.table(2)]) {
    const read = await rooms.read(documentName(room.session(), group), (_doc, facts) => facts);
    expect(read).toMatchObject({ is: 'read', value: { isLocked: false } });
  }
});

it('messages stand until they are replaced or taken down, for all tables and for one', async () => {
  const table = room.table(2);
  const id = newCommand();
  expect(await say('Five minutes left', null, id)).toMatchObject([{ id, to: null }]);
  expect(await say('Five minutes left', null, id)).toHaveLength(1);
  const both = await say('Come to the stage', table);
  expect(both.map(({ text }) => text)).toEqual(['Five minutes left', 'Come to the stage']);
  expect((await say('One minute left')).map(({ text }) => text)).toEqual([
    'Come to the stage',
    'One minute left',
  ]);
  expect((await say('')).map(({ to }) => to)).toEqual([table]);
  const nowhere = await room.post(fay, '/message', { id: newCommand(), text: 'Hm', to: 'nowhere' });
  expect(nowhere.status).toBe(400);
});

it('everybody with a name writes the plenary’s note, viewers read it, until it is frozen', async () => {
  const access = async (browser: Browser) => {
    const answer = await browser.post('/api/tickets', {
      session: room.session(),
      group: plenaryGroup,
    });
    return answer.status === 200
      ? answer.as<{ access: { is: string } }>().access.is
      : answer.status;
  };
  const people = [
    fay,
    await room.seated('join', 'Ana', 1),
    await room.seated('join', 'Ben', 2),
    await room.enter('view'),
  ];
  expect(await Promise.all(people.map(access))).toEqual(['write', 'write', 'write', 'read']);
  expect(await access(await room.enter('screen'))).toBe(403);
  await move('freeze');
  expect(await Promise.all(people.map(access))).toEqual(['read', 'read', 'read', 'read']);
});
