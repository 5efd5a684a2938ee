import { setTimeout as wait } from 'node:timers/promises';
import { percentile } from '../load/arrivals.ts';
import { BoardWorkshop } from '../measure/board-workshop.ts';
import { inspectable, usedBytes } from '../measure/inspector.ts';
import { RunDoesNotCount } from '../measure/load-process.ts';
import { processorSeconds } from '../measure/process-use.ts';
import type { Figures, Goal, Scenario } from '../measure/scenario.ts';

const tables = 60;
/** Milliseconds between changes, so that what a follower hears belongs to the last one. */
const pause = 250;

const kinds = ['card', 'spotlight', 'finding'] as const;
const titles = {
  card: 'a headline is typed',
  spotlight: 'a table is put on the screen',
  finding: 'a finding is named',
};

const reaches = (kind: (typeof kinds)[number]): Goal => ({
  title: `${titles[kind]}, to 600 followers, p99`,
  must: '≤ 250 ms',
  isMet: ({ of }) => of('reportback', `${kind} p99`) <= 250,
  found: ({ of }) => `${of('reportback', `${kind} p99`).toFixed(0)} ms`,
});

/** A whole conference follows the board on its phones. */
export const board: Scenario = {
  title: 'followers of the board',
  says: `600 people, each with a seat and a socket of its own, follow the board of ${tables} tables; 40 changes of each kind. From the keystroke or the facilitator's call to each follower; the board gathers changes of a card on purpose before it tells them.`,
  takesPart: ['reportback'],
  rounds: 2,
  rows: [
    ...kinds.flatMap((kind) => [
      { figure: `${kind} p50`, title: `${titles[kind]}: p50 ms`, digits: 0 },
      { figure: `${kind} p99`, title: 'p99 ms', digits: 0 },
      { figure: `${kind} cpu`, title: 'CPU ms a change', digits: 1 },
    ]),
    { figure: 'memory', title: 'kB a follower', digits: 1 },
    {
      figure: 'us too',
      title: 'everybody says “us too” at once: the last answered, ms',
      digits: 0,
    },
    { figure: 'us too cpu', title: 'CPU s for all of them', digits: 2 },
  ],
  goals: [reaches('card')],
  async run(_start, { quick }) {
    const followers = quick ? 50 : 600;
    const changes = quick ? 5 : 40;
    const workshop = await BoardWorkshop.start(tables, inspectable);
    try {
      const { server } = workshop;
      await workshop.seat(followers);
      const seated = await usedBytes(server.said);
      await workshop.follow();
      const followed = await usedBytes(server.said);
      const typist = await workshop.openTable();
      const makes: Readonly<Record<(typeof kinds)[number], (index: number) => Promise<void>>> = {
        card: async (index) => typist.writeHeadline(`Change ${index}`),
        spotlight: (index) =>
          workshop.command('/plenary', {
            id: `p${index}`,
            command: { is: 'present', group: workshop.group(index % 2) },
          }),
        finding: (index) =>
          workshop.command('/plenary', {
            id: `f${index}`,
            command: { is: 'make-finding', finding: `f${index}`, name: `F ${index}`, points: [] },
          }),
      };
      const figures: Record<string, number> = {};
      for (const kind of kinds) {
        const found = await measureChanges(workshop, changes, makes[kind]);
        for (const [what, value] of Object.entries(found)) figures[`${kind} ${what}`] = value;
      }
      const together = await answerTogether(workshop, typist.addPoint());
      typist.close();
      return { ...figures, ...together, memory: (followed - seated) / followers / 1024 };
    } finally {
      await workshop.stop();
    }
  },
};

async function measureChanges(
  workshop: BoardWorkshop,
  changes: number,
  make: (index: number) => Promise<void>,
): Promise<Figures> {
  const pid = workshop.server.pid ?? 0;
  const sent: number[] = [];
  workshop.listen();
  const before = processorSeconds(pid);
  for (let index = 0; index < changes; index++) {
    sent.push(now());
    await make(index);
    await wait(pause);
  }
  await wait(1_000);
  const spent = processorSeconds(pid) - before;
  const delays = (await workshop.heard())
    .map((at) => at - (sent.findLast((moment) => moment <= at) ?? Number.NaN))
    .filter((delay) => !Number.isNaN(delay))
    .toSorted((a, b) => a - b);
  // Changes that fall into one push are told once, but nobody may have heard nothing.
  if (delays.length < workshop.people.length)
    throw new RunDoesNotCount(`${delays.length} messages came to ${workshop.people.length} people`);
  return {
    p50: percentile(delays, 0.5),
    p99: percentile(delays, 0.99),
    cpu: (spent / changes) * 1000,
  };
}

/** Everybody says “us too” to a point, as fast as their phones' calls are answered. */
async function answerTogether(workshop: BoardWorkshop, point: string): Promise<Figures> {
  const pid = workshop.server.pid ?? 0;
  const call = { is: 'add', group: workshop.group(0), point, kind: 'us-too', text: '' };
  await wait(1_000);
  const before = processorSeconds(pid);
  const began = now();
  const answers = await Promise.all(
    workshop.people.map((person) => person.post(workshop.path('/reactions'), call)),
  );
  const took = now() - began;
  const refused = answers.filter(({ status }) => status !== 200).length;
  if (refused > 0) throw new RunDoesNotCount(`${refused} reactions were refused`);
  await wait(1_000);
  return { 'us too': took, 'us too cpu': processorSeconds(pid) - before };
}

/** Milliseconds since 1970 with fractions, comparable between processes of one machine. */
function now(): number {
  return performance.timeOrigin + performance.now();
}
