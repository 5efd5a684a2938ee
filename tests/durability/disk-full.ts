import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LoadClient, readAnew } from '../language/load-client.ts';
import { RoomsServer } from '../language/rooms-server-process.ts';
import { Findings, type SuiteResult, type SuiteSize } from '../language/suite.ts';

const document = 'document';
/** Pages of 4 KiB: the empty database and room for a few words, and what one ballast document takes. */
const firstPages = 130;
const ballastPages = 18;
/** More words than fit between two fills. */
const mostWords = 200;
const padding = 2_000;

/**
 * Fills the disk while three people write, lets them go on, frees some of it, and repeats. Lost is a word
 * that was called saved and is gone after a kill, somebody who was sent away, and somebody who is not
 * heard again once there is space.
 */
export async function diskFullSuite(
  suite: string,
  { runs, seed }: SuiteSize,
  badLog?: string,
): Promise<SuiteResult> {
  const findings = new Findings();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'reportback-full-'));
  const server = await RoomsServer.start({
    dataDir,
    clockSpeed: 20,
    ballast: runs,
    maxPageCount: firstPages + runs * ballastPages,
    ...(badLog !== undefined && { badLog }),
  });
  const people = ['ana', 'bo', 'cy'].map((name) => new LoadClient(name));
  try {
    for (const client of people) await client.connect(server.door(document, client.name));
    for (let fill = 0; fill < runs; fill++) {
      if (await fillDisk(people)) findings.faults++;
      server.freeSpace();
      for (const client of people) {
        await client.until(() => client.isSaved || !client.isConnected);
        if (!client.isConnected)
          findings.lose(1, `${client.name} was sent away with ${client.closedWith}`);
      }
    }
    await server.kill();
    await server.run();
    const { words } = await readAnew(server.door(document, 'reader'));
    for (const { name, saved } of people) {
      const lost = [...saved].filter((number) => !words.has(`${name}.${number}`));
      if (lost.length > 0)
        findings.lose(lost.length, `${name}.${lost[0]} was called saved and is gone`);
    }
  } finally {
    await server.kill();
    rmSync(dataDir, { recursive: true, force: true });
  }
  const written = people.reduce((sum, { written }) => sum + written, 0);
  return findings.result(suite, `${runs} fills`, seed, `${written} words of ${padding} characters`);
}

/** Everybody types until somebody is refused for want of space, and a little longer. */
async function fillDisk(people: readonly LoadClient[]): Promise<boolean> {
  const refused = (): number =>
    people.reduce((sum, { refusals }) => sum + (refusals.get('storage-full') ?? 0), 0);
  const before = refused();
  for (let word = 0; word < mostWords && refused() === before; word++) {
    for (const client of people) client.type(padding);
    // Each answer comes after what was sent before it was judged.
    for (const client of people) await client.askHash();
  }
  for (const client of people) client.type();
  return refused() > before;
}
