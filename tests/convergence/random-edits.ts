import { contentHash, MemoryUpdateLog, type RegistryOptions } from '@reportback/sync';
import { Random, randomEdit, TestServer, turns } from '@reportback/sync/testing';
import * as Y from 'yjs';
import { badLogs } from '../language/bad-logs.ts';
import { Findings, type SuiteResult, type SuiteSize } from '../language/suite.ts';
import { Person } from './person.ts';

const steps = 80;
/** How often everybody is given time to come to rest in the end, and how much of it, in milliseconds. */
const mostRests = 200;
const rest = 2_000;

/**
 * Lets several people edit one document at random while connections break and stall, the server is killed
 * or loses its power, locks its document and takes away rights. In the end all must have the same content.
 * Lost is also what was acknowledged and is not there after a restart, and a stored update that waited
 * for its predecessor.
 */
export async function randomEditSuite(
  suite: string,
  { runs, seed }: SuiteSize,
  badLog?: string,
): Promise<SuiteResult> {
  const findings = new Findings();
  let edits = 0;
  for (let run = 0; run < runs; run++) {
    const room = new Meeting(new Random(seed + run), findings, badLog);
    await room.begin();
    for (let step = 0; step < steps; step++) await room.step();
    await room.settle();
    edits += room.edits;
  }
  return findings.result(suite, `${runs} runs`, seed, `${edits} edits`);
}

/** One run: a server, and people who come and go. */
class Meeting {
  edits = 0;
  readonly #random: Random;
  readonly #findings: Findings;
  readonly #badLog: string | undefined;
  readonly #people: readonly Person[];
  readonly #waiting = waitingPair();
  #waitingIs: 'not sent' | 'sent' | 'stored' = 'not sent';
  #server: TestServer;

  constructor(random: Random, findings: Findings, badLog?: string) {
    this.#random = random;
    this.#findings = findings;
    this.#badLog = badLog;
    this.#server = this.#serverOn(new MemoryUpdateLog());
    this.#people = ['ana', 'bo', 'cy', 'di']
      .slice(0, 2 + random.below(3))
      .map((name, n) => new Person(name, 1_000 + n));
  }

  async begin(): Promise<void> {
    await this.#server.make();
  }

  async step(): Promise<void> {
    const random = this.#random;
    const person = random.pick(this.#people);
    const choice = random.fraction();
    if (choice < 0.5) {
      randomEdit(person.doc, random);
      this.edits++;
    } else if (choice < 0.64) this.#connect(person);
    else if (choice < 0.7) this.#cut(person);
    else if (choice < 0.78) person.disturb(random);
    else if (choice < 0.9) await turns(random.below(6));
    else if (choice < 0.93) this.#server.clock.pass(random.below(3_000));
    else if (choice < 0.95) await this.#server.registry.setLocked('note-1', random.chance(0.5));
    else if (choice < 0.96) person.mayWrite = random.chance(0.5);
    else if (choice < 0.98) await this.#sendWaiting();
    else await this.#restart(random.pick(['kill', 'power-cut']));
    for (const each of this.#people) each.noteAcknowledged();
  }

  /** Everybody comes back, may write, and is given time; then all must be alike, also after a restart. */
  async settle(): Promise<void> {
    await this.#server.registry.setLocked('note-1', false);
    for (const person of this.#people) {
      person.mayWrite = true;
      person.cut();
      this.#connect(person);
    }
    const brings = new Person('laptop', 3_000);
    if (this.#waitingIs !== 'not sent') {
      this.#connect(brings, 'phone');
      await turns();
      brings.client.send({ is: 'update', update: this.#waiting.first });
    }
    for (let rests = 0; rests < mostRests && !(await this.#areAlike()); rests++) {
      this.#server.clock.pass(rest);
      await turns();
      for (const person of this.#people) this.#connect(person);
    }
    if (!(await this.#areAlike())) this.#lose('some have other content than the server');
    const before = await this.#hash();
    await this.#restart('kill');
    if ((await this.#hash()) !== before) this.#lose('a restart changed the content');
    if (this.#waitingIs === 'stored' && !(await this.#text()).includes('waiting'))
      this.#lose('an update was stored, waited for its predecessor, and is gone');
  }

  #serverOn(memory: MemoryUpdateLog): TestServer {
    const options: Partial<RegistryOptions> =
      this.#badLog === undefined ? {} : { log: badLogs(this.#badLog, memory) };
    return new TestServer(options, memory);
  }

  #connect(person: Person, author = person.name): void {
    if (person.client.isConnected) return;
    const access = () => ({ read: true, write: person.mayWrite });
    person.connect(this.#server.door(author, { access }));
  }

  #cut(person: Person): void {
    this.#findings.faults++;
    person.cut();
  }

  async #sendWaiting(): Promise<void> {
    if (this.#waitingIs !== 'not sent') return;
    const phone = new Person('phone', 2_000);
    this.#connect(phone);
    phone.client.send({ is: 'update', update: this.#waiting.second });
    phone.client.send({ is: 'hash-question', question: 1 });
    await turns(30);
    const { heard, refused } = phone.client;
    if (refused.size > 0) return phone.cut();
    const isLogged = heard.some(({ is }) => is === 'hash-answer');
    this.#waitingIs = isLogged ? 'stored' : 'sent';
    phone.cut();
  }

  async #restart(after: 'kill' | 'power-cut'): Promise<void> {
    this.#findings.faults++;
    for (const person of this.#people) person.noteAcknowledged();
    const { memory } = this.#server;
    this.#server.log.disconnect();
    for (const person of this.#people) person.cut();
    this.#server = this.#serverOn(after === 'kill' ? memory.killed() : memory.powerCut());
    if (after === 'power-cut' && this.#waitingIs === 'stored') this.#waitingIs = 'sent';
    const states = await this.#read((doc) =>
      this.#people.map(({ doc: own }) => Y.getState(doc.store, own.clientID)),
    );
    for (const [n, { name, promised }] of this.#people.entries())
      if ((states[n] ?? 0) < promised)
        this.#lose(`what ${name} wrote was called saved and is gone`);
  }

  async #areAlike(): Promise<boolean> {
    const hash = await this.#hash();
    return this.#people.every(({ doc }) => contentHash(doc) === hash);
  }

  #hash(): Promise<string> {
    return this.#read(contentHash);
  }

  #text(): Promise<string> {
    return this.#read((doc) => doc.getXmlFragment('note').toString());
  }

  async #read<T>(read: (doc: Y.Doc) => T): Promise<T> {
    const outcome = await this.#server.registry.read('note-1', read);
    if (outcome.is === 'unavailable') throw new Error(`The document is ${outcome.reason}.`);
    return outcome.value;
  }

  #lose(what: string): void {
    this.#findings.lose(1, `seed ${this.#random.seed}: ${what}`);
  }
}

/** Two updates of one device, of which the second builds on the first. */
function waitingPair(): { readonly first: Uint8Array; readonly second: Uint8Array } {
  const doc = new Y.Doc();
  doc.clientID = 4_000;
  const updates: Uint8Array[] = [];
  doc.on('update', (update) => updates.push(update));
  const text = new Y.XmlText('first ');
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [text]);
  doc.getXmlFragment('note').push([paragraph]);
  text.insert(text.length, 'waiting');
  const [first, second] = updates;
  if (first === undefined || second === undefined) throw new Error('Two edits made one update.');
  return { first, second };
}
