import { Random } from '@reportback/sync/testing';
import { Findings, type SuiteResult, type SuiteSize } from '../language/suite.ts';
import { chooseMoments, judgeMoments } from './moments.ts';
import { record } from './recording.ts';

interface Fault {
  readonly call: string;
  readonly error: string;
  /** Each thread counts its calls; the first to fail is one of so many. */
  readonly among: number;
}

/**
 * Two of each kind. SQLite's own syncs are fsync; fdatasync is the one that acknowledgements wait for, and
 * opens the log by itself each time.
 */
const everyFault: readonly Fault[] = [
  { call: 'fdatasync', error: 'EIO', among: 6 },
  { call: 'pwrite64', error: 'EIO', among: 300 },
  { call: 'openat', error: 'EIO', among: 400 },
  { call: 'fsync', error: 'EIO', among: 12 },
  { call: 'pwrite64', error: 'ENOSPC', among: 300 },
  { call: 'openat', error: 'EMFILE', among: 400 },
];
export const failedSyncs: readonly Fault[] = [{ call: 'fdatasync', error: 'EIO', among: 2 }];

/** Moments at which the power fails besides, in the end among them. */
const cuts = 5;

/**
 * Lets one system call of a real server fail, or all from one on, while people write. Whatever becomes of
 * the server, lost is a word that it called saved and that a power cut then takes away.
 */
export async function ioErrorSuite(
  suite: string,
  { runs, seed, progress }: SuiteSize,
  { badLog, faults = everyFault }: { badLog?: string; faults?: readonly Fault[] } = {},
): Promise<SuiteResult> {
  const random = new Random(seed);
  const findings = new Findings();
  const met = new Map<string, { points: number; met: number }>();
  let done = 0;
  let ended = 0;
  let saved = 0;
  for (let run = 0; run < runs; run++) {
    const { call, error, among } = faults[run % faults.length] ?? {
      call: 'fdatasync',
      error: 'EIO',
      among: 1,
    };
    const from = `${random.below(among) + 1}${random.chance(0.5) ? '+' : ''}`;
    const what = `${call} fails with ${error} at call ${from}`;
    const recording = await record(
      random,
      { clockSpeed: 60, ...(badLog !== undefined && { badLog }) },
      '-e',
      `inject=${call}:error=${error}:when=${from}`,
    );
    const { events, injected, exit } = recording;
    const count = met.get(call) ?? { points: 0, met: 0 };
    met.set(call, { points: count.points + 1, met: count.met + (injected > 0 ? 1 : 0) });
    if (exit !== null) ended++;
    const moments = [...chooseMoments(events, cuts - 1, random), events.length];
    const before = findings.lost;
    saved += (await judgeMoments(recording, moments, random, findings)).size;
    if (findings.lost > before) findings.found.push(what);
    done++;
    if (progress?.(done) === false) break;
  }
  findings.faults = [...met.values()].reduce((sum, count) => sum + count.met, 0);
  const calls = [...met].map(([call, count]) => `${call} ${count.met} of ${count.points}`);
  const measured = `met: ${calls.join(', ')}; ${ended} servers ended by themselves, ${saved} words called saved`;
  return findings.result(suite, `${done} points`, seed, measured);
}
