import { inspectable, usedBytes } from '../measure/inspector.ts';
import { LoadProcess } from '../measure/load-process.ts';
import { residentBytes } from '../measure/process-use.ts';
import type { Scenario } from '../measure/scenario.ts';

const documents = 150;

/** What people cost who have a document open and do nothing. */
export const memory: Scenario = {
  title: 'memory',
  says: `${documents} documents; so many people open them, then as many again. The second half tells what a connection costs, and what the first half cost beyond it is the documents. After a garbage collection; heap and buffers.`,
  takesPart: ['relay', 'y-websocket-server', 'hocuspocus', 'reportback'],
  rounds: 2,
  rows: [
    { figure: 'connection', title: 'kB an idle connection', digits: 1 },
    { figure: 'resident', title: 'kB a connection, resident', digits: 1 },
    { figure: 'document', title: 'kB an empty document', digits: 1 },
  ],
  goals: [
    {
      title: 'idle connection',
      must: '≤ 30 kB',
      isMet: ({ of }) => of('reportback', 'connection') <= 30,
      found: ({ of }) => `${of('reportback', 'connection').toFixed(1)} kB`,
    },
  ],
  async run(start, { quick }) {
    const each = quick ? 1 : 6;
    const server = await start(inspectable);
    const load = new LoadProcess();
    try {
      const doors = await server.doors(documents, each * 2);
      const half = doors.length / 2;
      const { dialect } = server;
      const empty = await usedBytes(server.said);
      await load.work({ is: 'stay', dialect, doors: doors.slice(0, half) }, 'here');
      const opened = await usedBytes(server.said);
      const resident = residentBytes(server.pid);
      await load.work({ is: 'stay', dialect, doors: doors.slice(half) }, 'here');
      const connection = ((await usedBytes(server.said)) - opened) / half;
      return {
        connection: connection / 1024,
        resident: (residentBytes(server.pid) - resident) / half / 1024,
        document: (opened - empty - connection * half) / documents / 1024,
      };
    } finally {
      await load.end();
      await server.stop();
    }
  },
};
