import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openServerStorage, StorageProblem } from '@reportback/storage-sqlite';
import { buildDoc, systemClock } from '@reportback/sync';
import { Random } from '@reportback/sync/testing';
import { wordsIn } from '../language/load-client.ts';
import { RoomsServer } from '../language/rooms-server-process.ts';
import { Findings, type SuiteResult, type SuiteSize } from '../language/suite.ts';
import { Crowd } from './crowd.ts';
import { pickSurvival, SimulatedDisk } from './simulated-disk.ts';
import { readTrace, type TraceEvent, traced } from './system-calls.ts';
import { Told } from './told.ts';

const database = 'reportback.sqlite';
const writeAheadLog = `${database}-wal`;
const key = 'server.key';
export const tracedDocument = 'document';

/** A server's system calls from its start to its end, what its disk held before, and who was there. */
export interface Recording {
  readonly events: readonly TraceEvent[];
  readonly before: ReadonlyMap<string, Buffer>;
  readonly crowd: Crowd;
  readonly key: Buffer;
  readonly exit: number | null;
}

/** Images are made of one recording until a new one is taken. */
const imagesPerRecording = 250;

/**
 * Cuts the power at moments of a real server's trace: what it wrote and did not sync is on the disk, or
 * half of it, or in another order, or not. Lost is a word that it had called saved by then.
 */
export async function powerLossSuite(
  suite: string,
  { runs, seed }: SuiteSize,
  badLog?: string,
): Promise<SuiteResult> {
  const random = new Random(seed);
  const findings = new Findings();
  let saved = 0;
  let syncs = 0;
  let copied = 0;
  for (let done = 0; done < runs; done += imagesPerRecording) {
    const recording = await record(random, { clockSpeed: 60, ...(badLog !== undefined && { badLog }) });
    const { events, crowd } = recording;
    syncs += events.filter(({ is }) => is === 'sync-ends').length;
    copied += events.filter((event) => event.is === 'write' && event.path.endsWith(database)).length;
    const images = Math.min(imagesPerRecording, runs - done);
    const moments = chooseMoments(events, images, random);
    const disk = new SimulatedDisk(recording.before);
    const told = new Told(crowd.clients);
    for (const [index, event] of events.entries()) {
      for (; moments[0] === index; moments.shift()) {
        const survival = pickSurvival(random);
        if (disk.uncertain > 0) findings.faults++;
        const words = await readImage(disk.cut(survival, random), recording.key);
        judge(words, told.saved, `at step ${index}, ${survival} of the unsynced kept`, findings);
      }
      disk.take(event);
      told.take(event);
    }
    saved += told.saved.size;
  }
  if (saved === 0) throw new Error('Nothing was called saved while the server was traced.');
  const measured = `${saved} words called saved, ${syncs} syncs, ${copied} pages copied by checkpoints`;
  return findings.result(suite, `${runs} images`, seed, measured);
}

/** Half of the moments fall anywhere, half right after something was sent, when most is promised. */
function chooseMoments(events: readonly TraceEvent[], count: number, random: Random): number[] {
  const afterSent = [...events.keys()].filter((index) => events[index - 1]?.is === 'sent');
  return Array.from({ length: count }, () =>
    random.chance(0.5) ? random.pick(afterSent) : random.below(events.length),
  ).sort((a, b) => a - b);
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
    await beforehand(dataDir);
    const before = new Map(
      [database, writeAheadLog].map((name) => [path.join(dataDir, name), contentOf(dataDir, name)]),
    );
    const server = await RoomsServer.prepare({ ...options, dataDir, under: traced(file, ...more) });
    const crowd = new Crowd(async (author) => server.door(tracedDocument, author));
    let exit: number | null = null;
    await server.run();
    const ended = server.exit.then((code) => (exit = code));
    const load = crowd.write(random);
    for (let burst = 0; burst < 3; burst++) {
      await Promise.race([load.until(random), ended]);
      crowd.rest();
      await Promise.race([sleep(200), ended]);
      crowd.goOn();
    }
    await server.kill();
    await load.ended;
    await isWhole(file, server.pid);
    return { events: readTrace(file), before, crowd, key: contentOf(dataDir, key), exit };
  } finally {
    for (const folder of [dataDir, path.dirname(file)])
      rmSync(folder, { recursive: true, force: true });
  }
}

/** The words in the document that a server finds which starts on these files. A sentence when it cannot. */
export async function readImage(
  files: ReadonlyMap<string, Buffer>,
  keyBytes: Buffer,
): Promise<ReadonlySet<string> | string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'reportback-image-'));
  try {
    for (const [file, bytes] of files)
      if (bytes.length > 0) writeFileSync(path.join(folder, path.basename(file)), bytes);
    writeFileSync(path.join(folder, key), keyBytes, { mode: 0o600 });
    const storage = await openServerStorage(folder, { clock: systemClock, sessionOf: () => null });
    try {
      const loaded = await storage.updates.load(tracedDocument);
      if (loaded.is !== 'loaded') return loaded.is === 'damaged' ? loaded.found : new Set();
      const { snapshot, rows } = loaded;
      const states = [...(snapshot ? [snapshot.state] : []), ...rows.map(({ update }) => update)];
      return wordsIn(buildDoc(states));
    } finally {
      await storage.close();
    }
  } catch (error) {
    if (error instanceof StorageProblem) return error.message;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Compares what an image holds with what was promised by then. */
export function judge(
  words: ReadonlySet<string> | string,
  promised: ReadonlySet<string>,
  when: string,
  findings: Findings,
): void {
  if (typeof words === 'string') {
    findings.lose(Math.max(1, promised.size), `${when}: ${words}`);
    return;
  }
  const lost = [...promised].filter((word) => !words.has(word));
  if (lost.length > 0) findings.lose(lost.length, `${when}: ${lost[0]} was called saved and is gone`);
}

/** A folder that has been used before: the traced server begins with its database on the disk. */
async function beforehand(dataDir: string): Promise<void> {
  const server = await RoomsServer.start({ dataDir });
  await server.stop();
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
