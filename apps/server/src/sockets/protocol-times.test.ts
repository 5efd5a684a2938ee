import type { TicketView } from '@reportback/domain';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Listener } from '../testing/listener.ts';
import { newCommand, PlenaryRoom } from '../testing/plenary-room.ts';

/** “I have nothing.” */
const emptyStep1 = new Uint8Array([0, 0, 1, 0]);

let room: PlenaryRoom;

beforeEach(async () => {
  room = await PlenaryRoom.open(1);
});
afterEach(() => room.close());

it('a ticket opens its document as often as one likes for 12 hours, then it asks for another [T2]', async () => {
  const ana = await room.seated('join', 'Ana', 1);
  const asked = { session: room.session(), group: room.table(1) };
  const ticket = (await ana.post('/api/tickets', asked)).as<TicketView>();
  const open = () => new Listener(`${ticket.url}/${ticket.document}`, ticket.protocols);
  room.clock.pass(11 * 60 * 60_000);
  for (let time = 0; time < 2; time++) {
    const connection = open();
    let isAnswered = false;
    connection.socket.once('message', () => (isAnswered = true));
    connection.socket.once('open', () => connection.socket.send(emptyStep1));
    await vi.waitFor(
      async () => {
        await room.pass(10);
        expect([isAnswered, connection.closedWith]).toEqual([true, null]);
      },
      { timeout: 10_000 },
    );
    connection.socket.close();
    await connection.closed();
  }
  room.clock.pass(60 * 60_000 + 1);
  expect(await open().closed()).toBe(4401);
});

it('a follower hears something within 20 s though nothing happens, and what it says is ignored [F6]', async () => {
  const fay = await room.seated('facilitator', 'Fay');
  const follower = room.follow(fay);
  await follower.sees('anything', () => true);
  const { listener } = follower;
  listener.socket.send('{"is":"phase"}');
  listener.socket.send(new Uint8Array([1, 2, 3]));
  const before = listener.heard.length;
  await room.pass(20_000);
  await listener.hears(() => listener.heard.length > before);
  expect(listener.heard.at(-1)).toMatchObject({ is: 'changes' });
  await room.post(fay, '/message', { id: newCommand(), text: 'still here', to: null });
  await follower.sees('the message', ({ session }) => session.messages.length === 1);
  expect(listener.closedWith).toBeNull();
});
