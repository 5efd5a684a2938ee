import path from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { type LinksView, parsePointId } from '@reportback/domain';
import { TestServer } from '../../apps/server/src/testing/test-server.ts';
import { LeapingClock } from './leaping-clock.ts';
import { laptop, type Window } from './workshop.ts';

const pages = path.resolve(import.meta.dirname, '..', '..', 'apps', 'web', 'dist');

const agenda = `Workshop on Shared Instruments
Sunday - Jun 1, 2025
11:10-11:45 UTC Small Groups: What Gets in the Way
Report Back 11:30 UTC
14:00-15:00 UTC Small Groups: What We Would Share
Report Back 14:45 UTC
`;

/** What a table has on its card. */
export interface Said {
  readonly headline: string;
  readonly points: readonly string[];
  readonly ask?: string;
}

/** A workshop whose tables have their cards filled, on a server whose time leaps when a test says so. */
export class TimedRoom {
  readonly clock: LeapingClock;
  readonly links: LinksView;
  readonly #server: TestServer;
  readonly #browser: Browser;
  readonly #contexts: BrowserContext[] = [];

  private constructor(
    browser: Browser,
    server: TestServer,
    { links, clock }: { readonly links: LinksView; readonly clock: LeapingClock },
  ) {
    this.#browser = browser;
    this.#server = server;
    this.links = links;
    this.clock = clock;
  }

  /**
   * @param time of the workshop's day, `HH:MM` in UTC, at which everything begins
   * @param cards one for each table
   */
  static async open(browser: Browser, time: string, cards: readonly Said[]): Promise<TimedRoom> {
    const clock = new LeapingClock(instant(time));
    const server = await TestServer.start({}, pages, clock);
    const made = await server.browser().post('/api/workshops', {
      agenda,
      tables: cards.length,
      timeZone: 'UTC',
    });
    if (made.status !== 201) throw new Error(`No workshop was made: ${made.text}`);
    const links = made.as<LinksView>();
    const room = new TimedRoom(browser, server, { links, clock });
    await room.#fill(cards);
    return room;
  }

  async close(): Promise<void> {
    for (const context of this.#contexts) await context.close();
    await this.#server.remove();
  }

  /** Milliseconds until a time of the workshop's day, `HH:MM` in UTC. */
  until(time: string): number {
    return instant(time) - this.clock.wallTime();
  }

  /** An address below the first session's. */
  address(below: 'board' | 'present' | 'plenary' | 'findings'): string {
    return `${this.#workshop}/s/${this.#session.id}/${below}`;
  }

  /** Anybody who opens one of the workshop's links, and then an address. */
  async enters(
    link: keyof LinksView['links'],
    address: string,
    window: Window = laptop,
  ): Promise<Page> {
    const page = await this.page(window);
    await page.goto(this.links.links[link]);
    await page.waitForURL(/\/w\//);
    await page.goto(address);
    return page;
  }

  /** The console of the first session. */
  leads(window: Window = laptop): Promise<Page> {
    return this.enters('facilitator', `${this.#workshop}?session=${this.#session.id}`, window);
  }

  /** Somebody who sits at a table, and follows the plenary. */
  async follows(name: string, table: number, window: Window): Promise<Page> {
    const page = await this.sits(name, table, window);
    await page.goto(this.address('plenary'));
    return page;
  }

  /** Somebody who sits at a table of the first session. */
  async sits(name: string, table: number, window: Window): Promise<Page> {
    const group = this.#session.groups[table - 1];
    const page = await this.page(window);
    await page.goto(group?.url ?? '');
    await page.getByLabel('Your name').fill(name);
    await page.getByRole('button', { name: /^Go to Table/ }).click();
    await page.waitForURL(/\/g\//);
    // The agenda's day is past, so that the page opens at a session of its choice.
    await page.goto(`${this.#workshop}/s/${this.#session.id}/g/${group?.id}`);
    return page;
  }

  async page(window: Window): Promise<Page> {
    const context = await this.#browser.newContext({ ...window, reducedMotion: 'reduce' });
    this.#contexts.push(context);
    return context.newPage();
  }

  get #workshop(): string {
    return `${this.#server.origin}/w/${this.links.workshop}`;
  }

  get #session(): LinksView['sessions'][number] {
    const [session] = this.links.sessions;
    if (session === undefined) throw new Error('The agenda has no session.');
    return session;
  }

  async #fill(cards: readonly Said[]): Promise<void> {
    const { documents } = this.#server.running.services;
    const { id, groups } = this.#session;
    for (const [index, { headline, points, ask = '' }] of cards.entries()) {
      const group = groups[index];
      if (group === undefined) continue;
      await documents.make(id, group.id, {
        note: '',
        card: {
          headline,
          points: points.map((text, place) => ({
            id: parsePointId(`${id}-${index + 1}-${place + 1}`),
            text,
            sourceLine: null,
          })),
          ask,
          dissent: '',
          reporter: null,
          scribe: null,
        },
      });
    }
  }
}

/** Milliseconds since 1970 of a time on the workshop's day. */
function instant(time: string): number {
  return Date.parse(`2025-06-01T${time}:00Z`);
}
