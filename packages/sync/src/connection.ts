import { Acknowledgement, type FrameEntry } from './acknowledgement.ts';
import { type CloseReasonName, closeReasons } from './close-reason.ts';
import { decodeFrame, encodeFrame, type Frame, heartbeat } from './frame.ts';
import type { Limits } from './limits.ts';
import type { Clock } from './ports/clock.ts';
import type { Observer } from './ports/observer.ts';
import type { SyncSocket } from './ports/socket.ts';
import type { Author, DocumentName, Incarnation, Seq } from './ports/update-log.ts';
import type { PresenceUser, Presenter } from './presence.ts';
import type { RefusalReason } from './refusal.ts';
import type { UpdateOutline } from './scan-update.ts';
import type { Pace } from './seats.ts';

/** What a connection may do at this moment. */
export interface Access {
  readonly read: boolean;
  readonly write: boolean;
}

export interface ConnectOptions {
  readonly document: DocumentName;
  readonly socket: SyncSocket;
  /** The seat. Client ids, rates and presence belong to it, on however many devices. */
  readonly author: Author;
  /** Asked for every message and every two seconds; what it says may change at any time. */
  readonly access: () => Access;
  /** Whether the client asked for acknowledgements and refusals (`?ack=1`). */
  readonly acknowledges: boolean;
  /** How this connection is shown to others; left out, it is not shown. */
  readonly user?: PresenceUser;
  /** The document's life that the client means; a document that was made anew is `deleted` to it. */
  readonly incarnation?: Incarnation;
  /** The newest document schema the client knows; left out, it may write to any. */
  readonly schemaVersion?: number;
}

/** A message that waits for its turn in the room. */
export interface Inbound {
  readonly kind: 'frame';
  readonly connection: Connection;
  readonly frame: Frame;
  /** The whole message as it came. */
  readonly message: Uint8Array;
  /** For document frames of clients that want to know. */
  readonly entry: FrameEntry | undefined;
}

/** The room as a connection sees it. */
export interface ConnectionHost {
  take(inbound: Inbound): void;
  /** The connection has something to send at the end of the turn. */
  outgoing(connection: Connection): void;
  left(connection: Connection): void;
}

/** What connections share. */
export interface ConnectionContext {
  readonly limits: Limits;
  readonly clock: Clock;
  readonly observer: Observer;
}

/** How a connection's document frames stand. */
export type Step =
  | { readonly is: 'in-step' }
  /** One was refused: nothing more is taken until a sync step 2, which stands on its own. */
  | {
      readonly is: 'out-of-step';
      readonly because: RefusalReason;
      /** When the server next asks for a step 2 by itself, and how long it waits the time after. */
      readonly asksAt: number;
      readonly patience: number;
    };

/** How far behind a reader is that is too slow to be sent everything. */
export interface Lag {
  readonly since: number;
  /** What it has, or will have when it has read what was sent. */
  readonly stateVector: Uint8Array;
  /** Whether it asked for the document meanwhile, and waits for an answer. */
  readonly hasAsked: boolean;
}

/** A question whose answer costs the more, the larger the document is, counts as so many messages. */
const dearMessage = 10;

/** One client's connection to one document. */
export class Connection implements Presenter {
  readonly document: DocumentName;
  readonly author: Author;
  readonly user: PresenceUser | undefined;
  readonly incarnation: Incarnation | undefined;
  readonly schemaVersion: number;
  readonly acknowledgement: Acknowledgement | undefined;
  step: Step = { is: 'in-step' };
  /** Whether it has been asked what the server lacks. Readers never are: they would answer with
   * content that has to be refused. */
  wasAsked = false;
  /** Whether it has told the server all that it had and the server lacked. */
  hasAnswered = false;
  /** Whether it asked for the document, and so hears of changes. */
  isFollowing = false;
  /** Set while it is too slow to be sent everything. */
  lagging: Lag | undefined;
  isEnded = false;
  readonly #socket: SyncSocket;
  readonly #access: () => Access;
  readonly #host: ConnectionHost;
  readonly #context: ConnectionContext;
  readonly #paces: readonly Pace[];
  #outbox: Uint8Array[] = [];
  #lastSent: number;
  #hasAsked = false;
  #holds = 0;

  constructor(
    options: ConnectOptions,
    host: ConnectionHost,
    context: ConnectionContext,
    paces: readonly Pace[],
  ) {
    this.document = options.document;
    this.author = options.author;
    this.user = options.user;
    this.incarnation = options.incarnation;
    this.schemaVersion = options.schemaVersion ?? Infinity;
    this.acknowledgement = options.acknowledges ? new Acknowledgement() : undefined;
    this.#socket = options.socket;
    this.#access = options.access;
    this.#host = host;
    this.#context = context;
    this.#paces = paces;
    this.#lastSent = context.clock.monotonic();
  }

  /** The socket received a message. Never throws. */
  receive(message: Uint8Array): void {
    if (this.isEnded) return;
    const { observer } = this.#context;
    observer.counted('frames-received', 1);
    const frame = decodeFrame(message);
    const isDear = frame.is === 'sync-step-1' || frame.is === 'hash-question';
    // Each connection begins with one.
    this.#spend(isDear && this.#hasAsked ? dearMessage : 1, message.length);
    this.#hasAsked ||= isDear;
    if (!this.mayRead) return this.end('revoked');
    switch (frame.is) {
      case 'sync-step-2':
      case 'update': {
        const entry = this.acknowledgement?.receive();
        return this.#host.take({ kind: 'frame', connection: this, frame, message, entry });
      }
      case 'sync-step-1':
      case 'awareness':
      case 'query-awareness':
      case 'hash-question':
        if (message.length > this.#context.limits.frameBytes) return this.end('too-large');
        return this.#host.take({
          kind: 'frame',
          connection: this,
          frame,
          message,
          entry: undefined,
        });
      default:
        // No bytes of it are kept: they may be somebody's text.
        return this.end('malformed');
    }
  }

  /** The socket is closed, by whomever. */
  closed(): void {
    this.isEnded = true;
    this.#host.left(this);
  }

  get mayRead(): boolean {
    return this.#access().read;
  }

  get mayWrite(): boolean {
    const { read, write } = this.#access();
    return read && write;
  }

  /** Sends at the end of the turn, in one write with all else. */
  queue(message: Uint8Array): void {
    if (this.isEnded) return;
    if (this.#outbox.length === 0) this.#host.outgoing(this);
    this.#outbox.push(message);
  }

  /** Sends what was queued. True when the reader has fallen behind. */
  flush(): boolean {
    if (this.isEnded || this.#outbox.length === 0) return false;
    const messages = this.#outbox;
    this.#outbox = [];
    this.#socket.send(messages);
    this.#lastSent = this.#context.clock.monotonic();
    return this.#socket.bufferedBytes > this.#context.limits.laggingBytes;
  }

  /** Whether a reader that fell behind has taken most of what it was sent. */
  get hasCaughtUp(): boolean {
    return this.#socket.bufferedBytes <= this.#context.limits.laggingBytes / 4;
  }

  /** Sends an acknowledgement if more of this connection's frames are durable by now. */
  acknowledge(durable: Seq, isWaiting: (outline: UpdateOutline) => boolean): void {
    const through = this.acknowledgement?.advance(durable, isWaiting);
    if (through === undefined) return;
    this.#context.observer.counted('frames-acknowledged', 1);
    this.queue(encodeFrame({ is: 'acknowledged', through }));
  }

  /** Stock clients give up on a socket that is silent for 30 s. */
  breakSilence(after: number): void {
    if (this.#context.clock.monotonic() - this.#lastSent >= after) this.queue(heartbeat);
  }

  /** Takes no more messages until each hold is released. Nothing is lost by it. */
  hold(): void {
    if (this.#holds++ === 0) this.#socket.pause();
  }

  release(): void {
    if (--this.#holds === 0 && !this.isEnded) this.#socket.resume();
  }

  /** Sends what is queued, then closes for a reason from the table. */
  end(reason: CloseReasonName): void {
    if (this.isEnded) return;
    this.flush();
    this.isEnded = true;
    this.#context.observer.closed(this.document, reason);
    const { code, sentence } = closeReasons[reason];
    this.#socket.close(code, sentence);
    // Or what the other side answers would not be read, and the socket be kept until somebody loses patience.
    if (this.#holds > 0) this.#socket.resume();
    this.#host.left(this);
  }

  #spend(count: number, bytes: number): void {
    const { clock, observer } = this.#context;
    const now = clock.monotonic();
    let wait = 0;
    for (const { messages, bytes: size } of this.#paces)
      wait = Math.max(wait, messages.spend(count, now), size.spend(bytes, now));
    if (wait === 0) return;
    observer.counted('socket-pauses', 1);
    this.hold();
    clock.after(wait, () => this.release());
  }
}
