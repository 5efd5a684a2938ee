/**
 * Makes what was committed durable, beside the event loop: one sync runs at a time, and everybody
 * who asks meanwhile shares the next one, which begins after they asked. A commit that returned
 * before the question is therefore covered by the answer.
 */
export class LogSync {
  readonly #sync: () => Promise<void>;
  #running: Promise<void> | undefined;
  #queued: Promise<void> | undefined;
  #failure: { readonly found: unknown } | undefined;

  /** @param sync resolves once all that was written before its call is on the disk */
  constructor(sync: () => Promise<void>) {
    this.#sync = sync;
  }

  /**
   * Resolves once everything committed before the call is on the disk. After one failure it rejects
   * for ever, also where the next sync would succeed: the operating system reports lost data once.
   */
  durable(): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure.found);
    if (!this.#running) return this.#start();
    this.#queued ??= this.#running.then(() => this.#start());
    return this.#queued;
  }

  /** Nothing becomes durable any more: a checkpoint failed. */
  fail(found: unknown): void {
    this.#failure ??= { found };
  }

  /** Waits for the syncs under way, however they end. */
  async settled(): Promise<void> {
    await Promise.allSettled([this.#running, this.#queued]);
  }

  #start(): Promise<void> {
    this.#queued = undefined;
    this.#running = this.#run();
    return this.#running;
  }

  async #run(): Promise<void> {
    try {
      await this.#sync();
    } catch (error) {
      this.fail(error);
    }
    // With somebody queued it stays set, so that nobody can start a sync beside theirs.
    if (!this.#queued) this.#running = undefined;
    if (this.#failure) throw this.#failure.found;
  }
}
