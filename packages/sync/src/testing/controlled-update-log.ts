import type { AppendOutcome, DocumentAppend, UpdateLog, WallTime } from '../ports/update-log.ts';

type Held = 'append' | 'durable' | 'load';

/** Another log, whose calls a test can hold up and make fail. */
export class ControlledUpdateLog implements UpdateLog {
  readonly create: UpdateLog['create'];
  readonly writeSnapshot: UpdateLog['writeSnapshot'];
  readonly quarantine: UpdateLog['quarantine'];
  readonly setLocked: UpdateLog['setLocked'];
  readonly remove: UpdateLog['remove'];
  readonly writeVersion: UpdateLog['writeVersion'];
  readonly mergeVersions: UpdateLog['mergeVersions'];
  readonly listVersions: UpdateLog['listVersions'];
  readonly readVersion: UpdateLog['readVersion'];
  readonly close: UpdateLog['close'];
  /** Calls of each kind that reached this log. */
  readonly calls: Record<Held, number> = { append: 0, durable: 0, load: 0 };
  readonly #log: UpdateLog;
  readonly #gates = new Map<Held, { readonly opened: Promise<void>; readonly open: () => void }>();
  readonly #errors = new Map<Held, Error>();
  #isConnected = true;

  constructor(log: UpdateLog) {
    this.#log = log;
    this.create = log.create.bind(log);
    this.writeSnapshot = log.writeSnapshot.bind(log);
    this.quarantine = log.quarantine.bind(log);
    this.setLocked = log.setLocked.bind(log);
    this.remove = log.remove.bind(log);
    this.writeVersion = log.writeVersion.bind(log);
    this.mergeVersions = log.mergeVersions.bind(log);
    this.listVersions = log.listVersions.bind(log);
    this.readVersion = log.readVersion.bind(log);
    this.close = log.close.bind(log);
  }

  /** Calls of that kind take until they are released. */
  hold(what: Held): void {
    if (this.#gates.has(what)) return;
    let open = (): void => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    this.#gates.set(what, { opened, open });
  }

  release(what: Held): void {
    this.#gates.get(what)?.open();
    this.#gates.delete(what);
  }

  /** The next call of that kind fails. */
  fail(what: Held, error: Error): void {
    this.#errors.set(what, error);
  }

  /** From now on no call does anything or returns: the process is dead. */
  disconnect(): void {
    this.#isConnected = false;
  }

  async load(document: string): ReturnType<UpdateLog['load']> {
    await this.#pass('load');
    return this.#log.load(document);
  }

  async append(batch: readonly DocumentAppend[], at: WallTime): Promise<readonly AppendOutcome[]> {
    await this.#pass('append');
    return this.#log.append(batch, at);
  }

  async durable(): Promise<void> {
    await this.#pass('durable');
    return this.#log.durable();
  }

  async #pass(what: Held): Promise<void> {
    this.calls[what]++;
    await this.#gates.get(what)?.opened;
    if (!this.#isConnected) return new Promise(() => {});
    const error = this.#errors.get(what);
    this.#errors.delete(what);
    if (error) throw error;
  }
}
