import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { UpdateLog } from '@reportback/sync';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backUp, verifyFolder } from './backup.ts';
import { openCommandStorage, openServerStorage } from './open-storage.ts';
import { restore } from './restore.ts';
import { removeFolder, temporaryFolder } from './testing/folders.ts';
import { systemClock } from './testing/system-clock.ts';

let folder: string;
let server: ChildProcess | undefined;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  server?.kill('SIGKILL');
  removeFolder(folder);
});

const options = { clock: systemClock, sessionOf: () => null };
const hashOf = (): string => '';

/** What the writing server said so far: the last row of each document that was logged, and that was durable. */
interface Said {
  readonly logged: Map<string, number>;
  readonly durable: Map<string, number>;
  lines: number;
}

/** Starts the server of `testing/writing-server.ts` on the folder. */
function startWriting(): {
  said: Said;
  until: (lines: number) => Promise<void>;
  kill: () => Promise<void>;
} {
  const program = new URL('./testing/writing-server.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  server = child;
  const said: Said = { logged: new Map(), durable: new Map(), lines: 0 };
  const lines = createInterface({ input: child.stdout });
  const closed = once(lines, 'close');
  let wanted = Number.POSITIVE_INFINITY;
  let reached = (): void => {};
  lines.on('line', (line) => {
    const [moment, document = '', seq] = line.split(' ');
    (moment === 'durable' ? said.durable : said.logged).set(document, Number(seq));
    if (++said.lines >= wanted) reached();
  });
  return {
    said,
    until(count) {
      const { promise, resolve } = Promise.withResolvers<void>();
      wanted = said.lines + count;
      reached = resolve;
      const ended = once(child, 'exit').then(() => {
        throw new Error('The writing server ended by itself.');
      });
      return Promise.race([promise, ended]);
    },
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
  };
}

/** Every row that was said is there, with its bytes. */
async function expectRows(updates: UpdateLog, said: ReadonlyMap<string, number>): Promise<void> {
  expect(said.size).toBe(4);
  for (const [document, last] of said) {
    const found = await updates.load(document);
    if (found.is !== 'loaded') throw new Error(`${document} is ${found.is}.`);
    expect(found.headSeq).toBeGreaterThanOrEqual(last);
    expect(found.rows).toHaveLength(found.headSeq);
    for (const { seq, update } of found.rows)
      if (Buffer.from(update).toString() !== `${document} ${seq} `.repeat((seq % 50) + 1))
        throw new Error(`Row ${seq} of ${document} has other bytes.`);
  }
}

const seed = Math.floor(Math.random() * 2 ** 31);

it(`loses nothing that was logged when the server is killed, again and again (seed ${seed})`, async () => {
  for (let kill = 0; kill < 5; kill++) {
    const { said, until, kill: killServer } = startWriting();
    await until(500 + ((seed + kill * 7919) % 3000));
    await killServer();
    const storage = await openServerStorage(folder, options);
    await expectRows(storage.updates, said.logged);
    await storage.close();
  }
  expect(verifyFolder(folder, hashOf).findings).toEqual([]);
});

it('lets commands read and write beside a server that writes', async () => {
  const { until, kill } = startWriting();
  await until(200);
  const command = openCommandStorage(folder, options);
  for (let n = 0; n < 50; n++) {
    await command.workshops.setFact(`fact ${n}`, `${n}`);
    expect(await command.workshops.fact(`fact ${n}`)).toBe(`${n}`);
  }
  await command.close();
  await until(200);
  await kill();
  const storage = await openServerStorage(folder, options);
  for (let n = 0; n < 50; n++) expect(await storage.workshops.fact(`fact ${n}`)).toBe(`${n}`);
  await storage.close();
});

it('restores a backup made under load with all that was durable before it began', async () => {
  const { said, until, kill } = startWriting();
  await until(2000);
  const durableBefore = new Map(said.durable);
  const backup = join(folder, 'backup');
  const verification = backUp(folder, backup, hashOf);
  expect(verification).toMatchObject({ documents: 4, findings: [] });
  await until(500);
  await kill();

  const restored = join(folder, 'restored');
  expect(restore(backup, restored, { hashOf, force: false, at: 0 }).keptAside).toBeNull();
  const storage = await openServerStorage(restored, options);
  await expectRows(storage.updates, durableBefore);
  await storage.close();
});
