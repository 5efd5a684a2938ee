import {
  type FeedMessage,
  type FeedPlenary,
  type FeedSession,
  feedPlenaryAfter,
  type GroupId,
  type LinksView,
  newId,
  type PointId,
  parseCommandId,
  parsePointId,
  type SessionId,
} from '@reportback/domain';
import { ManualClock, turns } from '@reportback/sync/testing';
import { vi } from 'vitest';
import type { Answer, Browser } from './browser.ts';
import { Listener } from './listener.ts';
import { TestServer } from './test-server.ts';

/** The manual clock begins at 11:00 UTC of this day. */
const agenda = `Day of two rounds
Sunday - Jun 1, 2025
11:10-11:45 UTC Small Groups: Discuss Challenges
Report Back 11:30 UTC
14:00-15:00 UTC Small Groups: Discuss Activities
Report Back 14:45 UTC
`;

/** A command's id, new each time. */
export const newCommand = () =>
  parseCommandId(newId((bytes) => globalThis.crypto.getRandomValues(bytes)));

/** A workshop whose tables have cards with two points each, on a server whose time a test lets pass. */
export class PlenaryRoom {
  readonly clock = new ManualClock();
  readonly server: TestServer;
  readonly links: LinksView;

  private constructor(server: TestServer, links: LinksView, clock: ManualClock) {
    this.server = server;
    this.links = links;
    this.clock = clock;
  }

  static async open(tables: number): Promise<PlenaryRoom> {
    const clock = new ManualClock();
    const server = await TestServer.start({}, '/none', clock);
    const made = await server.browser().post('/api/workshops', { agenda, tables, timeZone: 'UTC' });
    if (made.status !== 201) throw new Error(`No workshop was made: ${made.text}`);
    const room = new PlenaryRoom(server, made.as<LinksView>(), clock);
    const { documents } = server.running.services;
    for (const session of room.links.sessions)
      for (const [index, { id }] of session.groups.entries())
        await documents.make(session.id, id, card(session.id, index + 1));
    return room;
  }

  close(): Promise<void> {
    return this.server.remove();
  }

  /** The first session, or the nth. */
  session(number = 1): SessionId {
    const session = this.links.sessions[number - 1];
    if (session === undefined) throw new Error(`There is no session ${number}.`);
    return session.id;
  }

  /** @param number of the table, from 1 */
  table(number: number): GroupId {
    const group = this.links.sessions[0]?.groups[number - 1];
    if (group === undefined) throw new Error(`There is no table ${number}.`);
    return group.id;
  }

  enter(role: keyof LinksView['links']): Promise<Browser> {
    return this.server.enter(this.links.links[role]);
  }

  /** Somebody with a name; at a table, or at none. */
  async seated(role: keyof LinksView['links'], name: string, table?: number): Promise<Browser> {
    const browser = await this.enter(role);
    const group = table === undefined ? null : this.table(table);
    const path = `/api/workshops/${this.links.workshop}/seat`;
    const answer = await browser.call('PUT', path, { name, group });
    if (answer.status !== 200) throw new Error(`No seat was given: ${answer.text}`);
    return browser;
  }

  path(rest: string, session = this.session()): string {
    return `/api/workshops/${this.links.workshop}/sessions/${session}${rest}`;
  }

  post(browser: Browser, rest: string, body: unknown, session = this.session()): Promise<Answer> {
    return browser.post(this.path(rest, session), body);
  }

  /** A command to the plenary, under an id of its own. */
  command(browser: Browser, command: unknown, session = this.session()): Promise<Answer> {
    return this.post(browser, '/plenary', { id: newCommand(), command }, session);
  }

  follow(browser: Browser, since: string | null = null, session = this.session()): Follower {
    const query = since === null ? '' : `?since=${since}`;
    const address = `${this.server.origin.replace('http', 'ws')}/feed/${this.links.workshop}/${session}${query}`;
    const { cookie } = browser;
    return new Follower(
      this,
      new Listener(address, [], { headers: { cookie, origin: this.server.origin } }),
    );
  }

  /** Lets time pass second by second, and everybody do what they do then. */
  async pass(milliseconds: number): Promise<void> {
    for (let left = milliseconds; left > 0; left -= 1000) {
      this.clock.pass(Math.min(left, 1000));
      await turns(5);
    }
  }
}

/** What is said on a card: points `<session>-1a` and `-1b` of table 1, and so on. */
export function pointOf(session: SessionId, table: number, letter: 'a' | 'b'): PointId {
  return parsePointId(`${session}-${table}${letter}`);
}

function card(session: SessionId, table: number) {
  const points = (['a', 'b'] as const).map((letter) => ({
    id: pointOf(session, table, letter),
    text: `Point ${table}${letter}`,
    sourceLine: null,
  }));
  return {
    note: '',
    card: {
      headline: `Headline ${table}`,
      points,
      ask: '',
      dissent: '',
      reporter: null,
      scribe: null,
    },
  };
}

/** A page that follows the board, and what it knows by now. */
export class Follower {
  readonly listener: Listener;
  readonly #room: PlenaryRoom;

  constructor(room: PlenaryRoom, listener: Listener) {
    this.#room = room;
    this.listener = listener;
  }

  get session(): FeedSession {
    const told = this.#told().findLast((message) => message.session !== undefined)?.session;
    if (told === undefined) throw new Error('The follower has not been told anything yet.');
    return told;
  }

  /** How many people are with a table. */
  people(table: number): number {
    const group = this.#room.table(table);
    const cards = this.#told().flatMap((message) => message.cards ?? []);
    return cards.findLast((card) => card.group === group)?.people ?? Number.NaN;
  }

  get plenary(): FeedPlenary {
    return this.#told().reduce<FeedPlenary | null>((plenary, message) => {
      if (message.is === 'snapshot') return message.plenary;
      if (plenary === null || message.plenary === undefined) return plenary;
      return feedPlenaryAfter(plenary, message.plenary);
    }, null) as FeedPlenary;
  }

  get at(): string {
    return this.#told().at(-1)?.at ?? '';
  }

  /** Waits until it was told so; the little while in which changes gather passes by itself. */
  async sees(what: string, is: (page: this) => boolean): Promise<void> {
    await vi.waitFor(
      () => {
        if (this.#told().length > 0 && is(this)) return;
        this.#room.clock.pass(10);
        throw new Error(`The follower was not told ${what}.`);
      },
      { timeout: 10_000, interval: 2 },
    );
  }

  #told(): readonly Exclude<FeedMessage, { is: 'ended' }>[] {
    return this.listener.heard.filter((message) => message.is !== 'ended');
  }
}
