import { type ChildProcess, fork } from 'node:child_process';
import { on, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Job, Told } from '../load/job.ts';

const program = fileURLToPath(new URL('../load/main.ts', import.meta.url));

/** Everybody who is connected, in a process of their own. */
export class LoadProcess {
  readonly #process: ChildProcess = fork(program, {
    stdio: 'inherit',
    // JSON has no Infinity and no NaN.
    serialization: 'advanced',
  });
  readonly #told = on(this.#process, 'message');
  /** Called when a measured stretch begins and when it ends. */
  mark: () => void = () => {};

  constructor() {
    this.#process.on('message', (told: Told) => {
      if (told.is === 'mark') this.mark();
    });
  }

  /** Gives a job, and resolves with what came of it. @throws when the run does not count */
  async work<Kind extends Told['is']>(job: Job, kind: Kind): Promise<Extract<Told, { is: Kind }>> {
    this.#process.send(job);
    return this.hear(kind);
  }

  /** Resolves with the next thing of that kind. @throws when the run does not count */
  async hear<Kind extends Told['is']>(kind: Kind): Promise<Extract<Told, { is: Kind }>> {
    for (;;) {
      const { value } = await this.#told.next();
      const [told] = value as [Told];
      if (told.is === 'void') throw new RunDoesNotCount(told.because);
      if (told.is === kind) return told as Extract<Told, { is: Kind }>;
    }
  }

  async end(): Promise<void> {
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await gone;
  }
}

/** Somebody was sent away, or heard other things than the others. */
export class RunDoesNotCount extends Error {}
