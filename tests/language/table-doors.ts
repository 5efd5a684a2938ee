import type { ReportbackServer, WorkshopLinks } from './reportback-server.ts';
import type { Door } from './rooms-server-process.ts';

/** An agenda with breakouts that the server can make a workshop of. */
const agenda = new URL('../../apps/server/src/example/harmony-2025.txt', import.meta.url).pathname;

/** What `POST /api/tickets` answers, as far as a client needs it. */
export interface Ticket {
  readonly url: string;
  readonly document: string;
  readonly protocols: readonly string[];
  readonly access: { readonly is: string; readonly because?: string };
}

/** The tables of a workshop on a real server, and how people get to them: by a link and a ticket each. */
export class TableDoors {
  readonly workshop: WorkshopLinks;
  readonly #server: ReportbackServer;
  readonly #known = new Map<string, Promise<Door>>();

  private constructor(server: ReportbackServer, workshop: WorkshopLinks) {
    this.#server = server;
    this.workshop = workshop;
  }

  static async make(server: ReportbackServer, tables: number): Promise<TableDoors> {
    const zone = ['--time-zone', 'America/Chicago'];
    return new TableDoors(server, await server.createWorkshop(agenda, tables, ...zone));
  }

  /** The door of a person at a table of the first session; the same when asked for again. */
  at(table: number, name: string): Promise<Door> {
    const key = `${table} ${name}`;
    const known = this.#known.get(key) ?? this.#fetch(table, name);
    this.#known.set(key, known);
    return known;
  }

  /**
   * Turns a link into a ticket; null when the server gives none.
   * @param table which of the first session's tables
   */
  async ticket(link: string, table: number, name?: string): Promise<Ticket | null> {
    const [session] = this.workshop.sessions;
    const response = await fetch(new URL('/api/tickets', this.#server.address), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        session: session?.id,
        group: session?.groups[table]?.id,
        token: new URL(link).hash.slice(1),
        ...(name !== undefined && { name }),
      }),
    });
    if (!response.ok) return null;
    return (await response.json()) as Ticket;
  }

  async #fetch(table: number, name: string): Promise<Door> {
    const link = this.workshop.sessions[0]?.groups[table]?.url;
    if (link === undefined) throw new Error(`There is no table ${table}.`);
    const ticket = await this.ticket(link, table, name);
    if (ticket === null) throw new Error(`${name} got no ticket for table ${table}.`);
    return doorOf(ticket);
  }
}

export function doorOf({ url, document, protocols }: Ticket): Door {
  return { url: `${url}/${document}?ack=1`, protocols };
}
