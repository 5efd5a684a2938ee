import path from 'node:path';
import { systemClock } from '@reportback/sync';
import { destination, pino } from 'pino';
import { announcement } from '../announce.ts';
import { readConfig } from '../config.ts';
import { startServer } from '../start-server.ts';
import { result, say } from './output.ts';

/** For so long the same wish to stop may come in more than once, in milliseconds. */
const echoes = 1000;

const pagesFolder = path.resolve(import.meta.dirname, '../../../web/dist');

/** `reportback serve`: serves until a signal, then lets everybody go and ends. */
export async function serveCommand(): Promise<void> {
  const log = pino({ base: null }, destination({ dest: 2, sync: true }));
  const fail = (error: unknown) => {
    // What was written last is unknown. The next start reads what is there, and pages send the rest again.
    log.fatal({ err: error }, 'The server ends because of a fault');
    process.exit(1);
  };
  const server = await startServer(readConfig(process.env, process.cwd()), {
    clock: systemClock,
    log,
    pagesFolder,
    fatal: fail,
  });
  result(await announcement(server.services, process.stdout.isTTY));
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  let asked: number | null = null;
  const stop = (signal: NodeJS.Signals) => {
    if (asked !== null) {
      // Whoever asks again does not want to wait; npm and the scripts hand on what the terminal has said already.
      if (performance.now() - asked > echoes) process.exit(1);
      return;
    }
    asked = performance.now();
    say(`${signal}: letting everybody go …`);
    server.stop().then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
