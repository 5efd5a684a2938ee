import { once } from 'node:events';
import type { LinksView, TicketView } from '@reportback/domain';
import { vi } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { Browser } from './browser.ts';

/** First bytes of messages, as `packages/sync/src/frame.ts` numbers them. */
const syncUpdate = [0, 2];
/** Step 1 with the state vector of somebody who has nothing yet, as each client begins. */
const asksForAll = [0, 0, 1, 0];
const acknowledged = 121;
const refused = 122;

/** Somebody at a table who writes paragraphs, and knows which of them were said to be saved. */
export class TableWriter {
  readonly ticket: TicketView;
  readonly #socket: WebSocket;
  readonly #doc = new Y.Doc();
  #sent = 0;
  /** How many of the paragraphs are on the server's disk. */
  saved = 0;
  /** Why the last of the paragraphs that were refused was; null while none was. */
  refusedFor: string | null = null;

  private constructor(ticket: TicketView) {
    this.ticket = ticket;
    const { url, document, protocols } = ticket;
    this.#socket = new WebSocket(`${url}/${document}?ack=1`, [...protocols]);
    this.#socket.on('error', () => {});
    this.#socket.once('open', () => this.#socket.send(Buffer.from(asksForAll)));
    this.#socket.on('message', (message: Buffer) => {
      if (message[0] === acknowledged) this.saved = readVarUint(message.subarray(1));
      // The reason follows the frame's number and its own length, which are below 128 here.
      if (message[0] === refused) this.refusedFor = message.subarray(3).toString();
    });
  }

  /** Opens a table of the first session by the join link. */
  static async sitDown(origin: string, links: LinksView, name: string, table = 0) {
    const [session] = links.sessions;
    const answer = await new Browser(origin).post('/api/tickets', {
      session: session?.id,
      group: session?.groups[table]?.id,
      token: new URL(links.links.join).hash.slice(1),
      name,
    });
    if (answer.status !== 200) throw new Error(`No ticket: ${answer.text}`);
    const writer = new TableWriter(answer.as<TicketView>());
    await once(writer.#socket, 'message');
    return writer;
  }

  /** Adds a paragraph to the note. */
  write(text: string): void {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(text)]);
    this.#add(paragraph);
  }

  /** Adds an image to the note, which the server has or does not have. */
  show(image: string, alt: string): void {
    const element = new Y.XmlElement('image');
    element.setAttribute('image', image);
    element.setAttribute('alt', alt);
    this.#add(element);
  }

  #add(block: Y.XmlElement): void {
    const before = Y.encodeStateVector(this.#doc);
    const note = this.#doc.getXmlFragment('note');
    note.insert(note.length, [block]);
    const update = Y.encodeStateAsUpdate(this.#doc, before);
    this.#socket.send(Buffer.from([...syncUpdate, ...varUint(update.length), ...update]));
    this.#sent += 1;
  }

  /** Waits until all that was written is said to be saved. */
  async allSaved(): Promise<void> {
    await vi.waitFor(
      () => {
        if (this.saved < this.#sent) throw new Error(`Saved ${this.saved} of ${this.#sent}`);
      },
      { timeout: 10_000, interval: 10 },
    );
  }

  /** Whether the server has hung up, or who writes has left. */
  get isClosed(): boolean {
    return this.#socket.readyState === WebSocket.CLOSED;
  }

  leave(): void {
    this.#socket.terminate();
    this.#doc.destroy();
  }
}

function varUint(value: number): readonly number[] {
  return value < 128 ? [value] : [128 + (value % 128), ...varUint(Math.floor(value / 128))];
}

function readVarUint([first = 0, ...rest]: Iterable<number> & Uint8Array): number {
  return first < 128 ? first : first - 128 + 128 * readVarUint(Uint8Array.from(rest));
}
