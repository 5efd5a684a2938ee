import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { decodeFrame, encodeFrame, type Frame } from '../frame.ts';
import type { SyncSocket } from '../ports/socket.ts';
import { type Receiver, SocketPair } from './socket-pair.ts';

export type ConnectSocket = (socket: SyncSocket) => Receiver;

/**
 * A client that speaks the wire as y-websocket 3.1 does, over a socket pair, and writes down what it
 * hears. It does not come back by itself.
 */
export class TestClient {
  readonly doc: Y.Doc;
  readonly heard: Frame[] = [];
  /** Document frames sent over the present connection. */
  sent = 0;
  acknowledged = 0;
  readonly refused = new Map<number, string>();
  /** Own characters and values up to this clock were said to be saved, over all connections. */
  savedClock = 0;
  closedWith: { readonly code: number; readonly reason: string } | undefined;
  isSynced = false;
  #pair: SocketPair | undefined;
  #shown = 0;
  /** The own clock when each document frame of the present connection was sent. */
  #clocks: number[] = [];

  constructor(doc: Y.Doc = new Y.Doc()) {
    this.doc = doc;
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.send({ is: 'update', update });
    });
  }

  connect(connectSocket: ConnectSocket): SocketPair {
    this.closedWith = undefined;
    this.isSynced = false;
    this.sent = 0;
    this.acknowledged = 0;
    this.refused.clear();
    this.#clocks = [];
    const pair: SocketPair = new SocketPair({
      receive: (message) => {
        if (pair === this.#pair) this.#receive(message);
      },
      closed: (code, reason) => {
        if (pair !== this.#pair) return;
        this.closedWith = { code, reason };
        this.isSynced = false;
        this.#pair = undefined;
      },
    });
    this.#pair = pair;
    pair.attach(connectSocket(pair.server));
    this.syncAnew();
    this.show({});
    return pair;
  }

  get pair(): SocketPair {
    if (!this.#pair) throw new Error('not connected');
    return this.#pair;
  }

  get isConnected(): boolean {
    return this.#pair !== undefined;
  }

  /** Shows a state to the others under the document's client id, as y-websocket does on connecting. */
  show(state: Readonly<Record<string, unknown>> | null): void {
    const update = encoding.encode((encoder) => {
      for (const number of [1, this.doc.clientID, this.#shown++])
        encoding.writeVarUint(encoder, number);
      encoding.writeVarString(encoder, JSON.stringify(state));
    });
    this.send({ is: 'awareness', update });
  }

  /** Asks for what it lacks; the server asks back. */
  syncAnew(): void {
    this.send({ is: 'sync-step-1', stateVector: Y.encodeStateVector(this.doc) });
  }

  send(frame: Frame): void {
    if (!this.#pair) return;
    if (frame.is === 'update' || frame.is === 'sync-step-2') {
      this.sent++;
      // Before the server has been told what it lacks, a change covers nothing but itself.
      const covers = frame.is === 'sync-step-2' || this.#clocks.some((clock) => clock > 0);
      this.#clocks.push(covers ? Y.getState(this.doc.store, this.doc.clientID) : 0);
    }
    this.#pair.send(encodeFrame(frame));
  }

  sendBytes(message: Uint8Array): void {
    this.pair.send(message);
  }

  type(text: string, root = 'note'): void {
    const target = this.doc.getText(root);
    target.insert(target.length, text);
  }

  get text(): string {
    return this.doc.getText('note').toString();
  }

  /** Whether all that was sent is durable, and nothing of it refused. */
  get isSaved(): boolean {
    return this.isSynced && this.acknowledged === this.sent && this.refused.size === 0;
  }

  #receive(message: Uint8Array): void {
    const frame = decodeFrame(message);
    if (frame.is === 'malformed') throw new Error(`the server sent ${frame.found}`);
    this.heard.push(frame);
    switch (frame.is) {
      case 'sync-step-1':
        return this.send({
          is: 'sync-step-2',
          update: Y.encodeStateAsUpdate(this.doc, frame.stateVector),
        });
      case 'sync-step-2':
        Y.applyUpdate(this.doc, frame.update, this);
        this.isSynced = true;
        return;
      case 'update':
        return Y.applyUpdate(this.doc, frame.update, this);
      case 'acknowledged':
        this.acknowledged = frame.through;
        return this.#noteSaved(frame.through);
      case 'refused':
        this.refused.set(frame.frame, frame.reason);
        return;
      default:
        return;
    }
  }

  /** An accepted frame builds on all before it; refused ones are not in what was saved. */
  #noteSaved(through: number): void {
    let number = through;
    while (number > 0 && this.refused.has(number)) number--;
    this.savedClock = Math.max(this.savedClock, this.#clocks[number - 1] ?? 0);
  }
}
