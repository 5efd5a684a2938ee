import type { Seq } from './ports/update-log.ts';
import type { UpdateOutline } from './scan-update.ts';

/** What became of one document frame, as far as its acknowledgement goes. */
export interface FrameEntry {
  readonly number: number;
  /** The row that has to be durable first; Infinity until that is known. */
  after: Seq;
  /** Set for an update that had to wait for its predecessors. */
  waiting: UpdateOutline | undefined;
  refused: boolean;
}

/**
 * The document frames of one connection that are not acknowledged yet, in order. An acknowledgement
 * says that everything up to a frame is durable, so it waits for the first that is not.
 */
export class Acknowledgement {
  readonly #open: FrameEntry[] = [];
  #received = 0;
  #sent = 0;

  /** Counts a frame when it arrives, so that nothing after it can be acknowledged before it. */
  receive(): FrameEntry {
    const entry = { number: ++this.#received, after: Infinity, waiting: undefined, refused: false };
    this.#open.push(entry);
    return entry;
  }

  /** Whether there is anything left to acknowledge. */
  get isDone(): boolean {
    return this.#open.length === 0;
  }

  /**
   * The number to acknowledge now that rows up to `durable` are, or undefined when it did not grow.
   * `isWaiting` tells whether an update still waits for its predecessors.
   */
  advance(durable: Seq, isWaiting: (outline: UpdateOutline) => boolean): number | undefined {
    const isOpen = ({ refused, after, waiting }: FrameEntry): boolean =>
      !refused && (after > durable || (waiting !== undefined && isWaiting(waiting)));
    const settled = this.#open.findIndex(isOpen);
    this.#open.splice(0, settled === -1 ? this.#open.length : settled);
    const through = (this.#open[0]?.number ?? this.#received + 1) - 1;
    if (through <= this.#sent) return undefined;
    this.#sent = through;
    return through;
  }
}
