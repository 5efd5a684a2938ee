import type { Counted, Observer, Timed } from '@reportback/sync';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What is read at the moment of asking. */
export interface MetricsSource {
  /** `unsavedFor` in milliseconds. */
  statistics(): {
    readonly connections: number;
    readonly documents: number;
    readonly unsavedFor: number;
  };
  followers(): number;
}

/** Seconds; a sync to a good disk takes 1 to 10 ms, and at 1 s people begin to notice. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * The numbers of this server in the text format of Prometheus. No label holds an id, a name or a text: a
 * metrics store is kept long and read by many.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #events: Counter<'what'>;
  readonly #steps: Histogram<'step'>;
  readonly #refused: Counter<'reason'>;
  readonly #closed: Counter<'reason'>;
  readonly #errors: Counter<'where'>;
  readonly #boardLag: Histogram;

  constructor() {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#events = new Counter({
      name: 'reportback_sync_events_total',
      help: 'What document connections and rooms did',
      labelNames: ['what'],
      registers,
    });
    this.#steps = new Histogram({
      name: 'reportback_sync_seconds',
      help: 'Time taken by a step of the sync: load a document, take a turn, append to the log, durable on the disk, compaction',
      labelNames: ['step'],
      buckets,
      registers,
    });
    this.#refused = new Counter({
      name: 'reportback_refused_changes_total',
      help: 'Changes to documents that were refused',
      labelNames: ['reason'],
      registers,
    });
    this.#closed = new Counter({
      name: 'reportback_closed_connections_total',
      help: 'Document connections that the server closed',
      labelNames: ['reason'],
      registers,
    });
    this.#errors = new Counter({
      name: 'reportback_errors_total',
      help: 'What should not happen: failed documents, boards and calls',
      labelNames: ['where'],
      registers,
    });
    this.#boardLag = new Histogram({
      name: 'reportback_board_lag_seconds',
      help: 'From a change of a document to its card being sent to the board',
      buckets,
      registers,
    });
    for (const where of ['document', 'other', 'call'] as const) this.#errors.inc({ where }, 0);
  }

  /** Where the present numbers come from; said once, when the server is put together. */
  read(source: MetricsSource): void {
    const gauge = (name: string, help: string, value: () => number) =>
      new Gauge({
        name,
        help,
        registers: [this.#registry],
        collect() {
          this.set(value());
        },
      });
    gauge(
      'reportback_connections',
      'Open connections to documents',
      () => source.statistics().connections,
    );
    gauge('reportback_documents_open', 'Documents in memory', () => source.statistics().documents);
    gauge(
      'reportback_unsaved_age_seconds',
      'For how long the oldest change has been waiting for the disk; 0 when none is',
      () => source.statistics().unsavedFor / 1000,
    );
    gauge('reportback_board_followers', 'Open connections to boards', source.followers);
  }

  /** @param also is told the same, to write it down */
  observer(also: Observer): Observer {
    return {
      counted: (what: Counted, amount) => {
        this.#events.inc({ what }, amount);
        also.counted(what, amount);
      },
      timed: (step: Timed, milliseconds) => {
        this.#steps.observe({ step }, milliseconds / 1000);
        also.timed(step, milliseconds);
      },
      refused: (document, reason, found) => {
        this.#refused.inc({ reason });
        also.refused(document, reason, found);
      },
      closed: (document, reason) => {
        this.#closed.inc({ reason });
        also.closed(document, reason);
      },
      failed: (document, error) => {
        this.failed('document');
        also.failed(document, error);
      },
    };
  }

  failed(where: 'document' | 'other' | 'call'): void {
    this.#errors.inc({ where });
  }

  /** @param milliseconds from a document's change to its card being sent */
  boardTold(milliseconds: number): void {
    this.#boardLag.observe(milliseconds / 1000);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
