import * as Y from 'yjs';
import type { Connection, Inbound } from './connection.ts';
import { encodeFrame } from './frame.ts';
import type { StateBefore } from './history.ts';
import type { EditOutcome, Unavailable } from './outcomes.ts';
import type { Author, NewRow } from './ports/update-log.ts';
import type { Replica } from './replica.ts';

/** A change that the server itself makes. */
export interface ServerEdit {
  readonly kind: 'edit';
  readonly author: Author;
  /** Changes a copy of the document; what it did becomes one update. */
  readonly change: (doc: Y.Doc) => void;
  /** Whether it replaces what is there, so that the state before it is kept as a version. */
  readonly replaces: boolean;
  readonly done: (outcome: EditOutcome) => void;
}

/** A look at the document when all of it is logged and nothing is under way. */
export interface Reading {
  readonly kind: 'reading';
  readonly read: (replica: Replica) => void;
  readonly failed: (reason: Unavailable) => void;
}

export type Work = Inbound | ServerEdit | Reading;

/** An update on its way to the other connections. */
interface Outbound {
  readonly update: Uint8Array;
  /** The message that brought it, if it can be passed on as it is. */
  readonly message: Uint8Array | undefined;
  readonly from: Connection | undefined;
}

/** Merging more than this costs more than sending them one by one. */
const mergedUpdates = 32;
const mergedBytes = 64 * 1024;

/** What one turn of the event loop brought to one room, between applying it and logging it. */
export class Turn {
  readonly rows: NewRow[] = [];
  readonly outbound: Outbound[] = [];
  /** Document frames that passed, in order; those that changed nothing included. */
  readonly passed: Inbound[] = [];
  readonly edits: { readonly edit: ServerEdit; readonly changed: boolean }[] = [];
  readonly asks: { readonly inbound: Inbound; readonly stateVector: Uint8Array }[] = [];
  readonly questions: { readonly inbound: Inbound; readonly question: number }[] = [];
  readonly readings: Reading[] = [];
  readonly presenceAsks = new Set<Connection>();
  /** The state before something that removes much, to be kept as a version. */
  before: StateBefore | undefined;

  /** Whatever has to be done again when the document has to be built anew. */
  get works(): Work[] {
    const asks = [...this.asks, ...this.questions].map(({ inbound }) => inbound);
    return [...this.passed, ...this.edits.map(({ edit }) => edit), ...asks, ...this.readings];
  }

  /** The one connection that all changes came from; it knows them already. */
  get onlyAuthor(): Connection | undefined {
    const [first, ...rest] = this.outbound;
    return rest.every(({ from }) => from === first?.from) ? first?.from : undefined;
  }

  /** The messages that carry the changes to the others, encoded once for all of them. */
  messages(): readonly Uint8Array[] {
    const [first, ...rest] = this.outbound;
    if (first && rest.length === 0)
      return [first.message ?? encodeFrame({ is: 'update', update: first.update })];
    const updates = this.outbound.map(({ update }) => update);
    const bytes = updates.reduce((sum, update) => sum + update.length, 0);
    const merges = updates.length <= mergedUpdates && bytes <= mergedBytes;
    return (merges ? [Y.mergeUpdates(updates)] : updates).map((update) =>
      encodeFrame({ is: 'update', update }),
    );
  }
}
