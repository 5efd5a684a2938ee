import type { SyncSocket } from '../ports/socket.ts';

/** What the server's end is given to: a connection. */
export interface Receiver {
  receive(message: Uint8Array): void;
  closed(): void;
}

export interface ClientEnd {
  receive(message: Uint8Array): void;
  closed(code: number, reason: string): void;
}

type Direction = 'up' | 'down';

/** The code that a client sees when the connection breaks. */
const broken = 1006;

/** A WebSocket without a network: two ends in one process, with everything that can go wrong. */
export class SocketPair {
  readonly server: SyncSocket;
  /** Writes of the server, each with its messages. */
  readonly writes: (readonly Uint8Array[])[] = [];
  isPaused = false;
  #receiver: Receiver | undefined;
  readonly #client: ClientEnd;
  readonly #queues: Readonly<Record<Direction, Uint8Array[]>> = { up: [], down: [] };
  readonly #isStalled: Record<Direction, boolean> = { up: false, down: false };
  #closing: { readonly code: number; readonly reason: string } | undefined;
  #isOpen = true;

  constructor(client: ClientEnd) {
    this.#client = client;
    const buffered = (): number =>
      this.#queues.down.reduce((bytes, message) => bytes + message.length, 0);
    this.server = {
      send: (messages) => {
        if (!this.#isOpen || this.#closing) return;
        this.writes.push(messages);
        this.#queues.down.push(...messages);
        this.#schedule();
      },
      get bufferedBytes() {
        return buffered();
      },
      pause: () => {
        this.isPaused = true;
      },
      resume: () => {
        this.isPaused = false;
        this.#schedule();
      },
      close: (code, reason) => {
        this.#closing = { code, reason };
        this.#schedule();
      },
    };
  }

  attach(receiver: Receiver): void {
    this.#receiver = receiver;
    this.#schedule();
  }

  /** The client sends a message. */
  send(message: Uint8Array): void {
    if (!this.#isOpen) return;
    this.#queues.up.push(new Uint8Array(message));
    this.#schedule();
  }

  /** Nothing is delivered in that direction until it flows again. */
  stall(direction: Direction): void {
    this.#isStalled[direction] = true;
  }

  flow(direction: Direction): void {
    this.#isStalled[direction] = false;
    this.#schedule();
  }

  /** Delivers up to so many messages though the direction is stalled. */
  deliver(direction: Direction, count: number): void {
    for (const message of this.#queues[direction].splice(0, count)) {
      if (!this.#isOpen) return;
      if (direction === 'up') this.#receiver?.receive(message);
      else this.#client.receive(message);
    }
  }

  /** The connection breaks; what was under way is lost in both directions. */
  cut(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#receiver?.closed();
    this.#client.closed(broken, '');
  }

  get waiting(): Readonly<Record<Direction, number>> {
    return { up: this.#queues.up.length, down: this.#queues.down.length };
  }

  #schedule(): void {
    setImmediate(() => this.#pump());
  }

  #pump(): void {
    if (!this.#isOpen) return;
    if (!this.#isStalled.down) this.deliver('down', Infinity);
    if (this.#receiver && !this.#isStalled.up) {
      while (!this.isPaused && this.#isOpen && this.#queues.up.length > 0) this.deliver('up', 1);
    }
    if (!this.#closing || this.#queues.down.length > 0 || !this.#isOpen) return;
    this.#isOpen = false;
    this.#receiver?.closed();
    this.#client.closed(this.#closing.code, this.#closing.reason);
  }
}
