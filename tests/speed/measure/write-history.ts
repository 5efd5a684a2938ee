import { setTimeout as wait } from 'node:timers/promises';
import { openServerStorage } from '@reportback/storage-sqlite';
import { decodeFrame, encodeFrame, RoomRegistry, systemClock } from '@reportback/sync';
import { readDocumentAddress } from '../../../apps/server/src/workshops/document-address.ts';
import { documentName, sessionOf } from '../../../apps/server/src/workshops/group-documents.ts';
import { readHistory } from '../load/history-file.ts';

/*
 * Writes a long history into the data of a server that does not run, through the product's rooms and
 * storage, an update a row. Over a socket it would take most of an hour: people are held to 100 messages a
 * second.
 *
 *   node tests/speed/measure/write-history.ts DATA_DIR DOCUMENT HISTORY
 */

const [dataDir = '', address = '', history = ''] = process.argv.slice(2);
const place = readDocumentAddress(address);
if (place === null) throw new Error(`“${address}” is no address of a document.`);
const fatal = (error: unknown): void => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
};
/** So many frames may wait for their acknowledgement. */
const ahead = 500;

const storage = await openServerStorage(dataDir, { clock: systemClock, sessionOf });
const rooms = new RoomRegistry({
  log: storage.updates,
  clock: systemClock,
  roots: { note: 'xml-fragment', card: 'map' },
  fatal,
  // Alone again, the document is put in order, as an hour later.
  times: { idle: 100 },
  limits: { messagesPerSecond: 1e9, bytesPerSecond: 1e12 },
});

let saved = 0;
let heard = (): void => {};
const connection = rooms.connect({
  document: documentName(place.session, place.group),
  author: 'historian',
  access: () => ({ read: true, write: true }),
  acknowledges: true,
  socket: {
    send(messages) {
      for (const bytes of messages) {
        const frame = decodeFrame(bytes);
        if (frame.is === 'acknowledged') saved = frame.through;
        if (frame.is === 'refused') fatal(`Frame ${frame.frame} was refused: ${frame.reason}.`);
      }
      heard();
    },
    bufferedBytes: 0,
    pause: () => {},
    resume: () => {},
    close: (code, reason) => {
      if (code !== 1012) fatal(`Sent away with ${code}: ${reason}.`);
    },
  },
});
let sent = 0;
async function savedUpTo(frame: number): Promise<void> {
  const isSaved = (): boolean => saved >= frame;
  while (!isSaved()) await new Promise<void>((resolve) => (heard = resolve));
}
for (const update of readHistory(history)) {
  connection.receive(encodeFrame({ is: 'update', update }));
  sent++;
  if (sent % ahead === 0) await savedUpTo(sent - ahead);
}
await savedUpTo(sent);
connection.closed();
while (rooms.statistics.documents > 0) await wait(10);
// As if killed: what was called saved is on the disk.
process.exit(0);
