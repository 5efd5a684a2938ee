import { randomEditSuite } from './convergence/random-edits.ts';
import { diskFullSuite } from './durability/disk-full.ts';
import { failedSyncs, ioErrorSuite } from './durability/io-errors.ts';
import { killSuite, mortalRooms, mortalServer } from './durability/kill.ts';
import { powerLossSuite } from './durability/power-loss.ts';
import { restoreDrill } from './durability/restore-drill.ts';
import { reconnectSuite, stalledSuite } from './durability/stampede.ts';
import { tracingObstacle } from './durability/system-calls.ts';
import { longEventSuite } from './export/long-event.ts';
import type { SuiteResult, SuiteSize } from './language/suite.ts';
import { carelessRoom, fuzzSuite } from './wire/fuzz.ts';
import { rightsSuite } from './wire/rights.ts';
import { routeSuite } from './wire/route-probe.ts';
import { generousRights } from './wire/route-rights.ts';

interface Suite {
  readonly name: string;
  /** How often it is repeated at full scale; a scale does not change a suite that runs once. */
  readonly full: number;
  readonly isTraced?: true;
  /** Whether it is there to fail: a server that is wrong on purpose. */
  readonly isControl?: true;
  run(name: string, size: SuiteSize): Promise<SuiteResult>;
}

const rooms = (badLog?: string) =>
  mortalRooms({ clockSpeed: 1, ...(badLog !== undefined && { badLog }) });

/** Every suite and its full number. Known-bad controls are named for their fault. */
const suites: readonly Suite[] = [
  { name: 'random edits', full: 10_000, run: randomEditSuite },
  control('random edits', 'acknowledges without the sync', 50, (name, size) =>
    randomEditSuite(name, size, 'no-sync'),
  ),
  control('random edits', 'stores on unload', 50, (name, size) =>
    randomEditSuite(name, size, 'on-unload'),
  ),
  control('random edits', 'stores events', 200, (name, size) =>
    randomEditSuite(name, size, 'events'),
  ),
  { name: 'fuzzed frames', full: 1_000_000, run: (name, size) => fuzzSuite(name, size) },
  control('fuzzed frames', 'applies what comes', 300, (name, size) =>
    fuzzSuite(name, size, carelessRoom),
  ),
  { name: 'an event of 500 pages, exported', full: 500, run: longEventSuite },
  { name: 'role × message × lock', full: 1, run: rightsSuite },
  { name: 'route × role', full: 1, run: routeSuite },
  control('route × role', 'viewers are told of as organizers', 1, (name, size) =>
    routeSuite(name, size, generousRights),
  ),
  { name: 'disk full, then freed', full: 50, run: diskFullSuite },
  control('disk full', 'stores on unload', 1, (name, size) =>
    diskFullSuite(name, size, 'on-unload'),
  ),
  { name: 'restore drill', full: 20, run: restoreDrill },
  control('restore drill', 'stores on unload', 1, (name, size) =>
    restoreDrill(name, size, 'on-unload'),
  ),
  { name: 'power loss', full: 2_000, isTraced: true, run: powerLossSuite },
  {
    ...control('power loss', 'acknowledges without the sync', 40, (name, size) =>
      powerLossSuite(name, size, 'no-sync'),
    ),
    isTraced: true,
  },
  {
    ...control('power loss', 'stores on unload', 40, (name, size) =>
      powerLossSuite(name, size, 'on-unload'),
    ),
    isTraced: true,
  },
  { name: 'I/O errors', full: 600, isTraced: true, run: (name, size) => ioErrorSuite(name, size) },
  {
    ...control('I/O errors', 'does not hear of failed syncs', 4, (name, size) =>
      ioErrorSuite(name, size, { badLog: 'deaf-to-failed-syncs', faults: failedSyncs }),
    ),
    isTraced: true,
  },
  { name: '2,000 clients reconnect', full: 2_000, run: reconnectSuite },
  { name: 'stalled readers', full: 1_000, run: stalledSuite },
  {
    name: 'kill -9, the whole server',
    full: 50,
    run: async (name, size) => killSuite(name, await mortalServer(), size),
  },
  { name: 'kill -9', full: 950, run: async (name, size) => killSuite(name, await rooms(), size) },
  control('kill -9', 'stores on unload', 4, async (name, size) =>
    killSuite(name, await rooms('on-unload'), size),
  ),
  control('kill -9', 'stores events', 4, async (name, size) =>
    killSuite(name, await rooms('events'), size),
  ),
];

/** What is proved, and how much of it. */
export interface Proof {
  /** 1 for the full numbers. */
  readonly scale: number;
  readonly seed: number;
  /** A part of the names of the suites to run; all when left out. */
  readonly only: string | undefined;
  /** Progress, for people. */
  readonly say: (line: string) => void;
  /** Milliseconds after which a suite ends with the run that is under way, and says how many there were. */
  readonly atMost?: number;
  /** Called with each suite's line as soon as it is known: the whole takes hours. */
  readonly proved?: (line: ProofLine) => void;
}

export interface ProofLine {
  readonly result: SuiteResult;
  readonly isControl: boolean;
  /** Whether it went as it has to: nothing lost, or a control that was caught. */
  readonly holds: boolean;
}

/** Runs the suites one after the other. */
export async function prove({
  scale,
  seed,
  only,
  say,
  proved,
  atMost = Infinity,
}: Proof): Promise<readonly ProofLine[]> {
  const obstacle = tracingObstacle();
  const lines: ProofLine[] = [];
  for (const { name, full, isTraced, isControl = false, run } of suites) {
    if (only !== undefined && !name.includes(only)) continue;
    if (isTraced && obstacle !== null) {
      say(`${name} is left out: ${obstacle}.`);
      continue;
    }
    const runs = isControl || full === 1 ? full : Math.max(1, Math.round(full * scale));
    say(`${name}: ${runs} …`);
    const result = await run(name, {
      runs,
      seed,
      progress: tenths(runs, say, isControl ? Infinity : atMost),
    });
    const holds = isControl ? result.lost > 0 : result.lost === 0;
    for (const sentence of holds ? [] : result.found) say(`  ${sentence}`);
    const line = { result, isControl, holds };
    lines.push(line);
    proved?.(line);
  }
  return lines;
}

/** Says each tenth of the runs that is done, and answers whether there is time for more. */
function tenths(runs: number, say: Proof['say'], atMost: number): (done: number) => boolean {
  const began = performance.now();
  let said = 0;
  return (done) => {
    const tenth = Math.floor((done / runs) * 10);
    if (tenth > said && tenth < 10) say(`  ${done} of ${runs}`);
    said = Math.max(said, tenth);
    return performance.now() - began < atMost;
  };
}

/**
 * The rows of a proof's table, in Markdown.
 * @param command how the suites were run, where the table is to say so
 */
export function proofRows(lines: readonly ProofLine[], command = ''): readonly string[] {
  return lines.map(({ result, isControl, holds }) => {
    const { suite, runs, faults, lost, seconds, seed, measured = '' } = result;
    const verdict = isControl ? (holds ? `${lost}, as it has to` : '0: NOT CAUGHT') : `${lost}`;
    const cells = [suite, runs, faults, verdict, seconds.toFixed(0), seed, measured, command];
    return `| ${cells.join(' | ')} |`;
  });
}

export function proofTable(rows: readonly string[]): string {
  const columns = ['Suite', 'Runs', 'Faults', 'Lost', 'Seconds', 'Seed', 'Measured', 'Command'];
  const rule = columns.map(() => '---');
  return [`| ${columns.join(' | ')} |`, `| ${rule.join(' | ')} |`, ...rows].join('\n');
}

function control(of: string, fault: string, full: number, run: Suite['run']): Suite {
  return { name: `${of}, control: ${fault}`, full, isControl: true, run };
}
