import type { Random } from '@reportback/sync/testing';
import * as Y from 'yjs';
import { LoadClient } from '../language/load-client.ts';
import type { Door } from '../language/rooms-server-process.ts';
import type { Findings } from '../language/suite.ts';

/**
 * Somebody whose second update arrives without the first, and who never comes back with it: another
 * device brings the first after the server's restart. What the server stored meanwhile has to be there.
 */
export class WaitingUpdate {
  readonly #random: Random;
  readonly #door: (author: string) => Promise<Door>;
  #first: Uint8Array | null = null;
  #word = '';
  #isStored = false;

  constructor(random: Random, door: (author: string) => Promise<Door>) {
    this.#random = random;
    this.#door = door;
  }

  /** Sends the second update alone; resolves when the server has stored it or is gone. */
  async send(life: number): Promise<void> {
    const doc = new Y.Doc();
    doc.clientID = this.#random.below(2 ** 31);
    const updates: Uint8Array[] = [];
    doc.on('update', (update) => updates.push(update));
    const text = new Y.XmlText();
    doc.transact(() => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [text]);
      doc.getXmlFragment('note').push([paragraph]);
      text.insert(0, 'first;');
    });
    text.insert(text.length, `waiting.${life};`);
    const [first = null, second] = updates;
    if (second === undefined) throw new Error('Two edits made one update.');
    this.#first = first;
    this.#word = `waiting.${life}`;
    this.#isStored = false;
    const client = new LoadClient('phone');
    await client.connect(await this.#door('phone'));
    client.sendFrame({ is: 'update', update: second });
    // The answer comes when all before it is logged.
    this.#isStored = (await client.askHash()) !== null;
    client.cut();
  }

  /** Another device of the same person brings the update that the stored one waits for. */
  async bringPredecessor(): Promise<void> {
    if (this.#first === null || !this.#isStored) return;
    const client = new LoadClient('laptop');
    await client.connect(await this.#door('phone'));
    client.sendFrame({ is: 'update', update: this.#first });
    await client.until(() => client.isAcknowledged || !client.isConnected);
    await client.leave();
  }

  compare(words: ReadonlySet<string>, findings: Findings): void {
    if (this.#isStored && !words.has(this.#word))
      findings.lose(1, `${this.#word} was stored, waited for its predecessor, and is gone`);
    this.#isStored = false;
  }
}
