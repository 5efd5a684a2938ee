import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '@reportback/sync/testing';
import { RoomsServer } from '../language/rooms-server-process.ts';
import { Crowd } from './crowd.ts';
import { readTrace, type TraceEvent, traced } from './system-calls.ts';

const database = 'reportback.sqlite';
export const keyFile = 'server.key';
export const tracedDocument = 'document';

/** A server's system calls from its start to its end, what its disk held before, and who was there. */
export interface Recording {
  readonly events: readonly TraceEvent[];
  readonly before: ReadonlyMap<string, Buffer>;
  readonly crowd: Crowd;
  readonly key: Buffer;
  /** The exit code of a server that ended by itself. */
  readonly exit: number | null;
  readonly said: string;
  /** How many system calls were made to fail. */
  readonly injected: number;
}

/**
 * Lets people write on a traced server, in bursts between which the log is emptied, and kills it.
 * @param more arguments for strace, such as faults to inject
 */
export async function record(
  random: Random,
  options: { readonly badLog?: string; readonly clockSpeed: number },
  ...more: readonly string[]
): Promise<Recording> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'reportback-traced-'));
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'reportback-trace-')), 'calls');
  try {
    cpSync(await usedBefore(), dataDir, { recursive: true });
    const before = new Map(
      [database, `${database}-wal`].map((name) => [
        path.join(dataDir, name),
        contentOf(dataDir, name),
      ]),
    );
    const server = await RoomsServer.prepare({ ...options, dataDir, under: traced(file, ...more) });
    const crowd = new Crowd(async (author) => server.door(tracedDocument, author));
    let exit: number | null = null;
    const isServing = await server.run().then(
      () => true,
      // A fault may keep it from starting; then it promises nothing.
      () => false,
    );
    const ended = server.exit.then((code) => (exit = code));
    const load = crowd.write(random);
    const bursts = isServing ? 3 : 0;
    for (let burst = 0; burst < bursts; burst++) {
      await Promise.race([load.until(random), ended]);
      crowd.rest();
      await Promise.race([sleep(200), ended]);
      crowd.goOn();
    }
    await server.kill();
    await load.ended;
    await isWhole(file, server.pid);
    return {
      events: readTrace(file),
      injected: injectedIn(file),
      before,
      crowd,
      key: contentOf(dataDir, keyFile),
      exit,
      said: server.said,
    };
  } finally {
    for (const folder of [dataDir, path.dirname(file)])
      rmSync(folder, { recursive: true, force: true });
  }
}

let used: Promise<string> | undefined;

/** A folder that has been used before: the traced server begins with its database on the disk. Made once. */
function usedBefore(): Promise<string> {
  used ??= use(mkdtempSync(path.join(tmpdir(), 'reportback-used-')));
  return used;
}

async function use(dataDir: string): Promise<string> {
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  const server = await RoomsServer.start({ dataDir });
  await server.stop();
  return dataDir;
}

function contentOf(folder: string, name: string): Buffer {
  const file = path.join(folder, name);
  return existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
}

/** strace writes on for a moment after the process has ended. */
async function isWhole(file: string, pid: number | undefined): Promise<void> {
  const deadline = Date.now() + 20_000;
  const last = new RegExp(`^${pid}\\s+\\+\\+\\+`, 'm');
  while (!last.test(tailOf(file))) {
    if (Date.now() > deadline) throw new Error(`The trace does not end: ${tailOf(file)}`);
    await sleep(10);
  }
}

function tailOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'latin1').slice(-2_000) : '';
}

function injectedIn(file: string): number {
  return readFileSync(file, 'latin1').split('(INJECTED)').length - 1;
}
