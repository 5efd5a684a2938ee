import type { Clock } from '@reportback/sync';
import { openServerStorage } from '../open-storage.ts';
import { systemClock } from './system-clock.ts';

/*
 * A server process that writes to the data folder named on its command line until it is killed. A
 * line `logged DOCUMENT SEQ` follows each append, `durable DOCUMENT SEQ` each sync, in the order in
 * which a real server would tell peers and the author. Its time runs 100 times as fast, so that
 * checkpoints happen between the bursts in which it writes.
 */

const hurriedClock: Clock = {
  ...systemClock,
  monotonic: () => systemClock.monotonic() * 100,
  after: (milliseconds, run) => systemClock.after(milliseconds / 100, run),
};
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const say = (moment: 'logged' | 'durable', written: readonly string[]): void => {
  process.stdout.write(written.map((one) => `${moment} ${one}\n`).join(''));
};

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name a data folder.');
const { updates } = await openServerStorage(folder, { clock: hurriedClock, sessionOf: () => null });
const documents = ['a', 'b', 'c', 'd'];
const heads = new Map<string, number>();
const rowOf = (document: string, seq: number) => ({
  update: new TextEncoder().encode(`${document} ${seq} `.repeat((seq % 50) + 1)),
  author: document,
  claims: [],
});

for (const document of documents) {
  const birth = { incarnation: 'life', schemaVersion: 1, first: rowOf(document, 1), at: 0 };
  await updates.create(document, birth);
  const loaded = await updates.load(document);
  if (loaded.is !== 'loaded') throw new Error(`${document} is ${loaded.is}.`);
  heads.set(document, loaded.headSeq);
}
async function sayWhenDurable(written: readonly string[]): Promise<void> {
  await updates.durable();
  say('durable', written);
}

for (let turn = 0; ; turn++) {
  const batch = documents.slice(0, (turn % documents.length) + 1).map((document) => {
    const seq = (heads.get(document) ?? 0) + 1;
    heads.set(document, seq);
    return { document, incarnation: 'life', rows: [rowOf(document, seq)] };
  });
  const written = batch.map(({ document }) => `${document} ${heads.get(document)}`);
  for (const { is } of await updates.append(batch, 0))
    if (is !== 'logged') throw new Error(`An append was ${is}.`);
  say('logged', written);
  const durable = sayWhenDurable(written);
  // Bursts without waiting for the disk, and pauses in which the log is emptied.
  if (turn % 10 === 0) await durable;
  if (turn % 200 === 199) await pause(60);
}
