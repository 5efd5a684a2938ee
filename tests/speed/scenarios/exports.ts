import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exportFormats, formatFacts } from '@reportback/record';
import { toJson } from '@reportback/record/json';
import type { Browser } from '../../../apps/server/src/testing/browser.ts';
import type { ReportbackServer, WorkshopLinks } from '../../language/reportback-server.ts';
import type { TypingStep } from '../load/job.ts';
import { largeEvent } from '../measure/large-event.ts';
import { LoadProcess, RunDoesNotCount } from '../measure/load-process.ts';
import { peakBytes, residentBytesBelow } from '../measure/process-use.ts';
import { Reportback } from '../measure/reportback.ts';
import type { Figures, Goal, Scenario } from '../measure/scenario.ts';

const tables = 60;
const sessions = 3;
/** Seconds a format may take. */
const patience = 10;
/** Milliseconds within which a letter is on the other screens, for the slowest of a hundred. */
const undisturbed = 100;

const formats = exportFormats.filter((format) => format !== 'csv-findings');

const inTime: Goal = {
  title: `export of ${tables} tables × ${sessions} sessions, the slowest format`,
  must: `≤ ${patience} s`,
  isMet: ({ of }) => formats.every((format) => of('reportback', format) <= patience),
  found: ({ of }) => {
    const slowest = Math.max(...formats.map((format) => of('reportback', format)));
    return `${slowest.toFixed(1)} s`;
  },
};

const typingGoesOn: Goal = {
  title: 'keystroke to another device while exports are made, p99',
  must: `≤ ${undisturbed} ms`,
  isMet: ({ of }) => of('reportback', 'busy p99') <= undisturbed,
  found: ({ of }) => `${of('reportback', 'busy p99').toFixed(0)} ms`,
};

/** The whole record is downloaded in each format, one after the other, while people type. */
export const exports: Scenario = {
  title: 'exports while people type',
  says: `${tables} tables × ${sessions} sessions with notes of two pages, ${tables * 8} people, findings and votes. 40 documents of 5 people, who each type 2 characters a second: first alone, then while an organizer downloads the record in one format after the other, over and over. From the call to the last byte.`,
  takesPart: ['reportback'],
  rounds: 2,
  rows: [
    ...formats.map((format) => ({
      figure: format,
      title: `${formatFacts[format].ending}, s`,
      digits: 1,
    })),
    {
      figure: 'quiet p50',
      title: 'keystroke to another device without exports, p50 ms',
      digits: 1,
    },
    { figure: 'quiet p99', title: 'the same, p99 ms', digits: 1 },
    { figure: 'busy p50', title: 'keystroke to another device meanwhile, p50 ms', digits: 1 },
    { figure: 'busy p99', title: 'the same, p99 ms', digits: 1 },
    { figure: 'peak', title: 'the most memory the server had, MB', digits: 0 },
    { figure: 'beside', title: 'the most that the processes writing exports had, MB', digits: 0 },
  ],
  goals: [inTime, typingGoesOn],
  async run(_start, { quick }) {
    const server = await Reportback.start('', importLargeEvent);
    const load = new LoadProcess();
    let beside = 0;
    const looking = setInterval(() => {
      beside = Math.max(beside, bytesBelow(server.pid));
    }, 50);
    try {
      const organizer = await server.organizer();
      const took = new Map<string, number>();
      const typing = new AbortController();
      let downloads = Promise.resolve();
      let marks = 0;
      load.mark = () => {
        marks++;
        // The first stretch is without exports; with its third mark the second one begins.
        if (marks === 3) downloads = downloadAll(server, organizer, took, typing.signal);
        if (marks === 4) typing.abort();
      };
      const { steps } = await load.work(
        {
          is: 'type',
          dialect: server.dialect,
          doors: await server.doors(quick ? 4 : 40, 5),
          writersPerRoom: 5,
          rates: [2, 2],
          seconds: quick ? 3 : 15,
          warmUp: 1,
          hasCarets: false,
          limit: Infinity,
        },
        'typed',
      );
      await downloads;
      return {
        ...Object.fromEntries(took),
        ...typed(steps),
        peak: peakBytes(server.pid) / 1024 ** 2,
        beside: beside / 1024 ** 2,
      };
    } finally {
      clearInterval(looking);
      await load.end();
      await server.stop();
    }
  },
};

/**
 * Downloads every format at least once, and again until the typing has ended.
 * @param took the longest that each format took, in seconds
 */
async function downloadAll(
  server: Reportback,
  organizer: Browser,
  took: Map<string, number>,
  typing: AbortSignal,
): Promise<void> {
  for (;;) {
    for (const format of formats) {
      if (typing.aborted && took.size === formats.length) return;
      const { ending } = formatFacts[format];
      const began = performance.now();
      const bytes = await organizer.bytes(server.path(`/record.${ending}`));
      if (bytes.length < 10_000) throw new RunDoesNotCount(`record.${ending} is ${String(bytes)}`);
      const seconds = (performance.now() - began) / 1000;
      took.set(format, Math.max(seconds, took.get(format) ?? 0));
    }
  }
}

/** A process that ends while it is looked at holds nothing. */
function bytesBelow(pid: number): number {
  try {
    return residentBytesBelow(pid);
  } catch {
    return 0;
  }
}

function typed([quiet, busy]: readonly TypingStep[]): Figures {
  if (!quiet || !busy) throw new Error('Nothing was typed.');
  return {
    'quiet p50': quiet.p50,
    'quiet p99': quiet.p99,
    'busy p50': busy.p50,
    'busy p99': busy.p99,
  };
}

async function importLargeEvent(server: ReportbackServer): Promise<WorkshopLinks> {
  const folder = mkdtempSync(path.join(tmpdir(), 'reportback-event-'));
  try {
    const file = path.join(folder, 'event.json');
    writeFileSync(file, toJson(largeEvent(tables, sessions, 1)));
    return JSON.parse(await server.command('import', file, '--json')) as WorkshopLinks;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
