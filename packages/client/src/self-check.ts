import type * as Y from 'yjs';
import type { Clock } from './clock.ts';
import { Settable } from './readable.ts';

/** Between two checks, in milliseconds: half of it to all of it, so that devices do not ask together. */
const every = 90_000;
/** A difference may be a change that is still under way; so it is looked at again before it counts. */
const lookAgain = 3_000;
const differencesThatCount = 3;

export interface SelfCheckParts {
  readonly doc: Y.Doc;
  readonly clock: Clock;
  readonly chance: () => number;
  /** Asks the server for the hash of its content; false where that cannot be asked now. */
  readonly ask: (question: number) => boolean;
  /** Connects anew, which exchanges all that either side lacks. */
  readonly heal: () => void;
}

/**
 * Quietly makes sure that this device shows what the server holds: compares a hash of the content now and
 * then, after something changed. A difference that lasts is healed by connecting anew; one that comes back
 * after that is told.
 */
export class SelfCheck {
  /** Whether this device shows something else than the server holds, and connecting anew did not help. */
  readonly differs = new Settable(false);
  private readonly parts: SelfCheckParts;
  private readonly changed = () => {
    this.version++;
  };
  /** Counts the document's changes. */
  private version = 0;
  private agreedAt = -1;
  private question = 0;
  private askedAt = -1;
  private differences = 0;
  private hasHealed = false;
  private next: { cancel(): void };

  constructor(parts: SelfCheckParts) {
    this.parts = parts;
    parts.doc.on('update', this.changed);
    this.next = this.later(every * (0.5 + 0.5 * parts.chance()));
  }

  /** The server's answer; answers to earlier questions are not listened to. */
  async answer(question: number, hash: string): Promise<void> {
    if (question !== this.question) return;
    // Fetched when it is first needed, and that is long after the page could be used.
    const { contentHash } = await import('@reportback/sync/content-hash');
    if (this.askedAt !== this.version) {
      this.repeat();
      return;
    }
    if (contentHash(this.parts.doc) === hash) {
      this.agreedAt = this.version;
      this.differences = 0;
      this.hasHealed = false;
      this.differs.set(false);
      return;
    }
    this.differences++;
    if (this.differences < differencesThatCount) {
      this.repeat();
      return;
    }
    this.differences = 0;
    if (this.hasHealed) this.differs.set(true);
    else {
      this.hasHealed = true;
      this.parts.heal();
      this.repeat();
    }
  }

  end(): void {
    this.parts.doc.off('update', this.changed);
    this.next.cancel();
  }

  private repeat(): void {
    this.next.cancel();
    this.next = this.later(lookAgain);
  }

  private later(milliseconds: number): { cancel(): void } {
    return this.parts.clock.after(milliseconds, () => {
      this.next = this.later(every * (0.5 + 0.5 * this.parts.chance()));
      if (this.agreedAt === this.version) return;
      this.askedAt = this.version;
      this.parts.ask(++this.question);
    });
  }
}
