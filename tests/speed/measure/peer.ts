import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../language/rooms-server-process.ts';
import type { Dialect, Door } from '../load/job.ts';
import type { Contender } from './contender.ts';

const programs = path.join(import.meta.dirname, '..', 'peers');

/** A server that Reportback is measured beside: a program in `peers/`, in a process of its own. */
export class Peer implements Contender {
  readonly dialect: Dialect;
  readonly dataDir: string;
  readonly #program: string;
  readonly #port: number;
  #process: ChildProcess | undefined;
  #said = '';

  private constructor(program: string, dialect: Dialect, port: number) {
    this.#program = program;
    this.dialect = dialect;
    this.#port = port;
    this.dataDir = mkdtempSync(path.join(tmpdir(), 'reportback-peer-'));
  }

  static async start(program: string, dialect: Dialect, flags: string): Promise<Peer> {
    const peer = new Peer(program, dialect, await freePort());
    await peer.run(flags);
    return peer;
  }

  async run(flags = ''): Promise<void> {
    const child = spawn(process.execPath, [path.join(programs, this.#program)], {
      env: {
        ...process.env,
        NODE_OPTIONS: flags,
        PORT: String(this.#port),
        DATA_DIR: this.dataDir,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    child.stderr.on('data', (text) => (this.#said += String(text)));
    const ended = once(child, 'exit').then(() => 'ended');
    const first = await Promise.race([once(child.stdout, 'data'), ended]);
    if (first === 'ended')
      throw new Error(`${this.#program} did not come up. It said:\n${this.#said}`);
    child.stdout.resume();
  }

  async doors(rooms: number, people: number): Promise<readonly Door[]> {
    return Array.from({ length: rooms * people }, (_, index) => {
      const room = `room-${index % rooms}`;
      return { url: `ws://127.0.0.1:${this.#port}/${room}`, protocols: [], room };
    });
  }

  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  async halt(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  get pid(): number {
    return this.#process?.pid ?? 0;
  }

  get said(): string {
    return this.#said;
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child || child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}
