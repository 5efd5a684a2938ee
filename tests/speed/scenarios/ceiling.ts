import { LoadProcess } from '../measure/load-process.ts';
import { processorSeconds, waitedSeconds } from '../measure/process-use.ts';
import { type Scenario, waited } from '../measure/scenario.ts';

/** The 99th percentile above which a screen is felt to lag, in milliseconds. */
const bearable = 100;
const rooms = 50;
const people = 10;
/** Characters a second and person: 1,500 to 12,500 updates a second in all. */
const rates = [3, 5, 7, 10, 14, 19, 25];

/** How many updates a second a server bears. */
export const ceiling: Scenario = {
  title: 'the most updates a second',
  says: `${rooms} documents of ${people}, typing faster and faster; the last pace at which the 99th percentile was at most ${bearable} ms. Where the load process was busy itself, more might go.`,
  takesPart: ['relay', 'y-websocket-server', 'hocuspocus', 'reportback'],
  rounds: 2,
  rows: [
    { figure: 'ceiling', title: 'updates a second', digits: 0 },
    { figure: 'per CPU s', title: 'updates for a second of CPU, at that pace', digits: 0 },
    { figure: 'load use', title: 'the load process was busy, part of its time', digits: 2 },
    { figure: waited, title: 'the server waited for a processor, part of its time', digits: 2 },
  ],
  goals: [
    {
      title: `ceiling at p99 ≤ ${bearable} ms`,
      must: '≥ 1.8 × hocuspocus',
      isMet: ({ ratio }) => ratio('hocuspocus', 'ceiling') >= 1.8,
      found: ({ ratio }) => `${ratio('hocuspocus', 'ceiling').toFixed(2)} ×`,
    },
  ],
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
          writersPerRoom: people,
          rates: quick ? rates.slice(0, 3) : rates,
          seconds: quick ? 1 : 2,
          warmUp: 0.5,
          hasCarets: false,
          limit: bearable,
        },
        'typed',
      );
      const borne = steps.findLastIndex(({ p99 }) => p99 <= bearable);
      const fastest = Math.max(0, borne);
      const [before = Number.NaN, after = Number.NaN] = seconds.slice(2 * fastest);
      const [waitBefore = Number.NaN, waitAfter = Number.NaN] = waits.slice(2 * fastest);
      const step = steps[fastest];
      return {
        [waited]: step ? (waitAfter - waitBefore) / (step.updates / step.perSecond) : Number.NaN,
        ceiling: steps[borne]?.perSecond ?? 0,
        'per CPU s': (step?.updates ?? Number.NaN) / (after - before),
        'load use': step?.loadUse ?? Number.NaN,
      };
    } finally {
      await load.end();
      await server.stop();
    }
  },
};
