import type { Clock, DocumentName } from '@reportback/sync';
import { sessionOf } from './group-documents.ts';

export interface WorkshopQuotaParts {
  /** How many bytes all documents of a workshop may take together. */
  readonly limit: number;
  /** What they take now, by one of the workshop's sessions; null when that is gone. */
  readonly measure: (
    session: string,
  ) => Promise<{ readonly workshop: string; readonly bytes: number } | null>;
  readonly clock: Clock;
  readonly failed: (error: unknown) => void;
}

/** Compaction gives room back, so what is known is measured again: now and then, and sooner when it is used up. */
const measuresEvery = 10 * 60_000;
const measuresWhenFullEvery = 10_000;

/**
 * Keeps the documents of one workshop from taking the room of all others on the server. It is counted from what
 * was measured on; what comes before the first measurement is over is let through.
 */
export class WorkshopQuota {
  readonly #parts: WorkshopQuotaParts;
  readonly #workshops = new Map<string, string>();
  readonly #used = new Map<string, Used>();
  readonly #measuring = new Set<string>();

  constructor(parts: WorkshopQuotaParts) {
    this.#parts = parts;
  }

  /** Whether a document may take so many more bytes; if so, they are counted. */
  readonly mayGrow = (document: DocumentName, bytes: number): boolean => {
    const session = sessionOf(document);
    if (session === null) return true;
    const used = this.#used.get(this.#workshops.get(session) ?? '');
    if (used === undefined) {
      this.#measure(session);
      return true;
    }
    const isFull = used.bytes + bytes > this.#parts.limit;
    const age = this.#parts.clock.monotonic() - used.measuredAt;
    if (age >= (isFull ? measuresWhenFullEvery : measuresEvery)) this.#measure(session);
    if (isFull) return false;
    used.bytes += bytes;
    used.sinceAsked += bytes;
    return true;
  };

  /** Forgets a session that was deleted, and with it what its workshop uses: that is measured anew. */
  forget(session: string): void {
    this.#used.delete(this.#workshops.get(session) ?? '');
    this.#workshops.delete(session);
  }

  #measure(session: string): void {
    const known = this.#workshops.get(session) ?? session;
    if (this.#measuring.has(known)) return;
    this.#measuring.add(known);
    const before = this.#used.get(known);
    if (before !== undefined) before.sinceAsked = 0;
    this.#parts
      .measure(session)
      .then((found) => {
        if (found === null) {
          this.#workshops.delete(session);
          return;
        }
        this.#workshops.set(session, found.workshop);
        this.#used.set(found.workshop, {
          bytes: found.bytes + (before?.sinceAsked ?? 0),
          measuredAt: this.#parts.clock.monotonic(),
          sinceAsked: 0,
        });
      })
      .catch(this.#parts.failed)
      .finally(() => this.#measuring.delete(known));
  }
}

interface Used {
  bytes: number;
  readonly measuredAt: number;
  /** What was let through since the present measurement began. */
  sinceAsked: number;
}
