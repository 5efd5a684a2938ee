import { fileURLToPath } from 'node:url';
import { Browser } from '../../../apps/server/src/testing/browser.ts';
import { ReportbackServer, type WorkshopLinks } from '../../language/reportback-server.ts';
import type { Door } from '../load/job.ts';
import type { Contender } from './contender.ts';

const agenda = fileURLToPath(
  new URL('../../../apps/server/src/example/harmony-2025.txt', import.meta.url),
);
const tables = 60;
/** Below what one workshop can have. */
const seatsPerWorkshop = 4_000;
/** So many tickets are asked for at the same time. */
const atOnce = 8;

interface Ticket {
  readonly url: string;
  readonly document: string;
  readonly protocols: readonly string[];
}

const emptyWorkshop = (server: ReportbackServer): Promise<WorkshopLinks> =>
  server.createWorkshop(agenda, tables, '--time-zone', 'America/Chicago');

/** The real server as people start it: tickets, roles, the durable log, acknowledgements. */
export class Reportback implements Contender {
  readonly dialect = 'y-websocket';
  readonly #server: ReportbackServer;
  readonly #workshop: WorkshopLinks;

  private constructor(server: ReportbackServer, workshop: WorkshopLinks) {
    this.#server = server;
    this.#workshop = workshop;
  }

  /** @param make what people come to; an empty workshop of 60 tables if left out */
  static async start(flags: string, make = emptyWorkshop): Promise<Reportback> {
    const server = await ReportbackServer.start(() => ({ NODE_OPTIONS: flags }));
    return new Reportback(server, await make(server));
  }

  /** Somebody who came in by the organizer's link. */
  async organizer(): Promise<Browser> {
    const browser = new Browser(this.#server.address);
    const token = new URL(this.#workshop.links.organizer).hash.slice(1);
    await browser.post('/api/enter', { token });
    return browser;
  }

  /** Below the workshop's own address in the API. */
  path(rest: string): string {
    return `/api/workshops/${this.#workshop.workshop}${rest}`;
  }

  /** A ticket of its own for each person: another seat, as another device has. */
  async doors(rooms: number, people: number): Promise<readonly Door[]> {
    if (rooms * people > seatsPerWorkshop)
      throw new Error(`${rooms * people} people do not fit into a workshop.`);
    const places = this.#workshop.sessions.flatMap(({ id, groups }) =>
      groups.map((group) => ({ session: id, group: group.id })),
    );
    if (rooms > places.length)
      throw new Error(`There are ${places.length} documents, not ${rooms}.`);
    const doors: Door[] = [];
    for (let next = 0; next < rooms * people; next += atOnce) {
      const count = Math.min(atOnce, rooms * people - next);
      const asked = Array.from({ length: count }, (_, n) =>
        this.#ticket(places[(next + n) % rooms]),
      );
      doors.push(...(await Promise.all(asked)));
    }
    return doors;
  }

  run(): Promise<void> {
    return this.#server.run();
  }

  kill(): Promise<void> {
    return this.#server.kill();
  }

  halt(): Promise<void> {
    return this.#server.halt();
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  get dataDir(): string {
    return this.#server.dataDir;
  }

  get pid(): number {
    return this.#server.pid ?? 0;
  }

  get said(): string {
    return this.#server.said;
  }

  async #ticket(place: { session: string; group: string } | undefined): Promise<Door> {
    const token = new URL(this.#workshop.links.join).hash.slice(1);
    const answer = await fetch(`${this.#server.address}/api/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...place, token, name: 'Ana' }),
    });
    if (!answer.ok) throw new Error(`No ticket was given: ${await answer.text()}`);
    const { url, document, protocols } = (await answer.json()) as Ticket;
    const wired = url.replace('localhost', '127.0.0.1');
    return { url: `${wired}/${document}?ack=1`, protocols, room: document };
  }
}
