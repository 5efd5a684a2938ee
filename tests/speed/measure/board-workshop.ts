import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { Browser } from '../../../apps/server/src/testing/browser.ts';
import { ReportbackServer, type WorkshopLinks } from '../../language/reportback-server.ts';
import type { CrowdCall, CrowdReport } from '../load/board-crowd.ts';

const agenda = fileURLToPath(
  new URL('../../../apps/server/src/example/harmony-2025.txt', import.meta.url),
);
const crowdProgram = fileURLToPath(new URL('../load/board-crowd.ts', import.meta.url));

/** A workshop in its report-back on the real server, and everybody who follows the board of its first session. */
export class BoardWorkshop {
  readonly server: ReportbackServer;
  readonly people: Browser[] = [];
  readonly #workshop: WorkshopLinks;
  readonly #facilitator: Browser;
  #crowd: ChildProcess | undefined;

  private constructor(server: ReportbackServer, workshop: WorkshopLinks, facilitator: Browser) {
    this.server = server;
    this.#workshop = workshop;
    this.#facilitator = facilitator;
  }

  /** @param flags Node's, for the server */
  static async start(tables: number, flags: string): Promise<BoardWorkshop> {
    const server = await ReportbackServer.start(() => ({ NODE_OPTIONS: flags }));
    const links = await server.createWorkshop(agenda, tables, '--time-zone', 'America/Chicago');
    const facilitator = await enter(server, links, 'facilitator', 'Fay');
    const workshop = new BoardWorkshop(server, links, facilitator);
    for (let step = 0; step < 3; step++) await workshop.command('/phase', { command: 'next' });
    return workshop;
  }

  /** A facilitator's call on the first session. */
  async command(rest: string, body: unknown): Promise<void> {
    try {
      await this.#facilitator.post(this.path(rest), body);
    } catch {
      // The connection was closed meanwhile, as idle ones are. What was done already is not done again.
      await this.#facilitator.post(this.path(rest), body);
    }
  }

  /** Seats so many people. */
  async seat(count: number): Promise<void> {
    for (let number = 0; number < count; number++)
      this.people.push(await enter(this.server, this.#workshop, 'join', `Person ${number}`));
  }

  /** Has everybody who is seated follow the board, in a process of their own. */
  async follow(): Promise<void> {
    const cookies = this.people.map(({ cookie }) => cookie);
    const crowd = fork(crowdProgram, { stdio: 'inherit' });
    this.#crowd = crowd;
    const ready = once(crowd, 'message');
    const { workshop, sessions } = this.#workshop;
    const address = `${this.server.address.replace('http', 'ws')}/feed/${workshop}/${sessions[0]?.id}`;
    this.#ask({ is: 'follow', address, origin: this.server.address, cookies });
    await ready;
  }

  /** The followers forget what they heard so far. */
  listen(): void {
    this.#ask({ is: 'listen' });
  }

  /** When anything that differed was heard by anybody since then. */
  async heard(): Promise<readonly number[]> {
    if (!this.#crowd) throw new Error('Nobody follows the board.');
    this.#ask({ is: 'report' });
    const [{ heard }] = (await once(this.#crowd, 'message')) as [CrowdReport];
    return heard;
  }

  /** Somebody at the first table. */
  async openTable(): Promise<Typist> {
    const answer = await new Browser(this.server.address).post('/api/tickets', {
      session: this.#workshop.sessions[0]?.id,
      group: this.group(0),
      token: new URL(this.#workshop.links.facilitator).hash.slice(1),
      name: 'Typist',
    });
    const { url, document, protocols } = answer.as<{
      url: string;
      document: string;
      protocols: string[];
    }>();
    const provider = new WebsocketProvider(url, document, new Y.Doc(), {
      protocols,
      disableBc: true,
      WebSocketPolyfill: WebSocket as never,
    });
    await new Promise<void>((resolve) => {
      provider.on('sync', (isSynced: boolean) => isSynced && resolve());
    });
    return new Typist(provider);
  }

  /** The id of a table of the first session. */
  group(index: number): string | undefined {
    return this.#workshop.sessions[0]?.groups[index]?.id;
  }

  /** A path below the first session. */
  path(rest: string): string {
    const { workshop, sessions } = this.#workshop;
    return `/api/workshops/${workshop}/sessions/${sessions[0]?.id}${rest}`;
  }

  async stop(): Promise<void> {
    this.#crowd?.kill();
    await this.server.stop();
  }

  #ask(call: CrowdCall): void {
    this.#crowd?.send(call);
  }
}

/** Writes on the card of a table. */
export class Typist {
  readonly #provider: WebsocketProvider;
  readonly #card: Y.Map<unknown>;

  constructor(provider: WebsocketProvider) {
    this.#provider = provider;
    this.#card = provider.doc.getMap('card');
  }

  /** Types the headline's next character, or its first words. */
  writeHeadline(words: string): void {
    const paragraph = (this.#card.get('headline') as Y.XmlFragment).get(0) as Y.XmlElement;
    const line = paragraph.get(0) as Y.XmlText | undefined;
    if (line === undefined) paragraph.insert(0, [new Y.XmlText(words)]);
    else line.insert(line.length, '.');
  }

  /** Puts a point on the card, and answers its id. */
  addPoint(): string {
    const id = 'measured';
    const text = new Y.XmlFragment();
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('What everybody found')]);
    text.insert(0, [paragraph]);
    const point = new Y.Map<unknown>(Object.entries({ order: 'a0', source: null, text }));
    (this.#card.get('points') as Y.Map<unknown>).set(id, point);
    return id;
  }

  close(): void {
    this.#provider.destroy();
    this.#provider.doc.destroy();
  }
}

async function enter(
  server: ReportbackServer,
  { workshop, links }: WorkshopLinks,
  link: keyof WorkshopLinks['links'],
  name: string,
): Promise<Browser> {
  const browser = new Browser(server.address);
  await browser.post('/api/enter', { token: new URL(links[link]).hash.slice(1) });
  await browser.call('PUT', `/api/workshops/${workshop}/seat`, { name });
  return browser;
}
