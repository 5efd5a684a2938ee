import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as Y from 'yjs';
import { writeHistory } from '../load/history-file.ts';
import type { Door } from '../load/job.ts';
import { longHistory } from '../load/long-history.ts';
import type { Contender } from '../measure/contender.ts';
import { LoadProcess } from '../measure/load-process.ts';
import type { Scenario } from '../measure/scenario.ts';

const program = fileURLToPath(new URL('../measure/write-history.ts', import.meta.url));
const runFile = promisify(execFile);
const seed = 2025;
const editsPerMessage = 200;

/** A document with a long past is opened for the first time after a restart, then by a hundred at once. */
export const coldOpen: Scenario = {
  title: 'a long history',
  says: 'One text of 259,778 edits, written character by character. Then the server is restarted and the document opened; then 100 people open it at once. From the knock to the content, no applying.',
  takesPart: ['hocuspocus', 'reportback'],
  rounds: 2,
  rows: [
    { figure: 'first', title: 'first open after a restart, ms', digits: 0 },
    { figure: 'last of 100', title: '100 at once, the last, ms', digits: 0 },
    { figure: 'disk', title: 'disk after it, MB', digits: 2 },
  ],
  goals: [
    {
      title: 'first open of the long history',
      must: '≤ 120 ms',
      isMet: ({ of }) => of('reportback', 'first') <= 120,
      found: ({ of }) => `${of('reportback', 'first').toFixed(0)} ms`,
    },
    {
      title: '100 opens of it at once, the last',
      must: '≤ 300 ms',
      isMet: ({ of }) => of('reportback', 'last of 100') <= 300,
      found: ({ of }) => `${of('reportback', 'last of 100').toFixed(0)} ms`,
    },
    {
      title: 'disk after it',
      must: '≤ 1 MB',
      isMet: ({ of }) => of('reportback', 'disk') <= 1,
      found: ({ of }) => `${of('reportback', 'disk').toFixed(2)} MB`,
    },
  ],
  async run(start, { quick }) {
    const folder = mkdtempSync(path.join(tmpdir(), 'reportback-history-'));
    const server = await start();
    const load = new LoadProcess();
    try {
      const history = path.join(folder, 'history');
      const { updates, length } = longHistory(seed, quick ? 0.05 : 1);
      const { dialect } = server;
      // Hocuspocus keeps a document's state alone: how it came makes no difference to what is opened.
      writeHistory(history, dialect === 'y-websocket' ? updates : merged(updates));
      const doors = await server.doors(1, 101);
      await server.halt();
      const empty = bytesIn(server.dataDir);
      await write(server, doors, history, load);
      const disk = (bytesIn(server.dataDir) - empty) / 1024 / 1024;
      await server.run();
      const [door, ...others] = doors;
      if (!door) throw new Error('No door was given.');
      const one = await load.work({ is: 'open', dialect, doors: [door], length }, 'opened');
      const many = await load.work({ is: 'open', dialect, doors: others, length }, 'opened');
      return {
        first: one.milliseconds[0] ?? Number.NaN,
        'last of 100': Math.max(...many.milliseconds),
        disk,
      };
    } finally {
      await load.end();
      await server.stop();
      rmSync(folder, { recursive: true });
    }
  },
};

/** The same edits in fewer messages. Merging takes time with the square of their number. */
function merged(updates: readonly Uint8Array[]): readonly Uint8Array[] {
  const messages: Uint8Array[] = [];
  for (let from = 0; from < updates.length; from += editsPerMessage)
    messages.push(Y.mergeUpdates(updates.slice(from, from + editsPerMessage)));
  return messages;
}

/** Brings the history into the server's data; the server does not run before, nor after. */
async function write(
  server: Contender,
  [writer, reader]: readonly Door[],
  history: string,
  load: LoadProcess,
): Promise<void> {
  if (!writer || !reader) throw new Error('Two doors are needed.');
  if (server.dialect === 'y-websocket') {
    await runFile(process.execPath, [program, server.dataDir, writer.room, history]);
    // A server that starts and ends leaves its files as an operator finds them.
    await server.run();
  } else {
    await server.run();
    const { dialect } = server;
    await load.work({ is: 'feed', dialect, doors: [writer, reader], history }, 'fed');
  }
  await server.halt();
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(path.join(parentPath, name)).size, 0);
}
