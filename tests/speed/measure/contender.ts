import type { Dialect, Door } from '../load/job.ts';
import { Peer } from './peer.ts';
import { Reportback } from './reportback.ts';

/** A server that is measured, on an empty data folder of its own. */
export interface Contender {
  readonly dialect: Dialect;
  readonly dataDir: string;
  /** Of the running process. */
  readonly pid: number;
  /** What it wrote to its output so far. */
  readonly said: string;
  /** Ways in for so many people in each of so many documents; neighbours are in different ones. */
  doors(rooms: number, people: number): Promise<readonly Door[]>;
  /** Starts it again on what it stored. */
  run(): Promise<void>;
  kill(): Promise<void>;
  /** Ends it as an operator would. */
  halt(): Promise<void>;
  /** Ends it and removes what it stored. */
  stop(): Promise<void>;
}

export type ContenderName = 'relay' | 'y-websocket-server' | 'hocuspocus' | 'reportback';

/** In the order of the tables. */
export const contenders: Readonly<
  Record<ContenderName, { title: string; start: (nodeFlags?: string) => Promise<Contender> }>
> = {
  relay: {
    title: 'raw `ws` relay',
    start: (flags = '') => Peer.start('relay.mjs', 'relay', flags),
  },
  'y-websocket-server': {
    title: '@y/websocket-server',
    start: (flags = '') => Peer.start('y-websocket-server.mjs', 'y-websocket', flags),
  },
  hocuspocus: {
    title: 'hocuspocus + SQLite',
    start: (flags = '') => Peer.start('hocuspocus.mjs', 'hocuspocus', flags),
  },
  reportback: {
    title: 'Reportback',
    start: (flags = '') => Reportback.start(flags),
  },
};
