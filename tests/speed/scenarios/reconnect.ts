import { percentile } from '../load/arrivals.ts';
import { LoadProcess } from '../measure/load-process.ts';
import type { Scenario } from '../measure/scenario.ts';

const documents = 50;

/** Everybody comes back at once to a server that was killed and started again. */
export const reconnect: Scenario = {
  title: '2,000 come back',
  says: `2,000 people in ${documents} documents; the server is killed and started again, and everybody tries again within a second of each failure. Counted from the moment at which it serves again until each is synced.`,
  takesPart: ['y-websocket-server', 'hocuspocus', 'reportback'],
  rounds: 3,
  rows: [
    { figure: 'p50', title: 'synced again, p50 s', digits: 2 },
    { figure: 'p95', title: 'p95 s', digits: 2 },
    { figure: 'last', title: 'the last, s', digits: 2 },
  ],
  goals: [
    {
      title: '2,000 come back, p95',
      must: '< 15 s',
      isMet: ({ of }) => of('reportback', 'p95') < 15,
      found: ({ of }) => `${of('reportback', 'p95').toFixed(1)} s`,
    },
  ],
  async run(start, { quick }) {
    const server = await start();
    const load = new LoadProcess();
    try {
      const doors = await server.doors(documents, quick ? 4 : 40);
      await load.work({ is: 'stay', dialect: server.dialect, doors }, 'here');
      await load.work({ is: 'reconnect' }, 'here');
      await server.kill();
      await server.run();
      const serves = performance.timeOrigin + performance.now();
      const { at } = await load.hear('reconnected');
      // Some are let in before the process that measures has heard that the server serves.
      const seconds = at.map((moment) => Math.max(0, moment - serves) / 1000);
      const sorted = seconds.toSorted((a, b) => a - b);
      return {
        p50: percentile(sorted, 0.5),
        p95: percentile(sorted, 0.95),
        last: percentile(sorted, 1),
      };
    } finally {
      await load.end();
      await server.stop();
    }
  },
};
