import { contentHash } from '@reportback/sync';
import { Random, TestClient, TestServer, turns } from '@reportback/sync/testing';
import { decodeFrame } from '@reportback/sync/wire';
import * as Y from 'yjs';
import { Findings, type SuiteResult, type SuiteSize } from '../language/suite.ts';
import { CollectorPauses } from './collector-pauses.ts';
import { hostileFrame } from './hostile-frames.ts';

/** What is attacked. */
interface Target {
  /** Takes a message of the attacker; resolves when it has been dealt with. */
  receive(message: Uint8Array): Promise<void>;
  /** Lets the honest people write; a sentence for each promise that is broken. */
  examine(): Promise<readonly string[]>;
  /** What the attacker sees, and who the others are. */
  readonly doc: Y.Doc;
  readonly victims: readonly number[];
}

/** After so many frames the honest people write and are compared; after so many more all begins anew. */
const framesPerExamination = 250;
const framesPerRoom = 2_500;

/** In bytes and milliseconds of processor time; two honest people who apply what is passed on to them are in it. */
const dearFrame = { time: 50, memory: 100 * 1024 * 1024 };

/**
 * Sends frames made to do harm into a room in which two people write. Lost is a server that broke, an
 * honest person who was sent away or sees other content, and content that does not come back.
 */
export async function fuzzSuite(
  suite: string,
  { runs, seed, progress }: SuiteSize,
  attack: () => Promise<Target> = realRoom,
): Promise<SuiteResult> {
  const random = new Random(seed);
  const findings = new Findings();
  const worst = { time: 0, timeOf: '', memory: 0, memoryOf: '' };
  const collector = new CollectorPauses();
  let dear = 0;
  let target = await attack();
  let done = 0;
  for (let frame = 1; frame <= runs; frame++) {
    done++;
    const { made, message } = hostileFrame(random, target);
    const memory = process.memoryUsage.rss();
    const began = performance.now();
    const before = process.threadCpuUsage();
    try {
      await target.receive(message);
    } catch (error) {
      findings.lose(1, `frame ${frame}, ${made}: the server broke: ${String(error)}`);
      target = await attack();
    }
    const spent = process.threadCpuUsage(before);
    let time = (spent.user + spent.system) / 1000;
    if (time > Math.min(worst.time, dearFrame.time)) {
      // Hundreds of frames left behind what the collector clears away during one. What it took of the processor is
      // not known, but no frame took more of it than there was time beside the pauses.
      const ended = performance.now();
      time = Math.min(time, ended - began - (await collector.between(began, ended)));
    }
    const grown = process.memoryUsage.rss() - memory;
    if (time > dearFrame.time || grown > dearFrame.memory) dear++;
    if (time > worst.time) Object.assign(worst, { time, timeOf: made });
    if (grown > worst.memory) Object.assign(worst, { memory: grown, memoryOf: made });
    if (frame % framesPerExamination === 0) {
      for (const broken of await target.examine())
        findings.lose(1, `frame ${frame}, the last ${made}: ${broken}`);
      if (frame % framesPerRoom === 0) {
        if (progress?.(frame) === false) break;
        target = await attack();
      }
      collector.forget();
    }
  }
  collector.end();
  findings.faults = done;
  const megabytes = (worst.memory / 1024 / 1024).toFixed(0);
  const measured = `dearest frame ${worst.time.toFixed(0)} ms of processor time (${worst.timeOf}), most memory ${megabytes} MB (${worst.memoryOf}), ${dear} above 50 ms or 100 MB`;
  return findings.result(suite, `${done} frames`, seed, measured);
}

/** A room of the product with two honest people in it. */
async function realRoom(): Promise<Target> {
  const server = new TestServer();
  await server.make();
  const [ana, bo] = [new TestClient(), new TestClient()];
  ana.connect(server.door('ana'));
  bo.connect(server.door('bo'));
  await turns();
  // From here on everybody's id is known to be theirs.
  for (const { doc } of [ana, bo]) doc.getMap('card').set('headline', 'begin');
  await turns();
  const close = (): void => {
    attacker = null;
  };
  const connect = () =>
    server.door('mallory')({
      send: () => {},
      bufferedBytes: 0,
      pause: () => {},
      resume: () => {},
      close,
    });
  let attacker: ReturnType<typeof connect> | null = null;
  return {
    doc: ana.doc,
    victims: [ana.doc.clientID, bo.doc.clientID],
    async receive(message) {
      attacker ??= connect();
      attacker.receive(message);
      await turns(2);
    },
    async examine() {
      const broken: string[] = [];
      for (const client of [ana, bo]) {
        client.doc.getMap('card').set('headline', `${server.clock.monotonic()} ${client.sent}`);
        // Whoever comes back is asked for what the server lacks.
        server.clock.pass(2_000);
      }
      await turns(50);
      for (const [name, client] of [
        ['ana', ana],
        ['bo', bo],
      ] as const) {
        const { closedWith, isSaved } = client;
        if (closedWith) broken.push(`${name} was sent away: ${closedWith.reason}`);
        if (!isSaved) broken.push(`${name} is not saved: ${[...client.refused].join(' ')}`);
      }
      const hashes = [ana.doc, bo.doc].map(contentHash);
      const held = await server.registry.read('note-1', contentHash);
      hashes.push(held.is === 'read' ? held.value : held.reason);
      const next = new TestServer({}, server.memory.killed());
      const again = await next.registry.read('note-1', contentHash);
      hashes.push(again.is === 'read' ? again.value : again.reason);
      await next.registry.drain(0);
      if (new Set(hashes).size > 1) broken.push(`content differs: ${hashes.join(' ')}`);
      for (const failure of server.fatal) broken.push(`fatal: ${String(failure)}`);
      return broken;
    },
  };
}

/** A server that applies what comes and passes it on, as the usual ones do. */
export async function carelessRoom(): Promise<Target> {
  const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
  const [ana, bo, held] = docs;
  if (!ana || !bo || !held) throw new Error('Three documents are fewer.');
  for (const doc of [ana, bo])
    doc.on('update', (update, origin) => {
      if (origin !== 'server') Y.applyUpdate(held, update);
    });
  held.on('update', (update) => {
    for (const doc of [ana, bo]) Y.applyUpdate(doc, update, 'server');
  });
  ana.getMap('card').set('headline', 'begin');
  bo.getMap('card').set('ask', 'begin');
  return {
    doc: ana,
    victims: [ana.clientID, bo.clientID],
    async receive(message) {
      const frame = decodeFrame(message);
      if (frame.is === 'update' || frame.is === 'sync-step-2') Y.applyUpdate(held, frame.update);
    },
    async examine() {
      ana.getMap('card').set('headline', `${held.store.clients.size}`);
      return new Set(docs.map(contentHash)).size > 1 ? ['content differs'] : [];
    },
  };
}
