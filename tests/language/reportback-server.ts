import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '..', '..');
const main = path.join(root, 'apps', 'server', 'src', 'main.ts');
const runFile = promisify(execFile);

/** What `create` and `links` print. */
export interface WorkshopLinks {
  readonly workshop: string;
  readonly links: Readonly<
    Record<'organizer' | 'facilitator' | 'join' | 'screen' | 'view', string>
  >;
  readonly sessions: readonly {
    readonly id: string;
    readonly title: string;
    readonly groups: readonly {
      readonly id: string;
      readonly name: string;
      readonly url: string;
    }[];
  }[];
}

/** Environment variables of the server. */
export type Settings = Readonly<Record<string, string>>;

/** The real server in a process of its own, on a data folder of its own, which can be killed and started again. */
export class ReportbackServer {
  readonly dataDir: string;
  readonly port: number;
  readonly address: string;
  readonly #environment: Settings;
  #process: ChildProcess | null = null;
  #said = '';

  private constructor(port: number, environment: Settings) {
    this.port = port;
    this.address = environment['PUBLIC_URL'] ?? `http://localhost:${port}`;
    this.dataDir = mkdtempSync(path.join(tmpdir(), 'reportback-test-'));
    this.#environment = environment;
  }

  /**
   * Starts a server on a free port, and resolves once it serves.
   * @param settings beside PORT and DATA_DIR; they may depend on the port
   * @param copied a data folder to begin with a copy of; left out, it begins with an empty one
   */
  static async start(
    settings: (port: number) => Settings = () => ({}),
    copied?: string,
  ): Promise<ReportbackServer> {
    const port = await freePort();
    const server = new ReportbackServer(port, settings(port));
    if (copied !== undefined) cpSync(copied, server.dataDir, { recursive: true });
    await server.run();
    return server;
  }

  async run(): Promise<void> {
    const child = spawn(process.execPath, [main, 'serve'], {
      env: this.#env(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => (this.#said += String(text)));
    const deadline = Date.now() + 60_000;
    while (!(await this.#healthy())) {
      if (child.exitCode !== null || Date.now() > deadline)
        throw new Error(`The server did not come up. It said:\n${this.#said}`);
      // Asking without a pause would take the processor from the server that starts.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** As a power switch would, as far as the process is concerned: no handler runs, nothing is flushed. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async killAndRestart(): Promise<void> {
    await this.kill();
    await this.run();
  }

  /** Ends the server as an operator would. */
  async halt(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** Ends it, and removes what it stored. */
  async stop(): Promise<void> {
    await this.halt();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** Runs `reportback …` beside the server, on its data folder; answers what it wrote to stdout. */
  async command(...args: string[]): Promise<string> {
    const { stdout } = await runFile(process.execPath, [main, ...args], {
      env: this.#env(),
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  }

  async createWorkshop(
    agendaFile: string,
    tables: number,
    ...more: string[]
  ): Promise<WorkshopLinks> {
    return JSON.parse(
      await this.command(
        'create',
        '--agenda',
        agendaFile,
        '--tables',
        String(tables),
        '--json',
        ...more,
      ),
    ) as WorkshopLinks;
  }

  /** The process's id, for looking at what it uses; undefined while it does not run. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** All that the server has printed so far: for tests that look for secrets in it. */
  get said(): string {
    return this.#said;
  }

  #env(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      PORT: String(this.port),
      DATA_DIR: this.dataDir,
      ...this.#environment,
    };
  }

  async #healthy(): Promise<boolean> {
    try {
      return (await fetch(`http://localhost:${this.port}/healthz`)).ok;
    } catch {
      return false;
    }
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child === null || child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}

/** A port that nobody listened on a moment ago; it stays the same when the server is killed and restarted. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  probe.close();
  await once(probe, 'close');
  return address.port;
}
