import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { openServerStorage } from '@reportback/storage-sqlite';
import { type Clock, RoomRegistry, systemClock } from '@reportback/sync';
import { WebSocketServer } from 'ws';
import { syncSocket } from '../../apps/server/src/sockets/sync-socket.ts';
import { badLogs } from './bad-logs.ts';

/*
 * The program behind `RoomsServer`: the product's rooms on the product's storage, and a socket for whoever
 * says a name. Only a known-bad log, where one is asked for, is not the product's.
 */

const setting = (name: string): string | undefined => process.env[name];
const count = (name: string): number => Number(setting(name) ?? 0);

const speed = count('CLOCK_SPEED');
/** Time that runs faster, so that checkpoints, compaction and idle rooms fall into a short test. */
const clock: Clock = {
  ...systemClock,
  monotonic: () => systemClock.monotonic() * speed,
  after: (milliseconds, run) => systemClock.after(milliseconds / speed, run),
};
const fatal = (error: unknown): void => {
  process.stderr.write(`fatal: ${String(error)}\n`);
  process.exit(1);
};
process.on('uncaughtException', fatal);
process.on('unhandledRejection', fatal);

const maxPageCount = setting('MAX_PAGE_COUNT');
const storage = await openServerStorage(setting('DATA_DIR') ?? '', {
  clock,
  sessionOf: () => null,
  ...(maxPageCount !== undefined && { maxPageCount: Number(maxPageCount) }),
});
const badLog = setting('BAD_LOG');
const log = badLog === undefined ? storage.updates : badLogs(badLog, storage.updates);
const rooms = new RoomRegistry({
  log,
  clock,
  roots: { note: 'xml-fragment', card: 'map' },
  fatal,
});

const birth = { incarnation: 'life', schemaVersion: 1 };
const emptyUpdate = new Uint8Array([0, 0]);
const made = new Set<string>();
async function make(document: string, first = emptyUpdate): Promise<void> {
  if (made.has(document)) return;
  const row = { update: first, author: 'server', claims: [] };
  await log.create(document, { ...birth, first: row, at: clock.wallTime() });
  made.add(document);
}

const ballast = Array.from({ length: count('BALLAST') }, (_, n) => `ballast-${n}`);
for (const document of ballast) await make(document, new Uint8Array(64 * 1024));
createInterface({ input: process.stdin }).on('line', () => {
  const document = ballast.pop();
  if (document !== undefined) log.remove(document).catch(fatal);
});

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const server = createServer();
server.on('upgrade', (request, wire, head) => {
  wire.on('error', () => wire.destroy());
  const url = new URL(request.url ?? '/', 'http://localhost');
  const document = url.pathname.slice(1);
  sockets.handleUpgrade(request, wire, head, (socket) => {
    socket.on('error', () => {});
    socket.pause();
    make(document).then(() => {
      socket.resume();
      const connection = rooms.connect({
        document,
        socket: syncSocket(socket, wire),
        author: url.searchParams.get('author') ?? 'nobody',
        access: () => ({ read: true, write: true }),
        acknowledges: url.searchParams.get('ack') === '1',
      });
      socket.on('message', (message: Buffer) => connection.receive(message));
      socket.on('close', () => connection.closed());
    }, fatal);
  });
});
process.on('SIGTERM', () => {
  rooms
    .drain(0)
    .then(() => log.close())
    .then(() => storage.close())
    .then(() => process.exit(0), fatal);
});
server.listen(count('PORT'), '127.0.0.1', () => process.stdout.write('serving\n'));
