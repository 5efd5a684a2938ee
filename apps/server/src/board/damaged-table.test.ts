import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { TicketView } from '@reportback/domain';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Listener } from '../testing/listener.ts';
import { PlenaryRoom } from '../testing/plenary-room.ts';

let room: PlenaryRoom;

beforeEach(async () => {
  room = await PlenaryRoom.open(2);
});
afterEach(() => room.close());

/** Changes what is stored of the first session's table 1, while the server does not run. */
async function damage(change: string): Promise<void> {
  await room.server.stop();
  const database = new DatabaseSync(path.join(room.server.dataDir, 'reportback.sqlite'));
  const name = `${room.session()}.${room.table(1)}`;
  const { changes } = database
    .prepare(
      `UPDATE document_update SET ${change}
       WHERE place / (1 << 30) = (SELECT id FROM document WHERE name = ?)`,
    )
    .run(name);
  expect(changes).toBe(1);
  database.close();
  await room.server.run();
}

/** Bytes that are no update, with the checksum that they ought to have. */
const noUpdate = "data = x'FFFFFFFF', checksum = 4294967295";

it.each([
  ['whose bytes changed', "data = x'00'"],
  ['whose bytes are as they were written, and no update', noUpdate],
])('a table %s harms itself alone, and who leads is told', async (_what, change) => {
  await damage(change);
  const fay = await room.seated('facilitator', 'Fay');
  const follower = room.follow(fay);
  await follower.sees('anything', () => true);
  const first = follower.listener.heard.find(({ is }) => is === 'snapshot');
  expect(first?.is === 'snapshot' && first.cards).toMatchObject([
    { number: 1, damaged: true },
    { number: 2, headline: 'Headline 2' },
  ]);
  expect(first?.is === 'snapshot' && first.cards[1]).not.toHaveProperty('damaged');

  const record = await fay.get(`/api/workshops/${room.links.workshop}/record.md`);
  expect(record.status).toBe(200);
  expect(record.text).toContain('Headline 2');
  const check = await fay.get(`/api/workshops/${room.links.workshop}/record-check`);
  expect(check.text).toMatch(/The document of Table 1.* is damaged .* Its bytes were kept/);

  // Nobody is let into it, and everybody into the other.
  for (const [table, code] of [
    [1, 4450],
    [2, null],
  ] as const) {
    const asked = { session: room.session(), group: room.table(table) };
    const ticket = (await fay.post('/api/tickets', asked)).as<TicketView>();
    const socket = new Listener(`${ticket.url}/${ticket.document}`, ticket.protocols);
    await new Promise((resolve) => socket.socket.once('open', resolve));
    if (code !== null) expect(await socket.closed()).toBe(code);
    else {
      socket.socket.send(new Uint8Array([0, 0, 1, 0]));
      const answered = new Promise((resolve) => socket.socket.once('message', resolve));
      await Promise.all([answered, room.pass(3_000)]);
      expect(socket.closedWith).toBeNull();
      socket.socket.close();
    }
  }
});
