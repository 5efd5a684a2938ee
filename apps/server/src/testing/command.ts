import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const main = path.resolve(import.meta.dirname, '../main.ts');

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string>>;

/** Runs the real command to its end. */
export function runReportback(
  args: readonly string[],
  environment: Environment,
  stdin: string | Buffer = '',
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [main, ...args],
      { maxBuffer: 64 * 1024 * 1024, env: { ...process.env, ...environment } },
      (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
    child.stdin?.on('error', () => {}).end(stdin);
  });
}

/** A server in a process of its own, as `reportback serve` starts it. */
export class ServingProcess {
  /** All that it wrote, to stdout and stderr. */
  said = '';
  readonly #child: ChildProcess;
  #origin = '';

  private constructor(environment: Environment) {
    this.#child = spawn(process.execPath, [main, 'serve'], {
      env: { ...process.env, PORT: '0', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (text) => (this.said += String(text)));
  }

  /** @throws when it ends instead of serving */
  static async start(environment: Environment): Promise<ServingProcess> {
    const server = new ServingProcess(environment);
    const { stdout } = server.#child;
    if (stdout === null) throw new Error('The server’s output was not caught.');
    await Promise.race([once(stdout, 'data'), once(server.#child, 'exit')]);
    const address = /http:\/\/localhost:\d+/.exec(server.said)?.[0];
    if (address === undefined) throw new Error(`The server did not start: ${server.said}`);
    server.#origin = address;
    return server;
  }

  get origin(): string {
    return this.#origin;
  }

  /** Asks it to end, and waits until it did. */
  async stop(): Promise<{ readonly code: unknown; readonly signal: unknown }> {
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    const [code, signal] = await gone;
    return { code, signal };
  }
}
