/** How a server wants its messages: Hocuspocus puts the document's name before each. */
export type Dialect = 'y-websocket' | 'hocuspocus' | 'relay';

/** Where one person gets in. */
export interface Door {
  readonly url: string;
  readonly protocols: readonly string[];
  /** The document: all people with the same one see each other's changes. */
  readonly room: string;
}

/** What the measuring process asks of the load process. */
export type Job =
  /** People type single characters, each into a paragraph of their own. */
  | {
      readonly is: 'type';
      readonly dialect: Dialect;
      readonly doors: readonly Door[];
      readonly writersPerRoom: number;
      /** Characters a second and writer, one after the other. More than one makes steps of it. */
      readonly rates: readonly number[];
      /** Seconds measured at each rate, after as long a start as `warmUp`. */
      readonly seconds: number;
      readonly warmUp: number;
      /** Whether each keystroke also moves the writer's caret. */
      readonly hasCarets: boolean;
      /** No faster rate is tried once the 99th percentile is above this, in milliseconds. */
      readonly limit: number;
    }
  /** People come, follow a document, and stay. */
  | { readonly is: 'stay'; readonly dialect: Dialect; readonly doors: readonly Door[] }
  /** One writer sends a file of updates, and waits until a reader gets all of them. */
  | {
      readonly is: 'feed';
      readonly dialect: Dialect;
      readonly doors: readonly [Door, Door];
      readonly history: string;
    }
  /** People open a document at the same moment. */
  | {
      readonly is: 'open';
      readonly dialect: Dialect;
      readonly doors: readonly Door[];
      /** How long the text has to be, or the opening does not count. */
      readonly length: number;
    }
  /** All who stay lose their connection and come back; `reconnected` is told once all are synced. */
  | { readonly is: 'reconnect' };

/** What happened at one rate of typing. Milliseconds. */
export interface TypingStep {
  readonly rate: number;
  /** Updates sent while it was measured, by everybody together, and a second. */
  readonly updates: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** From a keystroke to its acknowledgement; null where the server gives none. */
  readonly saved: { readonly p50: number; readonly p99: number } | null;
  /** The load process used this part of its time. Near 1 it is the load that was measured. */
  readonly loadUse: number;
}

/** What the load process tells. */
export type Told =
  /** A measured stretch begins or ends now: the server's use of the processor is read. */
  | { readonly is: 'mark' }
  | { readonly is: 'typed'; readonly steps: readonly TypingStep[]; readonly chars: number }
  | { readonly is: 'here' }
  | { readonly is: 'fed' }
  | { readonly is: 'opened'; readonly milliseconds: readonly number[] }
  /** When each was synced again: milliseconds since 1970. */
  | { readonly is: 'reconnected'; readonly at: readonly number[] }
  /** The run does not count. */
  | { readonly is: 'void'; readonly because: string };
