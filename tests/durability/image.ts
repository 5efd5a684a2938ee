import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openServerStorage, StorageProblem } from '@reportback/storage-sqlite';
import { buildDoc, systemClock } from '@reportback/sync';
import { wordsIn } from '../language/load-client.ts';
import type { Findings } from '../language/suite.ts';
import { keyFile, tracedDocument } from './recording.ts';

/** The words in the document that a server finds which starts on these files. A sentence when it cannot. */
export async function readImage(
  files: ReadonlyMap<string, Buffer>,
  keyBytes: Buffer,
): Promise<ReadonlySet<string> | string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'reportback-image-'));
  try {
    for (const [file, bytes] of files)
      if (bytes.length > 0) writeFileSync(path.join(folder, path.basename(file)), bytes);
    writeFileSync(path.join(folder, keyFile), keyBytes, { mode: 0o600 });
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
  if (lost.length > 0)
    findings.lose(lost.length, `${when}: ${lost[0]} was called saved and is gone`);
}
