import { decodeFrame, encodeFrame, type Frame } from '@reportback/sync/wire';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Door } from './rooms-server-process.ts';

/** How long a condition may take, in milliseconds. */
const patience = 60_000;

/** A document frame of the present connection: which of the writer's words it carries. */
interface SentFrame {
  readonly from: number;
  readonly to: number;
  refused: boolean;
}

/**
 * A person who types numbered words into a note over a real WebSocket with `?ack=1`, and writes down
 * which of them the server called saved. It keeps its text when the connection breaks, as a page does.
 */
export class LoadClient {
  readonly name: string;
  readonly doc: Y.Doc = new Y.Doc();
  /** Words typed so far: numbers 0 to `written` - 1. */
  written = 0;
  /** Numbers of the words that the server called saved. */
  readonly saved = new Set<number>();
  /** Reasons of refusals, and how often each came. */
  readonly refusals = new Map<string, number>();
  /** With which code the last connection ended; null while there is one. */
  closedWith: number | null = null;
  /** The port of this end of the connection, by which a trace of the server tells clients apart. */
  localPort = 0;
  isSynced = false;
  #socket: WebSocket | null = null;
  #frames: SentFrame[] = [];
  #hashes = new Map<number, (hash: string) => void>();
  #questions = 0;
  #acknowledged = 0;
  #text: Y.XmlText | null = null;
  #changed = (): void => {};

  constructor(name: string) {
    this.name = name;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this)
        this.#sendDocument({ is: 'update', update }, this.written - 1, this.written);
    });
  }

  /** Opens a connection; resolves once the server's content is here, or the connection has ended. */
  async connect(door: Door): Promise<void> {
    const socket = new WebSocket(door.url, [...door.protocols], { perMessageDeflate: false });
    socket.binaryType = 'nodebuffer';
    this.#socket = socket;
    this.#frames = [];
    this.#acknowledged = 0;
    this.isSynced = false;
    this.closedWith = null;
    socket.on('upgrade', (response) => (this.localPort = response.socket.localPort ?? 0));
    socket.on('open', () => {
      this.#send({ is: 'sync-step-1', stateVector: Y.encodeStateVector(this.doc) });
    });
    socket.on('message', (message: Buffer) => {
      if (socket === this.#socket) this.#receive(message);
    });
    // What follows is a close event.
    socket.on('error', () => {});
    socket.on('close', (code) => {
      if (socket !== this.#socket) return;
      this.#socket = null;
      this.isSynced = false;
      this.closedWith = code;
      this.#tell();
    });
    await this.until(() => this.isSynced || this.closedWith !== null);
  }

  get isConnected(): boolean {
    return this.#socket !== null;
  }

  /** Types the next word, and so many characters of padding after it. */
  type(padding = 0): void {
    const word = `${this.name}.${this.written++};${'_'.repeat(padding)}`;
    this.doc.transact(() => {
      const text = this.#paragraph();
      text.insert(text.length, word);
    });
  }

  /** Whether all that was typed was called saved. */
  get isSaved(): boolean {
    return this.saved.size === this.written;
  }

  /** Whether every document frame of this connection was acknowledged. */
  get isAcknowledged(): boolean {
    return this.#acknowledged === this.#frames.length;
  }

  /** The last frame's words that each acknowledgement up to this one covers: for reading traces. */
  wordsThrough(frame: number): readonly number[] {
    const sent = this.#frames.slice(0, frame).filter(({ refused }) => !refused);
    return sent.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, n) => from + n));
  }

  /** What of others' words has been seen here. */
  get seen(): ReadonlySet<string> {
    const own = `${this.name}.`;
    return new Set([...wordsIn(this.doc)].filter((word) => !word.startsWith(own)));
  }

  /** Sends a frame that was not made here. */
  sendFrame(frame: Frame): void {
    if (frame.is === 'update' || frame.is === 'sync-step-2') this.#sendDocument(frame, 0, 0);
    else this.#send(frame);
  }

  get refusalCount(): number {
    return [...this.refusals.values()].reduce((sum, count) => sum + count, 0);
  }

  /** The hash of the server's document when all sent before is logged; null if the connection ends first. */
  async askHash(): Promise<string | null> {
    const question = ++this.#questions;
    let answer: string | null = null;
    this.#hashes.set(question, (hash) => (answer = hash));
    this.#send({ is: 'hash-question', question });
    await this.until(() => answer !== null || !this.isConnected);
    return answer;
  }

  /**
   * Waits for a condition, which is looked at after each message and when the connection ends.
   * @throws when it does not come true within a minute
   */
  async until(condition: () => boolean): Promise<void> {
    let isLate = false;
    const alarm = setTimeout(() => {
      isLate = true;
      this.#tell();
    }, patience);
    while (!condition()) {
      if (isLate) throw new Error(`${this.name} waited in vain: ${this.#state}`);
      await new Promise<void>((resolve) => {
        const before = this.#changed;
        this.#changed = () => {
          before();
          resolve();
        };
      });
    }
    clearTimeout(alarm);
  }

  /** Stops reading from the connection, as a device does whose radio is gone. */
  stall(): void {
    this.#socket?.pause();
  }

  /** The connection breaks. */
  cut(): void {
    this.#socket?.terminate();
  }

  async leave(): Promise<void> {
    this.#socket?.close();
    await this.until(() => !this.isConnected);
  }

  get #state(): string {
    const { written, saved, isConnected, closedWith, isSynced } = this;
    const refused = [...this.refusals].join(' ');
    return JSON.stringify({
      written,
      saved: saved.size,
      isConnected,
      closedWith,
      isSynced,
      refused,
    });
  }

  #paragraph(): Y.XmlText {
    if (this.#text) return this.#text;
    const text = new Y.XmlText();
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [text]);
    this.doc.getXmlFragment('note').push([paragraph]);
    this.#text = text;
    return text;
  }

  #receive(message: Uint8Array): void {
    const frame = decodeFrame(message);
    switch (frame.is) {
      case 'sync-step-1': {
        const update = Y.encodeStateAsUpdate(this.doc, frame.stateVector);
        this.#sendDocument({ is: 'sync-step-2', update }, 0, this.written);
        break;
      }
      case 'sync-step-2':
        Y.applyUpdate(this.doc, frame.update, this);
        this.isSynced = true;
        break;
      case 'update':
        Y.applyUpdate(this.doc, frame.update, this);
        break;
      case 'acknowledged':
        this.#noteSaved(frame.through);
        break;
      case 'refused': {
        const sent = this.#frames[frame.frame - 1];
        if (sent) sent.refused = true;
        this.refusals.set(frame.reason, (this.refusals.get(frame.reason) ?? 0) + 1);
        break;
      }
      case 'hash-answer':
        this.#hashes.get(frame.question)?.(frame.hash);
        this.#hashes.delete(frame.question);
        break;
      case 'malformed':
        throw new Error(`${this.name} was sent ${frame.found}`);
      default:
        break;
    }
    this.#tell();
  }

  #tell(): void {
    const changed = this.#changed;
    this.#changed = () => {};
    changed();
  }

  #noteSaved(through: number): void {
    if (through > this.#frames.length)
      throw new Error(`frame ${through} of ${this.#frames.length} was acknowledged`);
    for (const frame of this.#frames.slice(this.#acknowledged, through)) {
      if (frame.refused) continue;
      for (let word = frame.from; word < frame.to; word++) this.saved.add(word);
    }
    this.#acknowledged = through;
  }

  /** Sends a frame that carries these words; where it cannot be sent, the next sync carries them. */
  #sendDocument(frame: Frame, from: number, to: number): void {
    if (!this.#isOpen) return;
    this.#frames.push({ from, to, refused: false });
    this.#send(frame);
  }

  #send(frame: Frame): void {
    if (this.#isOpen) this.#socket?.send(encodeFrame(frame));
  }

  get #isOpen(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }
}

/** The words in a document's note, whoever typed them. */
export function wordsIn(doc: Y.Doc): ReadonlySet<string> {
  return new Set(
    doc
      .getXmlFragment('note')
      .toString()
      .match(/[a-z0-9]+\.\d+(?=;)/g),
  );
}

/** What somebody finds who opens the document for the first time: its words, as the server sends them. */
export async function readAnew(door: Door): Promise<{ words: ReadonlySet<string>; doc: Y.Doc }> {
  const reader = new LoadClient('reader');
  await reader.connect(door);
  if (!reader.isSynced) throw new Error(`A reader was sent away with ${reader.closedWith}.`);
  const { doc } = reader;
  await reader.leave();
  return { words: wordsIn(doc), doc };
}
