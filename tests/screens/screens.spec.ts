import path from 'node:path';
import { type Browser, type Page, test } from '@playwright/test';
import { ReportbackServer, type WorkshopLinks } from '../language/reportback-server.ts';

const folder = path.resolve(import.meta.dirname, '..', '..', 'screenshots');

const sizes = {
  360: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
  1280: { viewport: { width: 1280, height: 800 } },
  1920: { viewport: { width: 1920, height: 1080 } },
};

/** Somebody who came by a table's link takes a seat there. */
async function sitDown(page: Page): Promise<void> {
  await page.getByLabel('Your name').fill('Mei Tanaka');
  await page.getByRole('button', { name: /^Go to/ }).click();
  await page.getByRole('textbox', { name: /^Note/ }).waitFor();
}

/** A screen: whose link one enters by, where one goes then, and what one does there. */
interface Screen {
  readonly as: string | null;
  readonly at: string | null;
  readonly step?: (page: Page) => Promise<void>;
}

/** The screens of the example workshop, and who looks at them. */
const screens = (links: WorkshopLinks): Readonly<Record<string, Screen>> => {
  const [session] = links.sessions;
  const [group] = session?.groups.slice(3) ?? [];
  const workshop = `/w/${links.workshop}`;
  const ofSession = `${workshop}/s/${session?.id}`;
  return {
    start: { as: null, at: '/' },
    join: { as: group?.url ?? null, at: null },
    table: { as: links.links.facilitator, at: `${ofSession}/g/${group?.id}` },
    'table-of-somebody': { as: group?.url ?? null, at: null, step: sitDown },
    'table-card': {
      as: group?.url ?? null,
      at: null,
      step: async (page: Page) => {
        await sitDown(page);
        const card = page.getByRole('tab', { name: 'Card' });
        if (await card.isVisible()) await card.click();
      },
    },
    'table-tools': {
      as: group?.url ?? null,
      at: null,
      step: async (page: Page) => {
        await sitDown(page);
        await page.getByRole('button', { name: 'More tools' }).click();
      },
    },
    'table-offline': {
      as: group?.url ?? null,
      at: null,
      step: async (page: Page) => {
        await sitDown(page);
        await page.context().setOffline(true);
        await page.getByText(/No connection since/).waitFor();
      },
    },
    'other-device': { as: null, at: '/device' },
    board: { as: links.links.screen, at: `${ofSession}/board` },
    'board-of-organizer': { as: links.links.organizer, at: `${ofSession}/board` },
    presentation: { as: links.links.screen, at: `${ofSession}/present` },
    findings: { as: links.links.facilitator, at: `${ofSession}/findings` },
    console: { as: links.links.organizer, at: workshop },
    share: { as: links.links.organizer, at: `${workshop}/share` },
    record: { as: links.links.organizer, at: `${workshop}/record` },
    new: { as: null, at: '/new' },
    design: { as: null, at: '/design' },
  };
};

async function look(browser: Browser, page: (page: Page) => Promise<unknown>, name: string) {
  for (const [width, size] of Object.entries(sizes)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ ...size, colorScheme, reducedMotion: 'reduce' });
      const window = await context.newPage();
      await page(window);
      await window.waitForLoadState('networkidle');
      await window.screenshot({ path: path.join(folder, `${name}-${width}-${colorScheme}.png`) });
      await context.close();
    }
  }
}

test('screens', async ({ browser }) => {
  test.setTimeout(1_200_000);
  const server = await ReportbackServer.start();
  const start = (await (await fetch(`${server.address}/api/start`)).json()) as {
    workshops: readonly { id: string }[];
  };
  const example = start.workshops[0]?.id ?? '';
  const links = JSON.parse(await server.command('links', example, '--json')) as WorkshopLinks;
  for (const [name, { as, at, step }] of Object.entries(screens(links))) {
    const visit = async (page: Page) => {
      if (as !== null) {
        await page.goto(as);
        if (at !== null) await page.waitForURL(/\/w\//);
      }
      if (at !== null) await page.goto(`${server.address}${at}`);
      await step?.(page);
    };
    await look(browser, visit, name);
  }
  await server.stop();
});
