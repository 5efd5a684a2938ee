import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { contentHash } from '@reportback/sync';
import { Random } from '@reportback/sync/testing';
import { readAnew } from '../language/load-client.ts';
import { ReportbackServer } from '../language/reportback-server.ts';
import { type Door, RoomsServer } from '../language/rooms-server-process.ts';
import { Findings, type SuiteResult, type SuiteSize } from '../language/suite.ts';
import { TableDoors } from '../language/table-doors.ts';
import { Crowd } from './crowd.ts';
import { WaitingUpdate } from './waiting-update.ts';

/** A server that can be killed, and where its documents are. */
export interface MortalServer {
  run(): Promise<void>;
  kill(): Promise<void>;
  /** Ends it and removes what it stored. */
  remove(): Promise<void>;
  /** How a person of that name reaches the document that a number stands for. */
  door(document: number, author: string): Promise<Door>;
}

/** A document is killed so many times before the next one is begun. */
const killsPerDocument = 25;

/** The rooms and the storage in a process of their own. */
export async function mortalRooms(options: {
  readonly badLog?: string;
  readonly clockSpeed: number;
}): Promise<MortalServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'reportback-kill-'));
  const server = await RoomsServer.prepare({ ...options, dataDir });
  return {
    run: () => server.run(),
    kill: () => server.kill(),
    door: async (document, author) => server.door(`document-${document}`, author),
    async remove() {
      await server.kill();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The whole server, as it is started by people. */
export async function mortalServer(): Promise<MortalServer> {
  const server = await ReportbackServer.start();
  const doors = await TableDoors.make(server, 40);
  await server.kill();
  return {
    run: () => server.run(),
    kill: () => server.kill(),
    door: (document, author) => doors.at(document, author),
    remove: () => server.stop(),
  };
}

/**
 * Kills a server again and again while people write, each time at a random moment, and lets somebody who
 * was never there look first. Lost is a word that was called saved or that somebody else has seen, and
 * a stored update that waited for its predecessor and is not there when that has come.
 */
export async function killSuite(
  suite: string,
  server: MortalServer,
  { runs, seed, progress }: SuiteSize,
): Promise<SuiteResult> {
  const random = new Random(seed);
  const findings = new Findings();
  let done = 0;
  let words = 0;
  let busiest = 0;
  try {
    while (done < runs) {
      const document = done / killsPerDocument;
      const kills = Math.min(killsPerDocument, runs - done);
      const crowd = new Crowd((author) => server.door(document, author));
      const waiting = new WaitingUpdate(random, (author) => server.door(document, author));
      for (let life = 0; life <= kills; life++) {
        await server.run();
        // Tickets are for before the kill; during it only what is under way may fail.
        for (const name of [...crowd.names, 'phone']) await server.door(document, name);
        await waiting.bringPredecessor();
        const anew = await readAnew(await server.door(document, 'reader'));
        crowd.compare(anew.words, findings);
        waiting.compare(anew.words, findings);
        if (life === kills) break;
        const load = crowd.write(random);
        const stored = waiting.send(life);
        await load.until(random);
        await server.kill();
        await Promise.all([load.ended, stored]);
        busiest = Math.max(busiest, load.perSecond);
        findings.faults++;
      }
      words += await settle(crowd, await server.door(document, 'reader'), findings);
      await server.kill();
      done += kills;
      if (progress?.(done) === false) break;
    }
  } finally {
    await server.remove();
  }
  const measured = `${words} words typed, up to ${Math.round(busiest)} updates/s`;
  return findings.result(suite, `${done} kills`, seed, measured);
}

/** In the end everybody comes back, and all that anybody typed is there, for all alike. */
async function settle(crowd: Crowd, door: Door, findings: Findings): Promise<number> {
  await crowd.comeBack();
  const { words, doc } = await readAnew(door);
  const missing = crowd.typed.filter((word) => !words.has(word));
  if (missing.length > 0)
    findings.lose(missing.length, `after all came back ${missing[0]} is missing`);
  const other = crowd.clients.find((client) => contentHash(client.doc) !== contentHash(doc));
  if (other) findings.lose(1, `${other.name} has other content than the server`);
  for (const client of crowd.clients) await client.leave();
  return crowd.typed.length;
}
