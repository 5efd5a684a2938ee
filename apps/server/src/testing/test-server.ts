import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LinksView } from '@reportback/domain';
import { type Clock, systemClock } from '@reportback/sync';
import { pino } from 'pino';
import { readConfig } from '../config.ts';
import { type RunningServer, startServer } from '../start-server.ts';
import { Browser } from './browser.ts';

/** The reference agenda's breakouts, shortened. */
export const agenda = `Workshop on Harmonizing Python Workflows
Monday - Sep 15, 2025
9:00-9:15am CDT Introduction
11:00-12:30pm CDT Small Groups: Discuss Inherent Challenges
Report Back 12:00pm CDT
2:00-3:30pm CDT Small Groups: Discuss OSE Activities
Report Back 3:00pm CDT
`;

/** A server in this process, on real sockets and a data folder of its own. */
export class TestServer {
  readonly dataDir: string;
  readonly environment: Readonly<Record<string, string>>;
  /** All that it logged. */
  logged = '';
  readonly #pagesFolder: string;
  readonly #clock: Clock;
  #running: RunningServer | null = null;

  private constructor(
    environment: Readonly<Record<string, string>>,
    pagesFolder: string,
    clock: Clock,
  ) {
    this.#pagesFolder = pagesFolder;
    this.#clock = clock;
    this.dataDir = mkdtempSync(path.join(tmpdir(), 'reportback-server-'));
    this.environment = { PORT: '0', DATA_DIR: this.dataDir, ...environment };
  }

  /** @param pagesFolder what a build made; by default nothing was built */
  static async start(
    environment: Readonly<Record<string, string>> = {},
    pagesFolder = '/none',
    clock: Clock = systemClock,
  ): Promise<TestServer> {
    const server = new TestServer(environment, pagesFolder, clock);
    await server.run();
    return server;
  }

  async run(): Promise<void> {
    const log = pino({ base: null }, { write: (line: string) => (this.logged += line) });
    this.#running = await startServer(readConfig(this.environment, '/'), {
      clock: this.#clock,
      log,
      pagesFolder: this.#pagesFolder,
      fatal: (error) => {
        throw error;
      },
    });
  }

  get running(): RunningServer {
    if (this.#running === null) throw new Error('The server does not run.');
    return this.#running;
  }

  get origin(): string {
    return this.running.services.place.publicUrl.origin;
  }

  /** A browser without a cookie. */
  browser(): Browser {
    return new Browser(this.origin);
  }

  /** A browser that came in by a link. */
  async enter(link: string): Promise<Browser> {
    const browser = this.browser();
    const answer = await browser.post('/api/enter', { token: new URL(link).hash.slice(1) });
    if (answer.status !== 200) throw new Error(`The link was refused: ${answer.text}`);
    return browser;
  }

  async createWorkshop(tables = 2): Promise<LinksView> {
    const answer = await this.browser().post('/api/workshops', {
      agenda,
      tables,
      timeZone: 'America/Chicago',
    });
    if (answer.status !== 201) throw new Error(`No workshop was made: ${answer.text}`);
    return answer.as<LinksView>();
  }

  async stop(): Promise<void> {
    await this.running.stop();
    this.#running = null;
  }

  async remove(): Promise<void> {
    if (this.#running !== null) await this.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
