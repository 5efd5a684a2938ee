import type { Clock } from './ports/clock.ts';
import type { Observer } from './ports/observer.ts';
import type { AppendOutcome, DocumentAppend, UpdateLog } from './ports/update-log.ts';
import type { Room } from './room.ts';

export interface TurnLoopOptions {
  readonly log: UpdateLog;
  readonly clock: Clock;
  readonly observer: Observer;
  /** The outcome of a write is unknown. */
  readonly fatal: (error: unknown) => void;
}

/**
 * Handles together what all rooms received in one turn of the event loop: everything is applied, logged
 * in one transaction, and only then told to others. While the log is at work nothing new is applied,
 * so that at the end of each round the documents in memory are exactly what is in the log.
 */
export class TurnLoop {
  readonly #options: TurnLoopOptions;
  readonly #awake = new Set<Room>();
  #isScheduled = false;
  #isRunning = false;
  #idle: (() => void)[] = [];

  constructor(options: TurnLoopOptions) {
    this.#options = options;
  }

  /** The room has something to do in this turn. */
  wake(room: Room): void {
    this.#awake.add(room);
    this.#schedule();
  }

  /** Resolves when nothing is left to do. */
  async idle(): Promise<void> {
    if (!this.#isScheduled && !this.#isRunning) return;
    await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  #schedule(): void {
    if (this.#isScheduled || this.#isRunning) return;
    this.#isScheduled = true;
    this.#options.clock.endOfTurn(() => {
      this.#isScheduled = false;
      this.#isRunning = true;
      void this.#run().finally(() => {
        this.#isRunning = false;
        if (this.#awake.size > 0) return this.#schedule();
        for (const resolve of this.#idle.splice(0)) resolve();
      });
    });
  }

  async #run(): Promise<void> {
    const { clock, observer } = this.#options;
    const started = clock.monotonic();
    const rooms = [...this.#awake];
    this.#awake.clear();
    const writers: Room[] = [];
    const batch: DocumentAppend[] = [];
    for (const room of rooms) {
      const rows = room.work();
      if (rows.length === 0 || room.state.is !== 'live') continue;
      const { incarnation } = room.state.replica;
      writers.push(room);
      batch.push({ document: room.document, incarnation, rows });
    }
    const outcomes = await this.#append(writers, batch);
    for (const room of rooms) {
      try {
        room.settle(outcomes.get(room));
      } catch (error) {
        room.fail(error);
      }
    }
    observer.timed('turn', clock.monotonic() - started);
  }

  async #append(
    writers: readonly Room[],
    batch: readonly DocumentAppend[],
  ): Promise<ReadonlyMap<Room, AppendOutcome>> {
    const { log, clock, observer, fatal } = this.#options;
    const outcomes = new Map<Room, AppendOutcome>();
    if (batch.length === 0) return outcomes;
    const started = clock.monotonic();
    try {
      const results = await log.append(batch, clock.wallTime());
      observer.timed('append', clock.monotonic() - started);
      for (const [index, room] of writers.entries()) {
        const outcome = results[index];
        if (!outcome)
          throw new Error(`the log gave ${results.length} outcomes for ${batch.length}`);
        outcomes.set(room, outcome);
        if (outcome.is === 'logged')
          observer.counted('frames-logged', outcome.lastSeq - outcome.firstSeq + 1);
      }
    } catch (error) {
      // Whether it is in the log nobody knows. The clients still have it, and send it again.
      for (const room of writers) room.fail(error);
      fatal(error);
    }
    return outcomes;
  }
}
