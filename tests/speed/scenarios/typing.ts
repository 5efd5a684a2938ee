import type { ContenderName } from '../measure/contender.ts';
import { LoadProcess } from '../measure/load-process.ts';
import { oneCommit } from '../measure/one-commit.ts';
import { processorSeconds, waitedSeconds } from '../measure/process-use.ts';
import { type Goal, type Medians, type Row, type Scenario, waited } from '../measure/scenario.ts';

interface Typing {
  readonly title: string;
  readonly rooms: number;
  readonly people: number;
  readonly writers: number;
  readonly rate: number;
  readonly hasCarets: boolean;
  readonly goals: readonly Goal[];
}

const everybody: readonly ContenderName[] = [
  'relay',
  'y-websocket-server',
  'hocuspocus',
  'reportback',
];

const rows: readonly Row[] = [
  { figure: 'p50', title: 'keystroke to another device, p50 ms', digits: 2 },
  { figure: 'p99', title: 'the same, p99 ms', digits: 1 },
  { figure: 'cpu', title: 'CPU s per 1,000 updates', digits: 3 },
  { figure: 'saved p50', title: 'keystroke to “saved”, p50 ms', digits: 2 },
  { figure: 'saved p99', title: 'the same, p99 ms', digits: 1 },
  { figure: 'commit p50', title: 'one durable commit on the idle disk, p50 ms', digits: 2 },
  { figure: 'commit p99', title: 'the same, p99 ms', digits: 1 },
  { figure: 'load use', title: 'the load process was busy, part of its time', digits: 2 },
  { figure: waited, title: 'the server waited for a processor, part of its time', digits: 2 },
];

/** People who type single characters at a steady pace, each into a paragraph of their own. */
function typing(kind: Typing): Scenario {
  const { title, rooms, people, writers, rate, hasCarets, goals } = kind;
  const pace = `${writers === people ? 'each types' : `${writers} of them type`} ${rate} characters a second`;
  return {
    title,
    says: `${rooms} documents, ${people} people in each; ${pace}${hasCarets ? ' and moves the caret with each' : ''}.`,
    takesPart: everybody,
    rounds: 3,
    rows,
    goals,
    async run(start, { quick }) {
      const server = await start();
      const load = new LoadProcess();
      try {
        const seconds: number[] = [];
        const waits: number[] = [];
        load.mark = () => {
          seconds.push(processorSeconds(server.pid));
          waits.push(waitedSeconds(server.pid));
        };
        const doors = await server.doors(rooms, people);
        const { steps } = await load.work(
          {
            is: 'type',
            dialect: server.dialect,
            doors,
            writersPerRoom: writers,
            rates: [rate],
            seconds: quick ? 2 : 6,
            warmUp: quick ? 1 : 2,
            hasCarets,
            limit: Infinity,
          },
          'typed',
        );
        const [step] = steps;
        const [before = Number.NaN, after = Number.NaN] = seconds;
        const [waitBefore = Number.NaN, waitAfter = Number.NaN] = waits;
        if (!step) throw new Error('Nothing was typed.');
        const commit = step.saved ? oneCommit() : { p50: Number.NaN, p99: Number.NaN };
        return {
          p50: step.p50,
          p99: step.p99,
          cpu: ((after - before) / step.updates) * 1000,
          'saved p50': step.saved?.p50 ?? Number.NaN,
          'saved p99': step.saved?.p99 ?? Number.NaN,
          'commit p50': commit.p50,
          'commit p99': commit.p99,
          'load use': step.loadUse,
          [waited]: (waitAfter - waitBefore) / (step.updates / step.perSecond),
        };
      } finally {
        await load.end();
        await server.stop();
      }
    },
  };
}

const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;

function savedWithin(part: 'p50' | 'p99'): Goal {
  const commits = ({ of }: Medians): number =>
    of('reportback', `saved ${part}`) / of('reportback', `commit ${part}`);
  return {
    title: `keystroke to “saved”, ${part}, 50 tables of 10`,
    must: '≤ 5 × one commit',
    isMet: (medians) => commits(medians) <= 5,
    found: (medians) => times(commits(medians)),
  };
}

/** Twelve tables of six, as in a room of a conference. */
export const tablesOfSix: Scenario = typing({
  title: '12 tables of 6',
  rooms: 12,
  people: 6,
  writers: 6,
  rate: 4,
  hasCarets: true,
  goals: [],
});

/** Fifty tables of ten: a large plenary. */
export const tablesOfTen: Scenario = typing({
  title: '50 tables of 10',
  rooms: 50,
  people: 10,
  writers: 10,
  rate: 2,
  hasCarets: false,
  goals: [
    {
      title: 'CPU, 50 tables of 10',
      must: '≤ 1.0 × @y/websocket-server, ≤ 0.5 × hocuspocus',
      isMet: ({ ratio }) =>
        ratio('y-websocket-server', 'cpu') <= 1 && ratio('hocuspocus', 'cpu') <= 0.5,
      found: ({ ratio }) =>
        `${times(ratio('y-websocket-server', 'cpu'))}, ${times(ratio('hocuspocus', 'cpu'))}`,
    },
    {
      title: 'propagation p50, 50 tables of 10',
      must: '≤ 1.2 × @y/websocket-server',
      isMet: ({ ratio }) => ratio('y-websocket-server', 'p50') <= 1.2,
      found: ({ ratio }) => times(ratio('y-websocket-server', 'p50')),
    },
    {
      title: 'propagation p99, 50 tables of 10',
      must: '≤ 10 ms, ≤ 0.5 × hocuspocus',
      isMet: ({ of, ratio }) => of('reportback', 'p99') <= 10 && ratio('hocuspocus', 'p99') <= 0.5,
      found: ({ of, ratio }) =>
        `${of('reportback', 'p99').toFixed(1)} ms, ${times(ratio('hocuspocus', 'p99'))}`,
    },
    savedWithin('p50'),
    savedWithin('p99'),
  ],
});

/** Everybody in one document. */
export const oneRoom: Scenario = typing({
  title: 'one document of 200',
  rooms: 1,
  people: 200,
  writers: 20,
  rate: 4,
  hasCarets: false,
  goals: [
    {
      title: 'CPU, one document of 200',
      must: '≤ 1.0 × the relay',
      isMet: ({ ratio }) => ratio('relay', 'cpu') <= 1,
      found: ({ ratio }) => times(ratio('relay', 'cpu')),
    },
  ],
});
