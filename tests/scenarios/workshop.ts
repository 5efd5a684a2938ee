import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import {
  ReportbackServer,
  type Settings,
  type WorkshopLinks,
} from '../language/reportback-server.ts';

const agenda = `Workshop on Shared Instruments
Tuesday, 12 May 2026, Ghent

09:00 - 09:30 Welcome
09:30 - 11:00 Small groups: what gets in the way
  Report back 10:40
11:00 - 11:15 Coffee break
11:15 - 12:30 Small groups: what we would share
  Report back 12:10
12:30 Lunch
`;

/** What a server stored that a workshop was made on. */
interface Pattern {
  readonly dataDir: string;
  readonly address: string;
  readonly made: WorkshopLinks;
}

let pattern: Promise<Pattern> | undefined;

/** Made once a process: each test starts a server on a copy of it, which is much quicker than making it. */
async function makePattern(): Promise<Pattern> {
  const server = await ReportbackServer.start();
  const { dataDir, address } = server;
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  const file = path.join(dataDir, 'agenda.txt');
  writeFileSync(file, agenda);
  const made = await server.createWorkshop(file, 4, '--time-zone', 'Europe/Brussels');
  await server.halt();
  return { dataDir, address, made };
}

/** A workshop on a server of its own, and the people in its room. */
export class Workshop {
  readonly server: ReportbackServer;
  readonly made: WorkshopLinks;
  readonly #browser: Browser;
  readonly #contexts: BrowserContext[] = [];

  private constructor(server: ReportbackServer, made: WorkshopLinks, browser: Browser) {
    this.server = server;
    this.made = made;
    this.#browser = browser;
  }

  /** @param settings of the server, which may depend on its port */
  static async open(
    browser: Browser,
    settings: (port: number) => Settings = () => ({}),
  ): Promise<Workshop> {
    pattern ??= makePattern();
    const { dataDir, address, made } = await pattern;
    const server = await ReportbackServer.start(settings, dataDir);
    const links = JSON.stringify(made).replaceAll(address, server.address);
    return new Workshop(server, JSON.parse(links) as WorkshopLinks, browser);
  }

  /** Somebody who scans the code on a table's tent, types a name and sits down. */
  async sitsDown(name: string, at: { table: number }, window: Window = laptop): Promise<Seated> {
    const session = this.made.sessions[0];
    const group = session?.groups[at.table - 1];
    if (session === undefined || group === undefined) throw new Error(`No table ${at.table}.`);
    const page = await this.page(window);
    await page.goto(group.url);
    await page.getByLabel('Your name').fill(name);
    await page.getByRole('button', { name: /^Go to Table/ }).click();
    // The agenda's day is past, so that the page opens at a session of its choice; go to the first.
    await page.waitForURL(/\/g\//);
    await page.goto(this.address(`/s/${session.id}/g/${group.id}`));
    const seated = new Seated(page);
    await expect(seated.note).toBeEditable();
    return seated;
  }

  /** Anybody who opens one of the workshop's links. */
  async enters(link: keyof WorkshopLinks['links'], window: Window = laptop): Promise<Page> {
    const page = await this.page(window);
    await page.goto(this.made.links[link]);
    await page.waitForURL(/\/w\//);
    return page;
  }

  /** The board of the first session, on the projector. */
  async board(window: Window = projector): Promise<Page> {
    const page = await this.enters('screen', window);
    await page.goto(this.address(`/s/${this.made.sessions[0]?.id}/board`));
    return page;
  }

  address(below: string): string {
    return `${this.server.address}/w/${this.made.workshop}${below}`;
  }

  async page(window: Window = laptop): Promise<Page> {
    const context = await this.#browser.newContext({ ...window, reducedMotion: 'reduce' });
    this.#contexts.push(context);
    return context.newPage();
  }

  async close(): Promise<void> {
    for (const context of this.#contexts) await context.close();
    await this.server.stop();
  }
}

/** A person at a table: their note, their report card, their lamp. */
export class Seated {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  get note() {
    return this.page.getByRole('textbox', { name: /^Note/ });
  }

  get headline() {
    return this.page.getByRole('textbox', { name: /^Headline/ });
  }

  async types(text: string): Promise<void> {
    await this.note.click();
    await this.page.keyboard.press('ControlOrMeta+End');
    await this.page.keyboard.type(text);
  }

  async typesHeadline(text: string): Promise<void> {
    await this.headline.click();
    await this.page.keyboard.type(text);
  }

  /** Resolves once the lamp says that everything is on the server's disk. */
  async seesSaved(): Promise<void> {
    await expect(this.lamp('Saved')).toBeVisible();
  }

  lamp(words: 'Saved' | 'Saving' | 'Only on this device' | 'Not accepted') {
    return this.page.getByRole('banner').getByText(words, { exact: true });
  }
}

export type Window = Parameters<Browser['newContext']>[0];
export const laptop: Window = { viewport: { width: 1440, height: 900 } };
export const phone: Window = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};
export const projector: Window = { viewport: { width: 1920, height: 1080 } };

/** Each test has a workshop of its own. */
export const test = base.extend<{ workshop: Workshop }>({
  workshop: async ({ browser }, use) => {
    const workshop = await Workshop.open(browser);
    await use(workshop);
    await workshop.close();
  },
});
export { expect };
