import { Random } from '@reportback/sync/testing';
import { Findings, type SuiteResult, type SuiteSize } from '../language/suite.ts';
import { chooseMoments, judgeMoments } from './moments.ts';
import { record } from './recording.ts';

/** Images are made of one recording until a new one is taken. */
const imagesPerRecording = 100;

/**
 * Cuts the power at moments of a real server's trace: what it wrote and did not sync is on the disk, or
 * half of it, or in another order, or not. Lost is a word that it had called saved by then.
 */
export async function powerLossSuite(
  suite: string,
  { runs, seed, progress }: SuiteSize,
  badLog?: string,
): Promise<SuiteResult> {
  const random = new Random(seed);
  const findings = new Findings();
  let saved = 0;
  let syncs = 0;
  let copied = 0;
  let done = 0;
  while (done < runs) {
    const recording = await record(random, {
      clockSpeed: 60,
      ...(badLog !== undefined && { badLog }),
    });
    const { events } = recording;
    syncs += events.filter(({ is }) => is === 'sync-ends').length;
    copied += events.filter(
      (event) => event.is === 'write' && event.path.endsWith('.sqlite'),
    ).length;
    const images = Math.min(imagesPerRecording, runs - done);
    const moments = chooseMoments(events, images, random);
    const told = await judgeMoments(recording, moments, random, findings);
    saved += told.size;
    done += images;
    if (progress?.(done) === false) break;
  }
  if (saved === 0) throw new Error('Nothing was called saved while the server was traced.');
  const measured = `${saved} words called saved, ${syncs} syncs, ${copied} pages copied by checkpoints`;
  return findings.result(suite, `${done} images`, seed, measured);
}
