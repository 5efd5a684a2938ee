import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { backUp, restore } from '@reportback/storage-sqlite';
import { buildDoc, contentHash } from '@reportback/sync';
import { Random } from '@reportback/sync/testing';
import { readAnew } from '../language/load-client.ts';
import { RoomsServer } from '../language/rooms-server-process.ts';
import { Findings, type SuiteResult, type SuiteSize } from '../language/suite.ts';
import { Crowd } from './crowd.ts';

const document = 'document';
const hashOf = (state: Uint8Array): string => contentHash(buildDoc([state]));

/** People write for no longer than this before the backup, in milliseconds, if anything is saved. */
const longest = 2_000;

/**
 * Backs up a server's folder while people write, kills it, restores the backup into another folder, and
 * starts a server there. Lost is a word that was called saved before the backup began.
 */
export async function restoreDrill(
  suite: string,
  { runs, seed }: SuiteSize,
  badLog?: string,
): Promise<SuiteResult> {
  const random = new Random(seed);
  const findings = new Findings();
  let words = 0;
  for (let run = 0; run < runs; run++) {
    const home = mkdtempSync(path.join(tmpdir(), 'reportback-drill-'));
    const [dataDir = '', backup = '', restored = ''] = ['data', 'backup', 'restored'].map((name) =>
      path.join(home, name),
    );
    const bad = badLog === undefined ? {} : { badLog };
    const server = await RoomsServer.start({ dataDir, clockSpeed: 60, ...bad });
    try {
      const crowd = new Crowd(async (author) => server.door(document, author));
      const load = crowd.write(random);
      const begun = performance.now();
      const isEnough = (): boolean =>
        crowd.saved.size >= 40 || (crowd.saved.size > 0 && performance.now() - begun > longest);
      while (!isEnough()) await sleep(5);
      const saved = crowd.saved;
      const { findings: faults } = backUp(dataDir, backup, hashOf);
      for (const fault of faults) findings.lose(1, `the backup: ${fault}`);
      await server.kill();
      await load.ended;
      findings.faults++;
      words += saved.size;
      restore(backup, restored, { hashOf, force: false, at: Date.now() });
      const again = await RoomsServer.start({ dataDir: restored });
      const found = await readAnew(again.door(document, 'reader'));
      await again.kill();
      const lost = [...saved].filter((word) => !found.words.has(word));
      if (lost.length > 0) findings.lose(lost.length, `${lost[0]} was called saved and is gone`);
    } finally {
      await server.kill();
      rmSync(home, { recursive: true, force: true });
    }
  }
  return findings.result(
    suite,
    `${runs} restores`,
    seed,
    `${words} words saved before the backups`,
  );
}
