import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { type Span, type Stopwatch, spansOf } from './arrivals.ts';
import type { Dialect, Door } from './job.ts';

const message = { sync: 0, awareness: 1, auth: 2, syncReply: 4, acknowledged: 121, refused: 122 };
const sync = { step1: 0, step2: 1, update: 2 };

/**
 * Somebody with a document open, reduced to what the server can tell from a browser: it says the same
 * messages at the same moments, keeps what it hears, and applies it only when the run is over.
 */
export class Person {
  readonly door: Door;
  /** What this person wrote. */
  readonly own: Y.Doc = new Y.Doc();
  isSynced = false;
  /** Why it was sent away or refused; null while all is well. */
  trouble: string | null = null;
  /** Called once the document's content is here. */
  synced: () => void = () => {};
  closed: () => void = () => {};
  readonly #dialect: Dialect;
  readonly #prefix: Uint8Array;
  readonly #watch: Stopwatch;
  readonly #savedDelays: number[];
  /** Updates that were heard, copied out of what the socket received them in. */
  readonly #heard: Uint8Array[] = [];
  /** Up to which clock each client's structs have come. */
  readonly #seen = new Map<number, number>();
  /** When each document frame was sent; NaN where that is not measured. */
  #frames: number[] = [];
  #acknowledged = 0;
  #socket: WebSocket | undefined;
  #text: Y.XmlText | undefined;
  #carets = 0;

  constructor(door: Door, dialect: Dialect, watch: Stopwatch, savedDelays: number[]) {
    this.door = door;
    this.#dialect = dialect;
    this.#watch = watch;
    this.#savedDelays = savedDelays;
    const isNamed = dialect === 'hocuspocus';
    this.#prefix = isNamed
      ? encoding.encode((encoder) => encoding.writeVarString(encoder, door.room))
      : new Uint8Array();
    this.own.on('update', (update: Uint8Array) => this.#sendDocument(sync.update, update));
  }

  connect(): void {
    const socket = new WebSocket(this.door.url, [...this.door.protocols], {
      perMessageDeflate: false,
    });
    this.#socket = socket;
    this.#frames = [];
    this.#acknowledged = 0;
    this.isSynced = false;
    socket.on('open', () => this.#greet());
    socket.on('message', (bytes: Buffer) => this.#receive(bytes));
    // A close event follows.
    socket.on('error', () => {});
    socket.on('close', (code) => {
      this.isSynced = false;
      this.trouble ??= `closed with ${code}`;
      this.closed();
    });
  }

  leave(): void {
    this.#socket?.terminate();
  }

  /** Starts a paragraph to type in. */
  beginParagraph(): void {
    this.own.transact(() => {
      const paragraph = new Y.XmlElement('paragraph');
      this.#text = new Y.XmlText();
      paragraph.insert(0, [this.#text]);
      this.own.getXmlFragment('note').push([paragraph]);
    });
  }

  /** Types one character, and moves the caret if asked to. */
  type(hasCaret: boolean): void {
    const { clientID } = this.own;
    this.#watch.sent(clientID, Y.getState(this.own.store, clientID));
    this.#text?.insert(this.#text.length, 'x');
    if (hasCaret) this.#moveCaret();
  }

  /** Sends an update that was not made here. */
  sendUpdate(update: Uint8Array): void {
    this.#sendDocument(sync.update, update);
  }

  get unsentBytes(): number {
    return this.#socket?.bufferedAmount ?? 0;
  }

  /** The clock after the last struct that this person wrote. */
  get clock(): number {
    return Y.getState(this.own.store, this.own.clientID);
  }

  /** Whether all that somebody else wrote so far has come. */
  hasHeard(other: Person): boolean {
    return other === this || this.hasStructs(other.own.clientID, other.clock);
  }

  /** Whether a Yjs client's structs have come up to that clock. */
  hasStructs(client: number, clock: number): boolean {
    return (this.#seen.get(client) ?? 0) >= clock;
  }

  /** Whether all that was written is called saved, or the server does not say. */
  get isSaved(): boolean {
    return this.#acknowledged === 0 || this.#acknowledged === this.#frames.length;
  }

  /** The document as this person has it, made of all that was heard. @throws when something is missing */
  content(): Y.Doc {
    const doc = new Y.Doc();
    doc.transact(() => {
      for (const update of this.#heard) Y.applyUpdate(doc, update);
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.own));
    });
    if (doc.store.pendingStructs !== null) throw new Error('Something in between never came.');
    return doc;
  }

  #greet(): void {
    this.trouble = null;
    if (this.#dialect === 'relay') return this.#becomeSynced();
    if (this.#dialect === 'hocuspocus')
      this.#send((encoder) => {
        encoding.writeVarUint(encoder, message.auth);
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarString(encoder, '');
      });
    this.#send((encoder) => {
      encoding.writeVarUint(encoder, message.sync);
      encoding.writeVarUint(encoder, sync.step1);
      encoding.writeVarUint8Array(encoder, Y.encodeStateVector(this.own));
    });
  }

  #receive(bytes: Buffer): void {
    const decoder = decoding.createDecoder(bytes.subarray(this.#prefix.length));
    switch (decoding.readVarUint(decoder)) {
      case message.sync:
      case message.syncReply:
        return this.#receiveSync(decoder);
      case message.acknowledged:
        return this.#noteSaved(decoding.readVarUint(decoder));
      case message.refused:
        decoding.readVarUint(decoder);
        this.trouble ??= `refused: ${decoding.readVarString(decoder)}`;
        return;
      default:
        return;
    }
  }

  #receiveSync(decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder);
    const content = decoding.readVarUint8Array(decoder);
    if (type === sync.step1) {
      this.#sendDocument(sync.step2, Y.encodeStateAsUpdate(this.own, content));
      return;
    }
    for (const span of spansOf(content)) this.#hear(span);
    this.#heard.push(content.slice());
    if (type === sync.step2) this.#becomeSynced();
  }

  #hear(span: Span): void {
    if (span.client === this.own.clientID) return;
    this.#seen.set(span.client, Math.max(this.#seen.get(span.client) ?? 0, span.to));
    this.#watch.arrived(span);
  }

  #becomeSynced(): void {
    this.isSynced = true;
    this.synced();
  }

  #noteSaved(through: number): void {
    const now = performance.now();
    for (const then of this.#frames.slice(this.#acknowledged, through))
      if (!Number.isNaN(then)) this.#savedDelays.push(now - then);
    this.#acknowledged = through;
  }

  #sendDocument(type: number, update: Uint8Array): void {
    this.#frames.push(this.#watch.isMeasuring ? performance.now() : Number.NaN);
    this.#send((encoder) => {
      encoding.writeVarUint(encoder, message.sync);
      encoding.writeVarUint(encoder, type);
      encoding.writeVarUint8Array(encoder, update);
    });
  }

  #moveCaret(): void {
    const state = { user: { name: 'Ana', color: '#2266aa' }, cursor: { anchor: this.#carets } };
    const update = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, this.own.clientID);
      encoding.writeVarUint(encoder, ++this.#carets);
      encoding.writeVarString(encoder, JSON.stringify(state));
    });
    this.#send((encoder) => {
      encoding.writeVarUint(encoder, message.awareness);
      encoding.writeVarUint8Array(encoder, update);
    });
  }

  #send(write: (encoder: encoding.Encoder) => void): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    const encoder = encoding.createEncoder();
    encoding.writeUint8Array(encoder, this.#prefix);
    write(encoder);
    this.#socket.send(encoding.toUint8Array(encoder));
  }
}
