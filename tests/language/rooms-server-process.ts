import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

const program = new URL('./rooms-server.ts', import.meta.url).pathname;

export interface RoomsServerOptions {
  readonly dataDir: string;
  /** What stands before `node` on the command line, such as `strace` and its arguments. */
  readonly under?: readonly string[];
  /** A known-bad log in place of the real one: a name from `bad-logs.ts`. */
  readonly badLog?: string;
  /** How many times as fast the server's time runs; 1 when left out. */
  readonly clockSpeed?: number;
  /** Ceiling of the database, in pages of 4 KiB. */
  readonly maxPageCount?: number;
  /** How many documents of 64 KiB stand in the way, one of which goes at each call of `freeSpace`. */
  readonly ballast?: number;
}

/**
 * The rooms and the storage of the product behind a WebSocket, in a process of their own that can be
 * killed and started again. No tickets and no pages, so that it starts in a fraction of the time.
 */
export class RoomsServer {
  readonly dataDir: string;
  readonly #options: RoomsServerOptions;
  readonly #port: number;
  #process: ChildProcess | null = null;
  #exit: Promise<number | null> = Promise.resolve(null);
  #said = '';

  private constructor(options: RoomsServerOptions, port: number) {
    this.#options = options;
    this.#port = port;
    this.dataDir = options.dataDir;
  }

  /** Starts on the folder, at a free port, and resolves once it serves. */
  static async start(options: RoomsServerOptions): Promise<RoomsServer> {
    const server = await RoomsServer.prepare(options);
    await server.run();
    return server;
  }

  /** A server that does not run yet. */
  static async prepare(options: RoomsServerOptions): Promise<RoomsServer> {
    return new RoomsServer(options, await freePort());
  }

  /** Resolves once it serves. @throws when it ends before */
  async run(): Promise<void> {
    const {
      dataDir,
      under = [],
      badLog,
      clockSpeed = 1,
      maxPageCount,
      ballast = 0,
    } = this.#options;
    const [command, ...args] = [...under, process.execPath, program];
    const child = spawn(command ?? process.execPath, args, {
      env: {
        ...process.env,
        // Where its calls are traced, what Node keeps for itself as it ends would be among them.
        NODE_DISABLE_COMPILE_CACHE: '1',
        DATA_DIR: dataDir,
        PORT: String(this.#port),
        CLOCK_SPEED: String(clockSpeed),
        BALLAST: String(ballast),
        ...(badLog !== undefined && { BAD_LOG: badLog }),
        ...(maxPageCount !== undefined && { MAX_PAGE_COUNT: String(maxPageCount) }),
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#process = child;
    this.#exit = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null));
    child.stderr.on('data', (text) => (this.#said += String(text)));
    const lines = createInterface({ input: child.stdout });
    const served = new Promise<true>((resolve) => {
      lines.on('line', (line) => {
        if (line === 'serving') resolve(true);
      });
    });
    const isServing = await Promise.race([served, this.#exit]);
    if (isServing !== true) throw new Error(`The server did not come up. It said:\n${this.#said}`);
  }

  /** Where a person of that name reaches a document. */
  door(document: string, author: string): Door {
    return {
      url: `ws://127.0.0.1:${this.#port}/${document}?ack=1&author=${author}`,
      protocols: [],
    };
  }

  /** No handler runs, nothing is flushed. */
  async kill(): Promise<void> {
    this.#process?.kill('SIGKILL');
    await this.#exit;
  }

  /** Asks it to end as an operator would, with everything released. */
  async stop(): Promise<void> {
    this.#process?.kill('SIGTERM');
    await this.#exit;
  }

  /** One ballast document goes. */
  freeSpace(): void {
    this.#process?.stdin?.write('free\n');
  }

  /** The exit code, once it has ended by itself; null when a signal ended it. */
  get exit(): Promise<number | null> {
    return this.#exit;
  }

  /** The id of what was started: the server, or what stands before it. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** What it wrote to stderr. */
  get said(): string {
    return this.#said;
  }
}

/** How a client reaches a document. */
export interface Door {
  readonly url: string;
  readonly protocols: readonly string[];
}

/** A port that nobody listened on a moment ago; it stays the same when a server is killed and restarted. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  probe.close();
  await once(probe, 'close');
  return address.port;
}
